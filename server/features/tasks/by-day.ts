// Tasks by manager and day: what the calendar counts, what levelling may move, and the moves themselves.

import type { View } from '../../../contract/kit/view.ts';
import { type TaskRow, tasks } from '../../../contract/tasks.ts';
import { may, mustReach } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { type CommandHandler, commandHandler } from '../../platform/slice.ts';
import type { Reader } from '../../platform/view/source.ts';
import { joinsNamed, joinsOf, whereOf } from '../../platform/view/where.ts';
import { tasksReached } from './access.ts';
import { ownersOf } from './commands.ts';
import { clientJoin, tasksSource } from './source.ts';

/** What a task takes when nobody has said how long, in minutes. */
export const assumedMinutes = 30;

/** Days inclusive. */
type DaySpan = { from: string; to: string };
export type DayCount = { managerId: number | null; column: number; count: number; minutes: number };

const cancelled = sql`array(select id from pub_entries where directory = 'taskStates' and meaning = 'cancelled')`;
const workOf = sql`coalesce(t.minutes, ${assumedMinutes})`;

/**
 * Counts of the view's tasks (its interval aside) by manager and column; `starts` are the first days of the columns, ascending.
 * Cancelled tasks are counted, but take no time.
 */
export async function countByDay(
  reader: Reader,
  view: View,
  { from, to, starts }: DaySpan & { starts: string[] },
): Promise<readonly DayCount[]> {
  const source = tasksSource(reader);
  const dateless = { ...view, interval: null };
  const where = await whereOf(source, dateless, reader);
  return reader.rows.together(sql<DayCount>`
    select manager_id as "managerId", width_bucket(day, ${starts}::date[]) - 1 as column, sum(n)::integer as count, sum(work)::integer as minutes
    from (select t.manager_id, t.day, count(*) as n, coalesce(sum(${workOf}) filter (where t.state_id <> all(${cancelled})), 0) as work
      from ${source.table} ${joinsOf(source, dateless, reader, [])}
      where ${where} and t.day between ${from}::date and ${to}::date group by t.manager_id, t.day) d
    group by 1, 2`);
}

export type OfDay = { day: string; count: number; row: TaskRow };

/**
 * The first `most` tasks of each day of the view, those without an hour before the others; `count` is how many its day has. The moments
 * around the days say nothing new: by them a manager's tasks are found by their index.
 */
export async function rowsByDay(
  reader: Reader,
  view: View,
  { from, to, most }: DaySpan & { most: number },
): Promise<OfDay[]> {
  const source = tasksSource(reader);
  const dateless = { ...view, interval: null };
  const where = await whereOf(source, dateless, reader);
  return reader.rows.rows(sql<OfDay>`
    with ranked as materialized (select t.id, t.day, row_number() over (partition by t.day order by t.has_time, t.at, t.id) as n,
        count(*) over (partition by t.day)::integer as count
      from ${source.table} ${joinsOf(source, dateless, reader, [])}
      where ${where} and t.day between ${from}::date and ${to}::date
        and t.at between ${from}::date - interval '2 days' and ${to}::date + interval '3 days')
    select r.day, r.count, ${source.row(reader)} as row
    from ranked r join ${source.table} on t.id = r.id ${joinsNamed(source, reader, source.rowJoins)}
    where r.n <= ${most} order by r.day, r.n`);
}

/** As many as anybody may begin on days before; the longest task has 31 days. */
const lastingAtMost = 200;
const longest = '32 days';

/** Tasks of the view with an hour that began before the day and last into it. */
export async function rowsLastingInto(reader: Reader, view: View, day: string): Promise<TaskRow[]> {
  const source = tasksSource(reader);
  const dateless = { ...view, interval: null };
  const where = await whereOf(source, dateless, reader);
  const start = sql`(${day}::date::timestamp at time zone ${reader.timeZone})`;
  const rows = await reader.rows.rows(sql<{ row: TaskRow }>`
    with lasting as materialized (select t.id from ${source.table} ${joinsOf(source, dateless, reader, [])}
      where ${where} and t.has_time and t.at < ${start} and t.at >= ${start} - ${longest}::interval
        and t.at + coalesce(t.minutes, ${assumedMinutes}) * interval '1 minute' > ${start}
      order by t.at, t.id limit ${lastingAtMost})
    select ${source.row(reader)} as row
    from lasting l join ${source.table} on t.id = l.id ${joinsNamed(source, reader, source.rowJoins)} order by t.at, t.id`);
  return rows.map(({ row }) => row);
}

