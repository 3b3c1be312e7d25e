// Writes of single tasks: set, change, complete, cancel, duplicate.
import { type TaskInput, type TaskRow, tasks } from '../../../contract/tasks.ts';
import { type Actor, may, mustReach } from '../../platform/actor.ts';
import { dayIn } from '../../platform/clock.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { readerOf } from '../../platform/view/reader.ts';
import type { Reader } from '../../platform/view/source.ts';
import { clientsReached } from '../clients/index.ts';
import { tasksReached } from './access.ts';
import { readTask, readTaskRow } from './queries.ts';
import {
  comeAgain,
  copyTasks,
  keptRepeat,
  mustBeOpenToRepeat,
  type Path,
  type Repeating,
} from './repetition.ts';
import { mustBeOnADay, mustHaveCome, mustRemindAhead, taskColumns } from './rules.ts';
import { clientJoin, taskJson } from './source.ts';
import { momentBy, stateColumns } from './state-change.ts';
import { type State, stateOf, stateSql } from './states.ts';

type Current = {
  id: number;
  version: number;
  managerId: number | null;
  stateId: number;
  isOpen: boolean;
  doneAt: string | null;
} & Omit<Repeating, 'id'>;

/** Refuses every field that names nothing the actor may name, all at once. `path`: where the fields stand in the input. */
export async function mustFitTask(rows: Rows, actor: Actor, input: TaskInput, path: Path): Promise<void> {
  const { typeId = null, stateId = null, managerId = null, clientId = null } = input;
  if (typeId === null && stateId === null && managerId === null && clientId === null) return;
  refuseUnnamed(await rows.one(sql<Fits>`select ${fits(actor, input)}`), path);
}

type Fits = Record<'typeId' | 'stateId' | 'managerId' | 'clientId', boolean>;

/** Columns by field: whether each names something that the actor may name. */
function fits(actor: Actor, input: TaskInput): RawBuilder<unknown> {
  const { typeId = null, stateId = null, managerId = null, clientId = null } = input;
  return sql`${typeId}::bigint is null or exists (select from pub_entries where id = ${typeId} and directory = 'taskTypes') as "typeId",
    ${stateId}::bigint is null or exists (select from pub_entries where id = ${stateId} and directory = 'taskStates') as "stateId",
    ${managerId}::bigint is null or exists (select from pub_people where id = ${managerId} and status <> 'blocked') as "managerId",
    ${clientId}::bigint is null or exists (select from pub_clients c where c.id = ${clientId} and ${clientsReached(actor, 'view', 'c')}) as "clientId"`;
}

function refuseUnnamed(named: Partial<Fits> | undefined, path: Path): void {
  const faults = Object.entries(named ?? {}).filter(([, found]) => !found);
  if (faults.length > 0)
    refuseFields(faults.map(([field]) => ({ path: `${path}${field}`, code: 'fault.missingRecord' })));
}

/** An hour without a day says nothing, and the day must be one. */
function mustHaveMoment(
  { at, hasTime }: TaskInput,
  { known, timeZone }: { known: string | null; timeZone: string },
  path: Path,
): void {
  mustBeOnADay(at, timeZone, `${path}at`);
  if (hasTime && (at === undefined ? known : at) === null)
    refuseFields([{ path: `${path}at`, code: 'fault.required' }]);
}

/** Refuses a new task's fields as `mustFitTask` does, and one whose state is missing; by one question. */
async function mustFitNewTask(tx: Tx, actor: Actor, input: TaskInput, path: Path): Promise<void> {
  const wanted = firstState(input);
  const found = await tx.one(sql<Fits & { state: State | null }>`
    select ${fits(actor, input)}, (select to_json(s) from (${stateSql(wanted)}) s) as state`);
  const { state = null, ...named } = found ?? {};
  refuseUnnamed(named, path);
  if (!state) refuse('task.noState', { meaning: wanted.meaning });
  const { now } = tx;
  if (state.meaning === 'done') mustHaveCome(input.at, { now, timeZone: actor.timeZone }, `${path}at`);
  mustBeOpenToRepeat(input, state.meaning === 'open', path);
}

/** The state that a new task starts in. */
const firstState = ({ stateId }: TaskInput) => ({ id: stateId, meaning: 'open' as const });

