// Filling in and removing the demo: the filling is one operation, so removing it is undoing it, however long ago it was.
import { demo } from '../../../contract/demo.ts';
import type { Meaning } from '../../../contract/directories.ts';
import type { Tree } from '../../../contract/groups.ts';
import { dayIn } from '../../platform/clock.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { revert } from '../../platform/journal/undo.ts';
import { refuse } from '../../platform/refusals.ts';
import { freeName } from '../../platform/same-name.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { clientColumns, insertClient } from '../clients/index.ts';
import { groupsOf, makeGroup } from '../groups/index.ts';
import { demoFilling, firmOf, insertPerson } from '../people/index.ts';
import { insertTasks } from '../tasks/index.ts';
import { type DemoTask, demoClient, demoClients, demoTask, demoTasks, type Ids } from './firm.ts';
import { type DemoWords, demoWords } from './words.ts';

type Entry = { id: number; directory: string; meaning: Meaning | null };

const fill = commandHandler({
  request: demo.fill,
  may: (actor) => actor.keeper,
  async run(tx, actor, _input, emit) {
    if (await demoFilling(tx)) refuse('demo.filled');
    const firm = await firmOf(tx);
    const words = demoWords[firm.locale];
    const entries = await directoryOf(tx);
    const ids = await fillBase(tx, words, entries);
    const clientIds = await fillClients(tx, { words, ids, country: firm.country, authorId: actor.userId });
    const taskIds = await fillTasks(tx, {
      words,
      entries,
      people: ids.people,
      clientIds,
      timeZone: firm.timeZone,
      authorId: actor.userId,
    });
    tell(emit, { ids, clientIds, taskIds });
    return {};
  },
});

function tell(emit: Emit, made: { ids: Ids; clientIds: number[]; taskIds: number[] }): void {
  emit({ name: 'group.created', ids: made.ids.groups });
  emit({ name: 'person.created', ids: made.ids.people });
  emit({ name: 'client.created', ids: made.clientIds, owners: made.ids.people });
  emit({ name: 'task.created', ids: made.taskIds, owners: made.ids.people });
}

/** The directories as they are; they may not have been filled by their own reaction yet. */
async function directoryOf(tx: Tx): Promise<Entry[]> {
  const entries = await tx.rows(
    sql<Entry>`select id, directory, meaning from pub_entries where not archived order by position, id`,
  );
  if (!entries.some(({ directory }) => directory === 'taskStates')) refuse('server.busy');
  return entries;
}

async function fillBase(tx: Tx, words: DemoWords, entries: Entry[]): Promise<Ids> {
  const makeTop = async (tree: Tree, name: string) => {
    const beside = (await groupsOf(tx, tree)).filter(({ parentId }) => parentId === null);
    return makeGroup(tx, { tree, parentId: null, name: freeName(name, beside) });
  };
  const teams: number[] = [];
  for (const name of words.groups) teams.push(await makeTop('managers', name));
  const groups: number[] = [];
  for (const [name, below] of words.clientGroups) {
    const top = await makeTop('clients', name);
    groups.push(top);
    for (const child of below)
      groups.push(await makeGroup(tx, { tree: 'clients', parentId: top, name: child }));
  }
  const people: number[] = [];
  for (const [name, team, position] of words.people)
    people.push(await insertPerson(tx, { name, position, groupId: teams[team] ?? null }));
  const of = (name: string) => entries.filter(({ directory }) => directory === name).map(({ id }) => id);
  return {
    people,
    groups,
    statuses: of('clientStatuses'),
    types: of('clientTypes'),
    origins: of('clientOrigins'),
  };
}

type ClientsToFill = { words: DemoWords; ids: Ids; country: string; authorId: number | null };

async function fillClients(tx: Tx, { words, ids, country, authorId }: ClientsToFill): Promise<number[]> {
  const made: number[] = [];
  for (let n = 0; n < demoClients; n++)
    made.push(await insertClient(tx, clientColumns(demoClient(words, n, ids), country), authorId));
  return made;
}

type TasksToFill = {
  words: DemoWords;
  entries: Entry[];
  people: number[];
  clientIds: number[];
  timeZone: string;
  authorId: number | null;
};