export type Load = {
  id: number;
  version: number;
  managerId: number;
  day: string;
  minutes: number;
  title: string;
  clientName: string | null;
  /** The last day it may be moved to; null: any. */
  until: string | null;
  movable: boolean;
};

/**
 * Every task on these days that takes time and that the reader may see, of the managers whom the view shows. `movable` are those of
 * the view that are open, have no hour, and may be changed by the reader: a filter says what may move, not how full a day is.
 */
export async function loadsOf(reader: Reader, view: View, { from, to }: DaySpan): Promise<Load[]> {
  const source = tasksSource(reader);
  const dateless = { ...view, interval: null };
  const where = await whereOf(source, dateless, reader);
  return reader.rows.rows(sql<Load>`
    with shown as materialized (select t.id, t.manager_id from ${source.table} ${joinsOf(source, dateless, reader, [])}
      where ${where} and t.day between ${from}::date and ${to}::date and t.manager_id is not null and t.state_id <> all(${cancelled}))
    select t.id, t.version, t.manager_id as "managerId", t.day, ${workOf} as minutes, left(t.description, 100) as title, client.name as "clientName",
      (t.deadline at time zone ${reader.timeZone})::date as until,
      t.is_open and not t.has_time and ${tasksReached(reader.actor, 'change')} and t.id in (select id from shown) as movable
    from tasks t ${clientJoin(reader.actor)}
    where ${source.access(reader.actor)} and t.manager_id in (select manager_id from shown) and t.day between ${from}::date and ${to}::date and t.state_id <> all(${cancelled})
    order by t.manager_id, t.day, t.id`);
}

type Moved = { id: number; was: number | null; owner: number | null };

/** Each to a day of its own, keeping its hour by the firm's clock; one operation. Whoever has changed a task since keeps it where it is. */
const move = commandHandler({
  request: tasks.move,
  may: (actor) => may(actor, 'tasks', 'change'),
  async run(tx, actor, { moves }, emit) {
    for (const managerId of new Set(moves.map((each) => each.managerId)))
      if (managerId !== undefined) mustReach(actor, 'tasks', 'add', managerId);
    const { timeZone } = actor;
    const asked = moves.map((each) => ({ ...each, free: each.managerId === null }));
    const rows = await tx.rows(sql<Moved>`
      with m as (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as m (id bigint, version bigint, day date, "managerId" bigint, free boolean)),
      was as (select t.id, t.manager_id from tasks t join m on m.id = t.id and m.version = t.version
        where t.is_open and ${tasksReached(actor, 'view')} and ${tasksReached(actor, 'change')} order by t.id for update of t)
      update tasks t set version = t.version + 1, manager_id = case when not m.free then coalesce(m."managerId", t.manager_id) end, day = m.day,
        at = case when t.at is null then m.day::timestamp at time zone ${timeZone}
          else (t.at at time zone ${timeZone} + (m.day - t.day) * interval '1 day') at time zone ${timeZone} end
      from m join was on was.id = m.id
      where t.id = m.id and (m."managerId" is null or exists (select from pub_people where id = m."managerId" and status <> 'blocked'))
      returning t.id, was.manager_id as was, t.manager_id as owner`);
    if (rows.length > 0)
      emit({
        name: 'task.changed',
        ids: rows.map(({ id }) => id),
        owners: ownersOf(...rows.flatMap(({ was, owner }) => [was, owner])),
      });
    return { changed: rows.length, skipped: moves.length - rows.length };
  },
});

export const byDayCommands: CommandHandler[] = [move];
