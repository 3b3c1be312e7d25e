// The calendar: what each manager has on each day against what a day holds; working hours, absences, holidays.
import { z } from 'zod';
import { day, done, id, lineText, nameText, version } from './kit/fields.ts';
import { absenceKinds } from './kit/names.ts';
import { listInput } from './kit/page.ts';
import { command, query } from './kit/request.ts';
import { taskRow } from './tasks.ts';

/** Minutes of the day, 0 to 1440: from when till when one works, and how long of it is a break. */
const hours = z
  .strictObject({
    from: z.number().int().min(0).max(1440),
    to: z.number().int().min(0).max(1440),
    pause: z.number().int().min(0).max(1440),
  })
  .refine(({ from, to, pause }) => to - from > pause, { path: ['to'], params: { code: 'fault.tooSmall' } });
export type Hours = z.output<typeof hours>;

/** Monday to Sunday; null: a day off. */
const week = z.array(hours.nullable()).length(7);
export type Week = z.output<typeof week>;

const absenceFields = {
  personId: id(),
  kind: z.enum(absenceKinds),
  /** Both days inclusive. */
  from: day(),
  to: day(),
  note: lineText(200),
};
const absence = z.object({
  id: z.number(),
  personId: z.number(),
  kind: z.enum(absenceKinds),
  from: z.string(),
  to: z.string(),
  note: z.string(),
  version: z.number(),
});
export type Absence = z.output<typeof absence>;

const holiday = z.object({
  id: z.number(),
  day: z.string(),
  name: z.string(),
  /** True: a Saturday or Sunday on which one works. */
  working: z.boolean(),
  version: z.number(),
});
export type Holiday = z.output<typeof holiday>;

/** A column of the calendar: one day, or a week or month of an interval of more than 60 days. */
const column = z.object({
  from: z.string(),
  to: z.string(),
  /** Nobody works on any of its days by the firm's own week and holidays. */
  off: z.boolean(),
  holiday: z.string().nullable(),
});
export type CalendarColumn = z.output<typeof column>;

const grid = z.object({
  step: z.enum(['day', 'week', 'month']),
  from: z.string(),
  to: z.string(),
  columns: z.array(column),
  /**
   * Whose tasks the reader may see and the view asks for; null: tasks of nobody. `capacity`: minutes, a number per column. Whether the
   * reader may move the tasks of this one, and give them those of others.
   */
  rows: z.array(
    z.object({
      managerId: z.number().nullable(),
      capacity: z.array(z.number()),
      can: z.object({ move: z.boolean(), take: z.boolean() }),
    }),
  ),
  /** Row, column, tasks, minutes of work; cells without tasks are left out. */
  cells: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
});
export type CalendarGrid = z.output<typeof grid>;

/** A day of one person. */
const ownDay = z.object({
  day: z.string(),
  /** When this person works; null: not on this day. */
  hours: hours.nullable(),
  firmHours: hours.nullable(),
  holiday: z.string().nullable(),
  away: z.enum(absenceKinds).nullable(),
  /** All tasks of the day that the view shows. */
  count: z.number(),
});
export type OwnDay = z.output<typeof ownDay>;

const ownDays = z.object({
  managerId: z.number(),
  days: z.array(ownDay),
  /** By day; those without an hour first, then by the hour. */
  rows: z.array(taskRow),
  /** Tasks of days before that last into these. */
  lasting: z.array(taskRow),
});
export type OwnDays = z.output<typeof ownDays>;

/** Tasks of one day on paper, at most. */
export const printedADay = 300;

const move = z.object({
  id: z.number(),
  version: z.number(),
  managerId: z.number(),
  title: z.string(),
  clientName: z.string().nullable(),
  minutes: z.number(),
  from: z.string(),
  to: z.string(),
});
export type CalendarMove = z.output<typeof move>;

/** Work and room of one day, minutes. */
const filledDay = z.object({ day: z.string(), load: z.number(), capacity: z.number() });
export type FilledDay = z.output<typeof filledDay>;

const levelled = z.object({
  moves: z.array(move),
  /** Of each manager whose days change, all days as they are before the moves; `fillAfter` says what moves come to. */
  managers: z.array(z.object({ managerId: z.number(), days: z.array(filledDay) })),
});
export type Levelled = z.output<typeof levelled>;

export const calendar = {
  /** The parameters of a view of tasks; `d` is 1 to 371 days, the next 30 where it says nothing. */
  grid: query('calendar.grid', { input: listInput(), output: grid }),
  /** The days of the one manager that `f.manager` names, each with at most `limit` of its tasks. */
  manager: query('calendar.manager', { input: listInput(), output: ownDays }),
  /** Moves of tasks without a fixed hour, from today on, that make the fullest days less full. */
  level: query('calendar.level', { input: listInput(), output: levelled }),
  /** Working hours and absences: of everybody, or of one person. */
  times: query('calendar.times', {
    input: z.strictObject({ personId: id().optional() }),
    output: z.object({
      firmWeek: week,
      weeks: z.array(z.object({ personId: z.number(), week })),
      absences: z.array(absence),
    }),
  }),
  /** Null: back to the firm's week, or for the firm itself to Monday to Friday, 9 to 18. */
  setWeek: command('calendar.setWeek', {
    input: z.strictObject({ personId: id().nullable(), week: week.nullable() }),
    output: done,
  }),
  addAbsence: command('calendar.addAbsence', {
    input: z.strictObject(absenceFields),
    output: done.extend({ id: z.number() }),
  }),
  changeAbsence: command('calendar.changeAbsence', {
    input: z.strictObject({
      id: id(),
      version: version(),
      set: z.strictObject(absenceFields).omit({ personId: true }).partial(),
    }),
    output: done,
  }),
  deleteAbsence: command('calendar.deleteAbsence', { input: z.strictObject({ id: id() }), output: done }),
  /** Whether one's own tasks can be subscribed to from a phone or another program, and since when. */
  feed: query('calendar.feed', {
    input: z.strictObject({}),
    output: z.object({ openedAt: z.string().nullable() }),
  }),
  /** A new secret address of one's own feed, `/feeds/<token>.ics`; an earlier one ends. Shown once. */
  openFeed: command('calendar.openFeed', {
    input: z.strictObject({}),
    output: done.extend({ token: z.string().nullish() }),
  }),
  closeFeed: command('calendar.closeFeed', { input: z.strictObject({}), output: done }),
  holidays: query('calendar.holidays', {
    input: z.strictObject({ year: z.number().int().min(1900).max(2200) }),
    output: z.object({ rows: z.array(holiday) }),
  }),
  /** One day of the firm: off, or a weekend on which one works. Replaces what was said of that day. */
  setHoliday: command('calendar.setHoliday', {
    input: z.strictObject({ day: day(), name: nameText(100), working: z.boolean() }),
    output: done,
  }),
  deleteHoliday: command('calendar.deleteHoliday', { input: z.strictObject({ id: id() }), output: done }),
  /** The public holidays of the firm's country that are not there yet. */
  fillHolidays: command('calendar.fillHolidays', {
    input: z.strictObject({ year: z.number().int().min(2000).max(2100) }),
    output: done.extend({ added: z.number() }),
  }),
};

export const calendarRefusals = ['calendar.tooLong', 'calendar.noDays', 'absence.backwards'] as const;
