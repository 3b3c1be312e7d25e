// Reads of the calendar: the grid of managers by days, what would level it, and what is kept of working time.
import {
  type CalendarGrid,
  type CalendarMove,
  calendar,
  type FilledDay,
  type Levelled,
} from '../../../contract/calendar.ts';
import { intervalDays } from '../../../contract/kit/interval.ts';
import type { Condition, View } from '../../../contract/kit/view.ts';
import { fillAfter } from '../../../contract/levelling.ts';
import { type Actor, may, reaches } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { refuse } from '../../platform/refusals.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { readListInput } from '../../platform/view/page.ts';
import { readerOf } from '../../platform/view/reader.ts';
import type { Reader } from '../../platform/view/source.ts';
import { inManagerGroups } from '../people/index.ts';
import { countByDay, type DayCount, type Load, loadsOf } from '../tasks/index.ts';
import { levelDays, type Shift } from './level.ts';
import { capacitiesOf, columnsOf, lengthOf, longestInterval, type Span, spansOf } from './rules.ts';
import { absencesShownTo, holidaysIn, readHolidays, readTimes, type Times, timesOf } from './times.ts';

const mayView = (actor: Actor) => may(actor, 'tasks', 'view');
const usualLength = 30; // days

/** The days that the view asks for; an open end is as far away as usual. Refuses `calendar.noDays` and `calendar.tooLong`. */
export function intervalOf(view: View, today: string): Span {
  const days = intervalDays(view.interval ?? { preset: 'next30' }, today);
  if (!days || (days.from === null && days.to === null)) return refuse('calendar.noDays');
  const plain = (day: string) => Temporal.PlainDate.from(day);
  const from =
    days.from ??
    plain(days.to as string)
      .subtract({ days: usualLength - 1 })
      .toString();
  const to =
    days.to ??
    plain(from)
      .add({ days: usualLength - 1 })
      .toString();
  if (lengthOf({ from, to }) > longestInterval) refuse('calendar.tooLong', { days: longestInterval });
  return { from, to };
}

/** Of `pub_people`: those whose tasks the actor may see. */
export function peopleSeen(actor: Actor) {
  const level = actor.rights.tasks.view;
  return level === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`id = any(${level === 'group' ? actor.groupUserIds : [actor.userId]}::bigint[])`;
}

/** Managers with a row: those whose tasks the reader may see and of whom the filter speaks, by name; null last, for tasks of nobody. */
async function rowsOf(reader: Reader, view: View): Promise<(number | null)[]> {
  const { actor } = reader;
  const asked = view.where.find(({ field }) => field === 'manager');
  const people = await reader.rows.rows(sql<{ id: number }>`
    select id from pub_people where status <> 'blocked' and ${peopleSeen(actor)} and ${managersAsked(asked, actor)}
    order by name collate "ru-x-icu", id`);
  const nobodys = actor.rights.tasks.view === 'all' && (!asked || asked.op === 'empty');
  return [...people.map(({ id }) => id), ...(nobodys ? [null] : [])];
}

function managersAsked(condition: Condition | undefined, actor: Actor) {
  if (!condition || (condition.op !== 'in' && condition.op !== 'notIn'))
    return condition?.op === 'empty' ? sql`false` : sql`true`;
  const ids = condition.values.map((value) => (value === 'me' ? actor.userId : Number(value)));
  const groups = condition.values
    .filter((value) => /^g\d+$/.test(value))
    .map((value) => Number(value.slice(1)));
  const among = sql`(id = any(${ids.filter((id) => Number.isSafeInteger(id))}::bigint[]) or ${inManagerGroups(sql`id`, groups)})`;
  return condition.op === 'in' ? among : sql`not ${among}`;
}

const grid = queryHandler({
  request: calendar.grid,
  may: mayView,
  async answer(reads, actor, input): Promise<CalendarGrid> {
    const { view } = readListInput('tasks', input);
    const reader = readerOf(reads, actor);
    const interval = intervalOf(view, reader.today);
    const { step, spans } = spansOf(interval);
    const [managers, counts, times, holidays] = await Promise.all([
      rowsOf(reader, view),
      countByDay(reader, view, { ...interval, starts: spans.map(({ from }) => from) }),
      readTimes(reads, { span: interval }),
      holidaysIn(reads, interval),
    ]);
    const shown = withCounted(managers, counts);
    const rowAt = new Map(shown.map((id, at) => [id, at]));
    return {
      step,
      ...interval,
      columns: columnsOf(spans, times.firmWeek, holidays),
      rows: shown.map((managerId) => ({
        managerId,
        capacity:
          managerId === null ? spans.map(() => 0) : capacitiesOf(spans, timesOf(times, managerId), holidays),
        can: {
          move: reaches(actor, 'tasks', 'change', managerId),
          take: reaches(actor, 'tasks', 'add', managerId),
        },
      })),
      cells: counts.map(({ managerId, column, count, minutes }) => [
        rowAt.get(managerId) as number,
        column,
        count,
        minutes,
      ]),
    };
  },
});

