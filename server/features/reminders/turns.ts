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

/** A clock that changes between midnight and nine makes the way there an hour longer or shorter: so much more is looked through. */
const clockChange = sql`interval '3 hours'`;

/** When a task is reminded of so long ahead; one without an hour at nine by the clock on the wall, or whole days before that. */
const momentOf = (ahead: RawBuilder<unknown>, timeZone: string) => sql`
  case when t.has_time then t.at - make_interval(mins => ${ahead})
    else (t.day::timestamp + interval '9 hours' - make_interval(mins => ${ahead})) at time zone ${timeZone} end`;

const within = ({ from, to }: Stretch, moment: RawBuilder<unknown>) =>
  sql`${moment} > ${from}::timestamptz and ${moment} <= ${to}::timestamptz`;

const byDefault = (stretch: Stretch, timeZone: string) => {
  const moment = momentOf(sql`case when t.has_time then l.ahead else l.ahead + 540 end`, timeZone);
  return sql`
  select t.manager_id, t.id, 'before', ${moment}, t.at
  from leads l join pub_tasks t on t.is_open and t.remind is null and t.has_time = l.has_time
    and t.at > ${stretch.from}::timestamptz + make_interval(mins => l.ahead) - ${clockChange}
    and t.at <= ${stretch.to}::timestamptz + make_interval(mins => l.ahead) + ${clockChange}
  join who on who.id = t.manager_id and who.minutes = l.minutes
  where ${within(stretch, moment)}`;
};

const byTask = (stretch: Stretch, timeZone: string) => {
  const moment = momentOf(sql`t.remind`, timeZone);
  return sql`
  select t.manager_id, t.id, 'before', ${moment}, t.at
  from pub_tasks t join who on who.id = t.manager_id
  where t.is_open and t.remind >= 0
    and remind_moment(t.at, t.has_time, t.remind) > (${stretch.from}::timestamptz - ${clockChange}) at time zone 'UTC'
    and remind_moment(t.at, t.has_time, t.remind) <= (${stretch.to}::timestamptz + ${clockChange}) at time zone 'UTC'
    and ${within(stretch, moment)}`;
};

/** What was planned or moved too late to be reminded of ahead is reminded of when it begins. */
const atLast = (stretch: Stretch) => sql`
  select t.manager_id, t.id, 'before', t.at, t.at
  from pub_tasks t join who on who.id = t.manager_id
  where t.is_open and t.has_time and coalesce(t.remind, who.minutes) > 0 and ${within(stretch, sql`t.at`)}
    and not exists (select from reminders r
      where r.task_id = t.id and r.person_id = t.manager_id and r.kind = 'before' and r.about = t.at)`;

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
      ${byDefault(stretch, timeZone)} union all ${byTask(stretch, timeZone)} union all ${atLast(stretch)} union all ${atDeadline(stretch)} union all ${nextMorning(mornings)})
    insert into reminders (person_id, task_id, kind, moment, about, due_at, told_at)
    select distinct on (person_id, task_id, kind, about) person_id, task_id, kind, moment, about, moment, ${tx.now}
    from due order by person_id, task_id, kind, about, moment
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
