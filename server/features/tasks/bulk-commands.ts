// Writes of many tasks at once: one change, one operation, one undo.
import { firstDay, lastDay } from '../../../contract/kit/interval.ts';
import { type TaskInput, tasks } from '../../../contract/tasks.ts';
import { type Actor, may, mustReach } from '../../platform/actor.ts';
import { dayIn } from '../../platform/clock.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { type Chosen, chosenRows } from '../../platform/view/chosen.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { isClientSeen, reassignClients } from '../clients/index.ts';
import { arePeople } from '../people/index.ts';
import { reassignShared } from '../views/index.ts';
import { tasksReached } from './access.ts';
import { mustFitTask, ownersOf } from './commands.ts';
import { goBackToPlans, type Plan, plansOf } from './reopening.ts';
import { comeAgain, type Repeating } from './repetition.ts';
import { mustBeOnADay, mustHaveCome, taskColumns } from './rules.ts';
import { tasksSource } from './source.ts';
import { stateOf } from './states.ts';

type Touched = { id: number; owner: number | null; may: boolean };
/** `same`: it is already as it is to be. */
type Wished = Touched & { same: boolean };

type Lock = { verb: 'change' | 'delete'; fits?: RawBuilder<unknown>; same?: RawBuilder<unknown> };

/** The chosen tasks, locked, each with whether the actor may do this to it; `fits` is a further condition over `t`. */
async function lockChosen(
  tx: Tx,
  actor: Actor,
  chosen: Chosen,
  { verb, fits = sql`true`, same = sql`false` }: Lock,
): Promise<Wished[]> {
  const reader = readerOf(tx, actor);
  const rows = await chosenRows(tasksSource(reader), chosen, reader);
  return tx.rows(sql<Wished>`
    select t.id, t.manager_id as owner, ${tasksReached(actor, verb)} and ${fits} as may, ${same} as same from tasks t where ${rows} order by t.id for update`);
}

function tell(emit: Emit, name: string, rows: Touched[], more: (number | null | undefined)[] = []): void {
  if (rows.length > 0)
    emit({
      name,
      ids: rows.map(({ id }) => id),
      owners: ownersOf(...rows.map(({ owner }) => owner), ...more),
    });
}

type Wanted = {
  set: TaskInput;
  moveByDays?: number | undefined;
  within?: Moved['within'] | undefined;
  reason?: string | undefined;
};

/** A move by whole days that ends inside of these days, inclusive. */
type Moved = { by: number; within: { from: string; to: string } };

const movedDay = ({ by, within }: Moved) =>
  sql`case when t.day is not null then least(greatest(t.day + ${by}::integer, ${within.from}::date), ${within.to}::date) end`;

/** The change as SET clauses; a move by days keeps each task's hour by the firm's clock, across changes of the clock too. */
async function clausesOf(
  tx: Tx,
  actor: Actor,
  { set, reason }: Wanted,
  moved: Moved | undefined,
): Promise<RawBuilder<unknown>[]> {
  const { timeZone } = actor;
  const columns = taskColumns(set, timeZone);
  const done: RawBuilder<unknown>[] = [];
  if (set.stateId !== undefined) {
    const { meaning } = await stateOf(tx, { id: set.stateId, meaning: 'open' });
    columns.is_open = meaning === 'open';
    if (meaning !== 'open') columns.repeat = null;
    if (meaning !== 'done') columns.done_at = null;
    else done.push(...doneClauses(tx, actor, set.at === undefined && !moved));
    if (meaning === 'done' && set.results !== undefined) {
      delete columns.results;
      done.push(sql`results = ${resultsAfter(set.results)}`);
    }
    if (meaning === 'cancelled' && reason) done.push(sql`cancel_reason = ${reasonOf(reason)}`);
    if (meaning === 'done') mustHaveCome(set.at, { now: tx.now, timeZone }, 'set.at');
  }
  const known = Object.fromEntries(Object.keys(columns).map((column) => [column, column]));
  const move = moved
    ? [
        sql`at = (t.at at time zone ${timeZone} + make_interval(days => (${movedDay(moved)}) - t.day)) at time zone ${timeZone}`,
        sql`day = ${movedDay(moved)}`,
      ]
    : [];
  return [setClauses(columns, known), ...done, ...move];
}