async function fillTasks(tx: Tx, given: TasksToFill): Promise<number[]> {
  const types = given.entries.filter(({ directory }) => directory === 'taskTypes').map(({ id }) => id);
  const state = (meaning: Entry['meaning']) =>
    given.entries.find((entry) => entry.meaning === meaning)?.id ?? refuse('server.busy');
  const states = { open: state('open'), done: state('done'), cancelled: state('cancelled') };
  const today = Temporal.PlainDate.from(dayIn(tx.now, given.timeZone));
  const around: Around = { ...given, types, states, today, now: tx.now };
  const counts = { people: given.people.length, types: types.length };
  return insertTasks(
    tx,
    Array.from({ length: demoTasks }, (_, n) => taskRow(demoTask(given.words, n, counts), around)),
  );
}

type Around = TasksToFill & {
  types: number[];
  states: Record<Meaning, number>;
  today: Temporal.PlainDate;
  now: string;
};

function taskRow(task: DemoTask, around: Around): Record<string, unknown> {
  const day = workingDay(around.today, task);
  // What is done was done at some hour, also where none was planned.
  const minuteOfDay = task.minuteOfDay ?? (task.outcome ? hourlessAt(task) : null);
  const planned = momentOf(day, minuteOfDay, around);
  const at = task.outcome && Temporal.Instant.compare(planned, around.now) > 0 ? around.now : planned;
  const meaning = task.outcome ? 'done' : task.cancelled ? 'cancelled' : 'open';
  return {
    type_id: around.types[task.type],
    state_id: around.states[meaning],
    manager_id: around.people[task.manager],
    client_id: task.client === null ? null : around.clientIds[task.client],
    description: task.text,
    results: task.outcome ?? '',
    at,
    has_time: minuteOfDay !== null,
    day: day.toString(),
    minutes: task.minutes,
    set_at: setAt(day, task, around),
    done_at: task.outcome ? at : null,
    author_id: around.authorId,
    is_open: meaning === 'open',
    tags: task.tag ? [task.tag] : [],
  };
}

/**
 * The firm rests at weekends, but for today: who looks around on a Sunday has something to look at. What falls on a weekend is
 * spread over the week beside it; what is past stays past.
 */
function workingDay(today: Temporal.PlainDate, { day: days, client, type }: DemoTask): Temporal.PlainDate {
  const day = today.add({ days });
  const rest = day.dayOfWeek - 5; // days since Friday
  if (days === 0 || rest <= 0) return day;
  const further = ((client ?? 0) + type) % 5;
  return days < 0 ? day.subtract({ days: rest + further }) : day.add({ days: 3 - rest + further });
}

function momentOf(day: Temporal.PlainDate, minuteOfDay: number | null, { timeZone }: Around): string {
  const plainTime =
    minuteOfDay === null
      ? undefined
      : Temporal.PlainTime.from({ hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 });
  return day
    .toZonedDateTime({ timeZone, ...(plainTime ? { plainTime } : {}) })
    .toInstant()
    .toString();
}

/** A minute of the working day, spread over it. */
const hourlessAt = ({ client, type }: DemoTask) => 9 * 60 + (((client ?? 0) * 37 + type * 95) % 510);

/** Within working hours some days before it was planned for, and never later than now. */
function setAt(day: Temporal.PlainDate, task: DemoTask, around: Around): string {
  const ahead = 1 + (((task.client ?? 0) + task.type) % 9); // days
  const before = momentOf(day.subtract({ days: ahead }), hourlessAt(task), around);
  return Temporal.Instant.compare(before, around.now) < 0 ? before : around.now;
}

const remove = commandHandler({
  request: demo.remove,
  may: (actor) => actor.keeper,
  async run(tx, _actor, _input, emit) {
    const operation = (await demoFilling(tx)) ?? refuse('demo.none');
    const undone = await revert(tx, operation, new Map());
    await tx.rows(sql`update operations set undone_by = ${tx.operation} where id = ${operation}`);
    for (const [table, ids] of undone.touched) {
      const kind = tx.declared.records.find((record) => record.table === table);
      // Whose they were is gone with them: everybody looks anew.
      if (kind && ids.length > 0) emit({ name: kind.changed, ids });
    }
    const removed = [...undone.touched.values()].reduce((sum, ids) => sum + ids.length, 0);
    return { removed, left: undone.leftAlone.length };
  },
});

export const demoCommands: CommandHandler[] = [fill, remove];
