// Pure: on which day a task stands that is dropped on a column of the calendar, and how far a whole column goes to another.
import type { CalendarGrid } from '../../../contract/calendar.ts';

type Span = { from: string; to: string };

/** That of a column of one day; in a week the same weekday, in a month the same day of it, as far as the column has one. */
export function dayWithin(day: string, { from, to }: Span, step: CalendarGrid['step']): string {
  if (from <= day && day <= to) return day;
  const [plain, first, last] = [day, from, to].map((text) => Temporal.PlainDate.from(text)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const wanted =
    step === 'month'
      ? first.with({ day: plain.day })
      : first.add({ days: (plain.dayOfWeek - first.dayOfWeek + 7) % 7 });
  return Temporal.PlainDate.compare(wanted, first) < 0
    ? from
    : Temporal.PlainDate.compare(wanted, last) > 0
      ? to
      : wanted.toString();
}

export type Column = Span & { step: CalendarGrid['step'] };

const monday = (day: string) => {
  const plain = Temporal.PlainDate.from(day);
  return plain.subtract({ days: plain.dayOfWeek - 1 });
};

/** Days from a column to another, of this interval or of one that was shown before. */
export function daysApart(from: Column, to: Column): number {
  // whole weeks go to the same weekdays, though the first or the last of them may be cut
  if (from.step === 'week' && to.step === 'week') return monday(from.from).until(monday(to.from)).days;
  const first = from.step === 'day' ? dayWithin(from.from, to, to.step) : to.from;
  return Temporal.PlainDate.from(from.from).until(Temporal.PlainDate.from(first)).days;
}
