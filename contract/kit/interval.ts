// Days: which texts are one, and what "this week" means on a given day. Pure; days are of the firm's time zone.
import type { Interval, Preset } from './view.ts';

/** Inclusive bounds; null on a side: open. `undated` and `overdue` are conditions of their own and have no days. */
export type Days = { from: string | null; to: string | null };

/** Years that a calendar of a firm can mean; outside of it a date is a slip of the keyboard. */
const firstYear = 1900;
const lastYear = 2200;
export const firstDay = `${firstYear}-01-01`;
export const lastDay = `${lastYear}-12-31`;

/** True for a day that there is: `YYYY-MM-DD`, 1900 to 2200. */
export function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return isDate(text) && year >= firstYear && year <= lastYear;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Hour, minute and perhaps second, then Z or the offset of an inhabited zone: what JavaScript and PostgreSQL both read. */
const clockForm = /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
const hour = 3_600_000; // ms
/** The first day begins fourteen hours early in the east, the last one ends twelve hours late in the west. */
const firstMoment = Date.parse(`${firstDay}T00:00:00Z`) - 14 * hour;
const endOfMoments = Date.parse(`${lastYear + 1}-01-01T00:00:00Z`) + 12 * hour;

/** True for an instant (ISO 8601 with an offset or Z) that falls on a day somewhere on earth. */
export function isMoment(text: string): boolean {
  if (!isDate(text.slice(0, 10)) || !clockForm.test(text.slice(10))) return false;
  const moment = Date.parse(text);
  return firstMoment <= moment && moment < endOfMoments;
}

type Span = (today: Temporal.PlainDate) => [Temporal.PlainDate, Temporal.PlainDate];

const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });
const monthStart = (day: Temporal.PlainDate) => day.with({ day: 1 });
const quarterStart = (day: Temporal.PlainDate) =>
  day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1, day: 1 });

const spans: Record<Exclude<Preset, 'overdue' | 'undated' | 'all'>, Span> = {
  today: (day) => [day, day],
  tomorrow: (day) => [day.add({ days: 1 }), day.add({ days: 1 })],
  yesterday: (day) => [day.subtract({ days: 1 }), day.subtract({ days: 1 })],
  week: (day) => [monday(day), monday(day).add({ days: 6 })],
  nextWeek: (day) => [monday(day).add({ days: 7 }), monday(day).add({ days: 13 })],
  month: (day) => [monthStart(day), monthStart(day).add({ months: 1 }).subtract({ days: 1 })],
  quarter: (day) => [quarterStart(day), quarterStart(day).add({ months: 3 }).subtract({ days: 1 })],
  year: (day) => [day.with({ month: 1, day: 1 }), day.with({ month: 12, day: 31 })],
  next7: (day) => [day, day.add({ days: 6 })],
  next30: (day) => [day, day.add({ days: 29 })],
};

/** The days of an interval as of `today` (`YYYY-MM-DD`); null where it is not about days (all, overdue, undated). */
export function intervalDays(interval: Interval, today: string): Days | null {
  if (!('preset' in interval)) return interval;
  if (interval.preset === 'all' || interval.preset === 'overdue' || interval.preset === 'undated')
    return null;
  const [from, to] = spans[interval.preset](Temporal.PlainDate.from(today));
  return { from: from.toString(), to: to.toString() };
}