export async function mustFindTask(tx: Tx, actor: Actor, id: number): Promise<Current> {
  const row = await tx.one(sql<Current>`
    select t.id, t.version, t.manager_id as "managerId", t.state_id as "stateId", t.is_open as "isOpen", t.done_at as "doneAt",
      t.at, t.has_time as "hasTime", t.deadline, t.repeat, t.rule_day as "ruleDay" from tasks t
    where t.id = ${id} and ${tasksReached(actor, 'view')} for update`);
  return row ?? refuse('record.missing', { kind: 'tasks' });
}

/** Inserts a task in its first state and answers the row of the list, in one statement; nothing where there is no such state. */
async function insertTask(
  reader: Reader,
  input: TaskInput,
  columns: Record<string, unknown>,
): Promise<TaskRow> {
  const names = sql.join(Object.keys(columns).map((column) => sql.ref(column)));
  const values = sql.join(Object.values(columns).map((value) => sql`${value}`));
  const made = await reader.rows.one(sql<{ row: TaskRow }>`
    with s as (${stateSql(firstState(input))}),
    t as (
      insert into tasks (${names}, state_id, is_open, done_at)
      select ${values}, id, meaning = 'open', case when meaning = 'done' then ${reader.now}::timestamptz end from s
      returning *)
    select ${taskJson(reader, sql`left(t.description, 300)`, sql`left(t.results, 300)`)} as row
    from t ${clientJoin(reader.actor)}`);
  return made?.row as TaskRow;
}

export function ownersOf(...people: (number | null | undefined)[]): number[] {
  return people.filter((person) => person != null);
}

/**
 * Sets a new task; `path`: where its fields stand in the input. What it names is looked up by the side of the insert, in the
 * same breath: where the look finds a fault it is refused and the insert, whatever came of it, is rolled back.
 */
async function addTask(tx: Tx, actor: Actor, { input, path, emit }: Adding): Promise<TaskRow> {
  const given = { managerId: actor.userId, ...input };
  mustReach(actor, 'tasks', 'add', given.managerId ?? null);
  mustHaveMoment(given, { known: null, timeZone: actor.timeZone }, path);
  mustRemindAhead(given, null, { now: tx.now, path, timeZone: actor.timeZone });
  const rule = keptRepeat(given, { at: null, repeat: null }, { rows: tx, actor, path });
  const reader = readerOf(tx, actor);
  const { state_id: _, ...columns } = taskColumns({ ...given, ...rule }, reader.timeZone);
  const fitting = mustFitNewTask(tx, actor, given, path);
  const inserting = insertTask(reader, given, { ...columns, set_at: tx.now, author_id: actor.userId });
  inserting.catch(() => {}); // the look says why
  await fitting;
  const row = await inserting;
  emit({ name: 'task.created', ids: [row.id], owners: ownersOf(given.managerId) });
  return row;
}

type Adding = { input: TaskInput; path: Path; emit: Emit };

const create = commandHandler({
  request: tasks.create,
  may: (actor) => may(actor, 'tasks', 'add'),
  async run(tx, actor, input, emit) {
    const row = await addTask(tx, actor, { input, path: '', emit });
    return { id: row.id, row };
  },
});

/** Refuses `record.stale` with the whole task as it stands, unless the writer has seen this version. */
async function mustHaveSeen(reader: Reader, current: Current, seen: number | undefined): Promise<void> {
  if (seen === undefined || seen === current.version) return;
  mustBeFresh(await readTask(reader, current.id), seen);
}

/** The task as it would have gone on, had it not been closed by the same change. */
function changed(current: Current, { at, hasTime, deadline }: TaskInput): Repeating {
  const set = { at, hasTime, deadline };
  return {
    ...current,
    ...Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
  };
}

async function writeTask(tx: Tx, id: number, columns: Record<string, unknown>): Promise<void> {
  const known = Object.fromEntries(Object.keys(columns).map((column) => [column, column]));
  await tx.rows(sql`update tasks set ${setClauses(columns, known)} where id = ${id}`);
}