/** One result for many goes beneath what was written into a task before; what is done already keeps its own. */
const resultsAfter = (results: string) =>
  sql`case when t.done_at is not null then t.results else concat_ws(E'\n', nullif(t.results, ''), ${results}::text) end`;

/** What was not done yet is done now; `here`: and stands there, its plan is over. */
function doneClauses({ now }: Tx, { timeZone }: Actor, here: boolean): RawBuilder<unknown>[] {
  const fresh = sql`t.done_at is null`;
  const moment = sql`${now}::timestamptz`;
  return [
    sql`done_at = coalesce(t.done_at, ${moment})`,
    ...(here
      ? [
          sql`at = case when ${fresh} then ${moment} else t.at end`,
          sql`day = case when ${fresh} then (${moment} at time zone ${timeZone})::date else t.day end`,
          sql`has_time = t.has_time or ${fresh}`,
        ]
      : []),
  ];
}

/** What was cancelled before keeps why. */
const reasonOf = (reason: string) => sql`case when exists (
  select from pub_entries where id = t.state_id and meaning = 'cancelled'
) then t.cancel_reason else ${reason} end`;

/** Those of the tasks that repeat and would be closed by the change, as they are before it. */
function endingOf(tx: Tx, set: TaskInput, ids: number[]): Promise<Repeating[]> {
  if (set.stateId === undefined) return Promise.resolve([]);
  return tx.rows(sql<Repeating>`
    select id, at, has_time as "hasTime", deadline, repeat, rule_day as "ruleDay" from tasks
    where id = any(${ids}::bigint[]) and is_open and repeat is not null
      and exists (select from pub_entries where id = ${set.stateId} and meaning <> 'open') order by id`);
}

/** What those of the tasks that the change opens again had been planned for; none where it says itself when. */
async function plansAgain(
  tx: Tx,
  { set, moveByDays }: { set: TaskInput; moveByDays?: number | undefined },
  ids: number[],
): Promise<Plan[]> {
  if (set.stateId === undefined || set.at !== undefined || moveByDays) return [];
  const { meaning } = await stateOf(tx, { id: set.stateId, meaning: 'open' });
  return meaning === 'open' ? plansOf(tx, ids) : [];
}

/** The state is all that is wanted, and the task `t` has it: nothing is to be done to it. */
async function isThere(tx: Tx, { set, moveByDays, within }: Wanted): Promise<RawBuilder<unknown>> {
  const { stateId, results, ...others } = set;
  if (stateId === undefined || moveByDays || within || Object.keys(others).length > 0) return sql`false`;
  const { meaning } = await stateOf(tx, { id: stateId, meaning: 'open' });
  return results === undefined || meaning === 'done' ? sql`t.state_id = ${stateId}` : sql`false`;
}

/** A move that would leave the years a day may have is not made. */
function staysInYears({ moveByDays = 0, within }: Wanted): RawBuilder<unknown> {
  return sql`coalesce(t.day + ${within ? 0 : moveByDays}::integer between ${firstDay}::date and ${lastDay}::date, true)`;
}

/** Without a day there is nothing to move, and no day whose hour could be told. */
function needsADay({ set, moveByDays }: Wanted): boolean {
  const onlyMoves = moveByDays !== undefined && Object.keys(set).length === 0;
  return set.at === undefined && (onlyMoves || set.hasTime === true);
}

/** What is done, or is by the change, stays where it is rather than stand in days to come. */
function notDoneAhead({ now }: Tx, { timeZone }: Actor, { set, moveByDays = 0, within }: Wanted) {
  if (set.at === undefined && !moveByDays && !within) return sql`true`;
  const day = set.at
    ? sql`${dayIn(set.at, timeZone)}::date`
    : movedDay({ by: moveByDays, within: within ?? { from: firstDay, to: lastDay } });
  const isDone =
    set.stateId === undefined
      ? sql`t.done_at is not null`
      : sql`exists (select from pub_entries where id = ${set.stateId} and meaning = 'done')`;
  return sql`coalesce(not (${isDone} and ${day} > ${dayIn(now, timeZone)}::date), true)`;
}

/** Which of the chosen tasks `t` the change can be made to; what repeats keeps a day. */
function fitsChange(wanted: Wanted): RawBuilder<unknown> {
  if (wanted.set.at === null) return sql`t.repeat is null`;
  return needsADay(wanted) ? sql`(t.day is not null and ${staysInYears(wanted)})` : staysInYears(wanted);
}

