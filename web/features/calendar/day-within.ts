// Pure: on which day a task stands that is dropped on a column of the calendar.
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
