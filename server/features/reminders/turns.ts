// By the clock: the sweep, which finds what has fallen due since the last one and tells it once; and the nightly clearing.
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Emit, Turn } from '../../platform/slice.ts';
import { firmOf } from '../people/index.ts';
import { morningsIn } from './mornings.ts';
import { queuePushes, type Told } from './push-queue.ts';
import { stands, usual } from './standing.ts';

/** From and to: the first is not in it. */
type Stretch = { from: string; to: string };

/** A task whose writing took a while is seen by a later sweep only. */
const overlap = { minutes: 1 };

const keptDays = 90;

/**
 * What has come since the last sweep, noted in the same commit as what this one finds: a house that was off makes up for it, and
 * nothing is told twice. A house that has never swept begins now.
 */
async function takeStretch(tx: Tx): Promise<Stretch> {
  const before = await tx.one(
    sql<{ until: string }>`select swept_until as until from reminder_sweeps for update`,
  );
  const from = Temporal.Instant.from(before?.until ?? tx.now)
    .subtract(overlap)
    .toString();
  await tx.rows(sql`
    insert into reminder_sweeps as s (id, swept_until) values (1, ${tx.now})
    on conflict (id) do update set swept_until = greatest(s.swept_until, excluded.swept_until)`);
  return { from, to: tx.now };
}

const who = sql`who as (
  select p.id, coalesce(s.minutes, ${usual.minutes}::integer) as minutes,
    coalesce(s.at_deadline, ${usual.atDeadline}::boolean) as at_deadline,
    coalesce(s.when_overdue, ${usual.whenOverdue}::boolean) as when_overdue
  from pub_people p left join reminder_settings s on s.person_id = p.id where p.status = 'active')`;

/**
 * By how many minutes ahead of `at` people are reminded, each once, for tasks with an hour and without: those without count as nine in the
 * morning, and are reminded of then or whole days before.
 */
const leads = sql`leads as (
  select distinct minutes, true as has_time, minutes as ahead from who where minutes >= 0
  union all select distinct minutes, false, case when minutes >= 1440 then minutes else 0 end - 540 from who where minutes >= 0)`;

const byDefault = ({ from, to }: Stretch) => sql`
  select t.manager_id, t.id, 'before', t.at - make_interval(mins => l.ahead), t.at
  from leads l join pub_tasks t on t.is_open and t.remind is null and t.has_time = l.has_time
    and t.at > ${from}::timestamptz + make_interval(mins => l.ahead) and t.at <= ${to}::timestamptz + make_interval(mins => l.ahead)
  join who on who.id = t.manager_id and who.minutes = l.minutes`;

const byTask = ({ from, to }: Stretch) => sql`
  select t.manager_id, t.id, 'before', remind_moment(t.at, t.has_time, t.remind) at time zone 'UTC', t.at
  from pub_tasks t join who on who.id = t.manager_id
  where t.is_open and t.remind >= 0 and remind_moment(t.at, t.has_time, t.remind) > ${from}::timestamptz at time zone 'UTC'
    and remind_moment(t.at, t.has_time, t.remind) <= ${to}::timestamptz at time zone 'UTC'`;

const atDeadline = ({ from, to }: Stretch) => sql`
  select t.manager_id, t.id, 'deadline', t.deadline, t.deadline
  from pub_tasks t join who on who.id = t.manager_id and who.at_deadline
  where t.is_open and t.deadline > ${from}::timestamptz and t.deadline <= ${to}::timestamptz`;

/** The morning after the day on which a task was due: by its deadline, or without one by its day. */
const nextMorning = (mornings: RawBuilder<unknown>) => sql`
  select t.manager_id, t.id, 'overdue', m.moment, t.deadline
  from ${mornings} join pub_tasks t on t.is_open and t.deadline >= m."from" and t.deadline < m."to"
  join who on who.id = t.manager_id and who.when_overdue
  union all select t.manager_id, t.id, 'overdue', m.moment, t.at
  from ${mornings} join pub_tasks t on t.is_open and t.deadline is null and t.day = m.day
  join who on who.id = t.manager_id and who.when_overdue`;

/** Whatever has fallen due in the stretch, as rows, but for what stands there already. */
async function makeDue(tx: Tx, stretch: Stretch): Promise<Told[]> {
  const { timeZone } = await firmOf(tx);
  const mornings = sql`jsonb_to_recordset(${JSON.stringify(morningsIn(stretch, timeZone))}::jsonb)
    as m (moment timestamptz, day date, "from" timestamptz, "to" timestamptz)`;
  return tx.rows(sql<Told>`
    with ${who}, ${leads}, due (person_id, task_id, kind, moment, about) as (
      ${byDefault(stretch)} union all ${byTask(stretch)} union all ${atDeadline(stretch)} union all ${nextMorning(mornings)})
    insert into reminders (person_id, task_id, kind, moment, about, due_at, told_at)
    select person_id, task_id, kind, moment, about, moment, ${tx.now} from due order by moment, task_id
    on conflict (task_id, person_id, kind, moment) do nothing
    returning id, person_id as "personId"`);
}

/** What was put off until now and still holds; what holds no more waits in case it is undone. */
function tellAgain(tx: Tx): Promise<Told[]> {
  return tx.rows(sql<Told>`
    update reminders r set told_at = ${tx.now} from pub_tasks t
    where r.told_at is null and r.due_at <= ${tx.now} and t.id = r.task_id and ${stands}
    returning r.id, r.person_id as "personId"`);
}

function tellEach(emit: Emit, told: Told[]): void {
  for (const [personId, each] of Map.groupBy(told, (one) => one.personId))
    emit({ name: 'reminder.reached', ids: each.map(({ id }) => id), owners: [personId] });
}

const sweep: Turn = {
  name: 'reminders.sweep',
  when: '*/15 * * * * *',
  async run(tx, emit) {
    if (!(await tx.one(sql`select 1 from pub_firm`))) return;
    const stretch = await takeStretch(tx);
    const told = [...(await makeDue(tx, stretch)), ...(await tellAgain(tx))];
    tellEach(emit, told);
    await queuePushes(tx, told);
  },
};

const clear: Turn = {
  name: 'reminders.clearOld',
  when: '37 1 * * *',
  async run(tx) {
    await tx.rows(
      sql`delete from reminders where due_at < ${tx.now}::timestamptz - make_interval(days => ${keptDays})`,
    );
  },
};

export const reminderTurns: Turn[] = [sweep, clear];