const change = commandHandler({
  request: tasks.change,
  may: (actor) => may(actor, 'tasks', 'change'),
  async run(tx, actor, { id, version, reason, set: given }, emit) {
    const current = await mustFindTask(tx, actor, id);
    mustReach(actor, 'tasks', 'change', current.managerId);
    const reader = readerOf(tx, actor);
    await mustHaveSeen(reader, current, version);
    if (given.managerId !== undefined) mustReach(actor, 'tasks', 'add', given.managerId);
    mustHaveMoment(given, { known: current.at, timeZone: actor.timeZone }, 'set.');
    await mustFitTask(tx, actor, given, 'set.');
    mustRemindAhead(given, current, { now: tx.now, path: 'set.', timeZone: actor.timeZone });
    const columns = await stateColumns(tx, { ...given, reason }, current);
    const isOpen = columns.is_open ?? current.isOpen;
    const doneAt = columns.done_at === undefined ? current.doneAt : columns.done_at;
    if (doneAt !== null) mustHaveCome(given.at, { now: tx.now, timeZone: actor.timeZone }, 'set.at');
    const set = { ...given, ...(await momentBy(tx, given, { current, columns })) };
    const rule = keptRepeat(set, current, { rows: tx, actor, path: 'set.' });
    mustBeOpenToRepeat(set, isOpen, 'set.');
    await writeTask(tx, id, { ...taskColumns({ ...set, ...rule }, reader.timeZone), ...columns });
    emit({ name: 'task.changed', ids: [id], owners: ownersOf(current.managerId, set.managerId) });
    const closed = current.isOpen && !isOpen ? [changed(current, given)] : [];
    const [next = null] = await comeAgain(tx, actor, { closed, emit });
    return { row: await readTaskRow(reader, id), next };
  },
});

type Closing = { id: number; version?: number | undefined; stateId?: number | undefined };

/** The task that is to be closed, checked, with the state it goes to. */
async function beginClosing(tx: Tx, actor: Actor, closing: Closing, meaning: 'done' | 'cancelled') {
  const current = await mustFindTask(tx, actor, closing.id);
  mustReach(actor, 'tasks', 'change', current.managerId);
  const reader = readerOf(tx, actor);
  await mustHaveSeen(reader, current, closing.version);
  if (!current.isOpen) refuse('task.alreadyClosed');
  const state = await stateOf(tx, { id: closing.stateId, meaning });
  if (state.meaning !== meaning) refuse(meaning === 'done' ? 'task.stateNotDone' : 'task.stateNotCancelled');
  return { current, reader, state };
}

const complete = commandHandler({
  request: tasks.complete,
  may: (actor) => may(actor, 'tasks', 'change'),
  async run(tx, actor, input, emit) {
    mustBeOnADay(input.at, actor.timeZone, 'at');
    mustHaveCome(input.at, { now: tx.now, timeZone: actor.timeZone }, 'at');
    const { current, reader, state } = await beginClosing(tx, actor, input, 'done');
    const at = input.at ?? tx.now;
    await writeTask(tx, current.id, {
      ...taskColumns({ at, hasTime: true, results: input.results }, reader.timeZone),
      state_id: state.id,
      is_open: false,
      done_at: at,
      repeat: null,
    });
    emit({ name: 'task.completed', ids: [current.id], owners: ownersOf(current.managerId) });
    const [next = null] = await comeAgain(tx, actor, { closed: [current], emit });
    const added = input.next && (await addTask(tx, actor, { input: input.next, path: 'next.', emit }));
    return { row: await readTaskRow(reader, current.id), next, addedId: added?.id ?? null };
  },
});

const cancel = commandHandler({
  request: tasks.cancel,
  may: (actor) => may(actor, 'tasks', 'change'),
  async run(tx, actor, input, emit) {
    const { current, reader, state } = await beginClosing(tx, actor, input, 'cancelled');
    await writeTask(tx, current.id, {
      state_id: state.id,
      is_open: false,
      done_at: null,
      cancel_reason: input.reason,
      repeat: null,
    });
    emit({ name: 'task.cancelled', ids: [current.id], owners: ownersOf(current.managerId) });
    const closed = input.endRepeat ? [] : [current];
    const [next = null] = await comeAgain(tx, actor, { closed, emit });
    return { row: await readTaskRow(reader, current.id), next };
  },
});

const duplicate = commandHandler({
  request: tasks.duplicate,
  may: (actor) => may(actor, 'tasks', 'add'),
  async run(tx, actor, { id }, emit) {
    const task = await mustFindTask(tx, actor, id);
    mustReach(actor, 'tasks', 'add', task.managerId);
    const reader = readerOf(tx, actor);
    const { at, hasTime, deadline } = task;
    const day = at && dayIn(at, actor.timeZone);
    const [made] = await copyTasks(tx, [{ id, at, day, hasTime, deadline, repeat: null }], actor.userId);
    const copy = made?.id as number;
    emit({ name: 'task.created', ids: [copy], owners: ownersOf(task.managerId) });
    return { id: copy, row: await readTaskRow(reader, copy) };
  },
});

export const taskCommands: CommandHandler[] = [create, change, complete, cancel, duplicate];
