// Pure: which columns an interval has, what a day holds of a person's work, and which day is off.
import type { Absence, CalendarColumn, Hours, Week } from '../../../contract/calendar.ts';

/** Days, ISO `YYYY-MM-DD`. */
export type Span = { from: string; to: string };
export type Step = 'day' | 'week' | 'month';

/** Above this many days a column is a week; above `weeksAtMost` days, a month. */
const daysAtMost = 60;
const weeksAtMost = 200;
/** A year and the days that make its weeks whole. */
export const longestInterval = 371;

export const usualDay: Hours = { from: 9 * 60, to: 18 * 60, pause: 60 };
/** Monday to Friday. */
export const usualWeek: Week = [usualDay, usualDay, usualDay, usualDay, usualDay, null, null];

const plainDay = (day: string) => Temporal.PlainDate.from(day);

/** How many days there are, both ends counted. */
export function lengthOf({ from, to }: Span): number {
  return plainDay(from).until(plainDay(to)).days + 1;
}

export function stepFor(days: number): Step {
  if (days <= daysAtMost) return 'day';
  return days <= weeksAtMost ? 'week' : 'month';
}

/** The interval in whole columns: weeks from Monday and months from their first day, cut at the ends of the interval. */
export function spansOf(interval: Span): { step: Step; spans: Span[] } {
  const step = stepFor(lengthOf(interval));
  const end = plainDay(interval.to);
  const spans: Span[] = [];
  for (let start = plainDay(interval.from); Temporal.PlainDate.compare(start, end) <= 0; ) {
    const next = nextStart(start, step);
    const last = next.subtract({ days: 1 });
    spans.push({
      from: start.toString(),
      to: (Temporal.PlainDate.compare(last, end) < 0 ? last : end).toString(),
    });
    start = next;
  }
  return { step, spans };
}

function nextStart(day: Temporal.PlainDate, step: Step): Temporal.PlainDate {
  if (step === 'day') return day.add({ days: 1 });
  return step === 'week' ? day.add({ days: 8 - day.dayOfWeek }) : day.with({ day: 1 }).add({ months: 1 });
}

export type Marked = { name: string; working: boolean };
/** What the firm says of single days. */
export type Holidays = Map<string, Marked>;

/** Minutes of a working day. */
export function minutesOf(hours: Hours | null): number {
  return hours === null ? 0 : hours.to - hours.from - hours.pause;
}

/** When one works on a day by a week and the firm's holidays; null: not at all. A moved working day is like the week's first. */
export function hoursOf(day: Temporal.PlainDate, week: Week, holidays: Holidays): Hours | null {
  const marked = holidays.get(day.toString());
  const usual = week[day.dayOfWeek - 1] ?? null;
  if (!marked) return usual;
  if (!marked.working) return null;
  return usual ?? week.find((hours) => hours !== null) ?? null;
}

/** Minutes of work that a day holds by a week and the firm's holidays. */
export function capacityOf(day: Temporal.PlainDate, week: Week, holidays: Holidays): number {
  return minutesOf(hoursOf(day, week, holidays));
}

type Person = { week: Week; absences: Pick<Absence, 'from' | 'to'>[] };

/** Minutes of each span for a person. */
export function capacitiesOf(spans: Span[], person: Person, holidays: Holidays): number[] {
  return spans.map((span) => {
    let sum = 0;
    for (const day of daysOf(span)) {
      const text = day.toString();
      const away = person.absences.some(({ from, to }) => from <= text && text <= to);
      if (!away) sum += capacityOf(day, person.week, holidays);
    }
    return sum;
  });
}

export function* daysOf({ from, to }: Span): Generator<Temporal.PlainDate> {
  const end = plainDay(to);
  for (let day = plainDay(from); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 }))
    yield day;
}

/** The columns as they are headed: off where the firm does not work on any day, with the holiday's name where it is one day. */
export function columnsOf(spans: Span[], firmWeek: Week, holidays: Holidays): CalendarColumn[] {
  const capacities = capacitiesOf(spans, { week: firmWeek, absences: [] }, holidays);
  return spans.map((span, at) => ({
    ...span,
    off: capacities[at] === 0,
    holiday: span.from === span.to ? (holidays.get(span.from)?.name ?? null) : null,
  }));
}