/** Whoever has tasks here has a row, a blocked person too: no count without its row. Nobody comes last. */
function withCounted(managers: (number | null)[], counts: readonly DayCount[]): (number | null)[] {
  const all = new Set([...managers, ...counts.map(({ managerId }) => managerId)]);
  const nobody = all.delete(null);
  return [...all, ...(nobody ? [null] : [])];
}

/** The days of the view that are not over. */
function daysAhead({ from, to }: Span, today: string): Span | null {
  if (to < today) return null;
  return { from: from < today ? today : from, to };
}

const level = queryHandler({
  request: calendar.level,
  may: (actor) => may(actor, 'tasks', 'change'),
  async answer(reads, actor, input): Promise<Levelled> {
    const { view } = readListInput('tasks', input);
    const reader = readerOf(reads, actor);
    const ahead = daysAhead(intervalOf(view, reader.today), reader.today);
    if (!ahead) return { moves: [], managers: [] };
    const [loads, times, holidays] = await Promise.all([
      loadsOf(reader, view, ahead),
      readTimes(reads, { span: ahead }),
      holidaysIn(reads, ahead),
    ]);
    const levelled: Levelled = { moves: [], managers: [] };
    for (const [managerId, tasks] of Map.groupBy(loads, (load) => load.managerId)) {
      const days = daysOfOne(ahead, times, { managerId, holidays });
      const moves = levelDays(days, tasks).map(moveOf);
      const before = filled(days, tasks);
      if (!isBetter(before, moves)) continue;
      levelled.moves.push(...moves);
      levelled.managers.push({ managerId, days: before });
    }
    return levelled;
  },
});

type Days = { day: string; capacity: number }[];

function daysOfOne(
  ahead: Span,
  times: Times,
  { managerId, holidays }: { managerId: number; holidays: Awaited<ReturnType<typeof holidaysIn>> },
): Days {
  const spans = Array.from({ length: lengthOf(ahead) }, (_, n) => {
    const day = Temporal.PlainDate.from(ahead.from).add({ days: n }).toString();
    return { from: day, to: day };
  });
  const capacities = capacitiesOf(spans, timesOf(times, managerId), holidays);
  return spans.map(({ from }, n) => ({ day: from, capacity: capacities[n] as number }));
}

function moveOf({ task, to }: Shift): CalendarMove {
  const { id, version, managerId, title, clientName, minutes, day } = task;
  return { id, version, managerId, title, clientName, minutes, from: day, to };
}

/** Moves that change none of the figures for the better are not worth anybody's while. */
function isBetter(days: FilledDay[], moves: CalendarMove[]): boolean {
  const [before, after] = [fillAfter(days, []), fillAfter(days, moves)];
  return after.overfull < before.overfull || after.fullest < before.fullest || after.over < before.over;
}

function filled(days: Days, tasks: Load[]): FilledDay[] {
  const byDay = Map.groupBy(tasks, ({ day }) => day);
  const loadOf = (day: string) => (byDay.get(day) ?? []).reduce((sum, { minutes }) => sum + minutes, 0);
  return days.map(({ day, capacity }) => ({ day, load: loadOf(day), capacity }));
}

const times = queryHandler({
  request: calendar.times,
  may: (actor) => actor.userId !== null,
  async answer(reads, actor, { personId }) {
    const all = await readTimes(reads, { personId });
    return { ...all, absences: absencesShownTo(actor, all.absences) };
  },
});

const holidays = queryHandler({
  request: calendar.holidays,
  may: (actor) => actor.userId !== null,
  async answer(reads, _actor, { year }) {
    return { rows: await readHolidays(reads, { from: `${year}-01-01`, to: `${year}-12-31` }) };
  },
});

const feed = queryHandler({
  request: calendar.feed,
  may: (actor) => actor.userId !== null,
  async answer(reads, actor) {
    const row = await reads.one(sql<{ openedAt: string }>`
      select opened_at as "openedAt" from calendar_feeds where person_id = ${actor.userId}`);
    return { openedAt: row?.openedAt ?? null };
  },
});

export const calendarQueries: QueryHandler[] = [grid, level, times, holidays, feed];