const changeMany = commandHandler({
  request: tasks.changeMany,
  may: (actor) => may(actor, 'tasks', 'change'),
  async run(tx, actor, { chosen, ...wanted }, emit) {
    const { set, moveByDays, within } = wanted;
    if (set.at !== undefined && moveByDays) refuseFields([{ path: 'moveByDays', code: 'fault.choice' }]);
    mustBeOnADay(set.at, actor.timeZone, 'set.at');
    if (set.at === null && set.hasTime) refuseFields([{ path: 'set.at', code: 'fault.required' }]);
    if (set.managerId !== undefined) mustReach(actor, 'tasks', 'add', set.managerId);
    await mustFitTask(tx, actor, set, 'set.');
    const fits = sql`${fitsChange(wanted)} and ${notDoneAhead(tx, actor, wanted)}`;
    const moves = Boolean(moveByDays || within);
    const same = sql`${Object.keys(set).length === 0 && !moves} or ${await isThere(tx, wanted)}`;
    const chosenOnes = await lockChosen(tx, actor, chosen, { verb: 'change', fits, same });
    const rows = chosenOnes.filter((row) => !row.same);
    const changed = rows.filter((row) => row.may);
    const ids = changed.map(({ id }) => id);
    const closed = await endingOf(tx, set, ids);
    const plans = await plansAgain(tx, { set, moveByDays }, ids);
    const years = { from: firstDay, to: lastDay };
    const clauses = await clausesOf(
      tx,
      actor,
      wanted,
      moves ? { by: moveByDays ?? 0, within: within ?? years } : undefined,
    );
    await tx.rows(sql`update tasks t set ${sql.join(clauses)} where t.id = any(${ids}::bigint[])`);
    if (plans.length > 0) await goBackToPlans(tx, plans, actor.timeZone);
    tell(emit, 'task.changed', changed, [set.managerId]);
    const next = await comeAgain(tx, actor, { closed, emit });
    return { changed: changed.length, skipped: rows.length - changed.length, comeAgain: next.length };
  },
});

const remove = commandHandler({
  request: tasks.delete,
  may: (actor) => may(actor, 'tasks', 'delete'),
  async run(tx, actor, { chosen }, emit) {
    const rows = await lockChosen(tx, actor, chosen, { verb: 'delete' });
    const deleted = rows.filter((row) => row.may);
    await tx.rows(sql`delete from tasks where id = any(${deleted.map(({ id }) => id)}::bigint[])`);
    tell(emit, 'task.deleted', deleted);
    return { changed: deleted.length, skipped: rows.length - deleted.length };
  },
});

const handOver = commandHandler({
  request: tasks.handOver,
  may: (actor) => may(actor, 'clients', 'change') && may(actor, 'tasks', 'change'),
  async run(tx, actor, input, emit) {
    mustReach(actor, 'tasks', 'add', input.toId);
    if (!(await arePeople(tx, [input.toId]))) refuseFields([{ path: 'toId', code: 'fault.missingRecord' }]);
    if ('clientId' in input && !(await isClientSeen(tx, actor, input.clientId)))
      refuse('record.missing', { kind: 'clients' });
    const clientIds = await reassignClients(tx, actor, { which: input, toId: input.toId }, emit);
    const whose =
      'clientId' in input ? sql`t.client_id = ${input.clientId}` : sql`t.manager_id = ${input.fromId}`;
    const rows = await tx.rows(sql<Touched>`
      select t.id, t.manager_id as owner, true as may from tasks t
      where ${whose} and t.is_open and t.manager_id is distinct from ${input.toId} and ${tasksReached(actor, 'change')} order by t.id for update`);
    await tx.rows(
      sql`update tasks set manager_id = ${input.toId}, version = version + 1 where id = any(${rows.map(({ id }) => id)}::bigint[])`,
    );
    tell(emit, 'task.changed', rows, [input.toId]);
    const views = 'fromId' in input ? await reassignShared(tx, actor, input, emit) : 0;
    return { clients: clientIds.length, tasks: rows.length, views };
  },
});

export const bulkTaskCommands: CommandHandler[] = [changeMany, remove, handOver];
