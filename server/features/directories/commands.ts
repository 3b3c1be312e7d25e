// Writes of the directories. What is used is never deleted: it is replaced everywhere or archived.
import { type DirectoryName, directories, type Meaning, meanings } from '../../../contract/directories.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { mustBeUnused, mustReachUses, replaceEverywhere } from '../../platform/references.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import {
  mustBeOnlyOne,
  mustStayOnlyOnes,
  type Named,
  type NamedRow,
  nameInTurn,
} from '../../platform/same-name.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { groupFaults } from '../groups/index.ts';

type EntryRow = {
  id: number;
  directory: DirectoryName;
  name: string;
  meaning: Meaning | null;
  archived: boolean;
  version: number;
};

const mayChange = (actor: Actor) => may(actor, 'directories', 'change');

/** `goes`: nobody may begin to use it either; else only who writes it waits. */
async function mustFind(rows: Rows, id: number, goes = false): Promise<EntryRow> {
  const row = await rows.one(
    sql<EntryRow>`select id, directory, name, meaning, archived, version from directory_entries where id = ${id} ${goes ? sql`for update` : sql`for no key update`}`,
  );
  return row ?? refuse('record.missing', { kind: 'directories' });
}

/** New tasks need a state to start in, and those that end one to go to. Asked after the write, one writer at a time. */
async function mustHaveStates(tx: Tx): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('directories/openState'))`);
  const found = await tx.rows(sql<{ meaning: Meaning }>`
    select distinct meaning from directory_entries where directory = 'taskStates' and not archived`);
  const meaning = meanings.find((wanted) => !found.some((each) => each.meaning === wanted));
  if (meaning) refuse('entry.lastState', { meaning });
}

/** What an undo brought back must stand under a name of its own, and leave a state to start in. */
export async function mustFitAgain(tx: Tx, ids: number[]): Promise<void> {
  await nameInTurn(tx, 'directories');
  mustStayOnlyOnes(
    await tx.rows(sql<NamedRow>`select id, name, directory as beside from directory_entries`),
    ids,
  );
  await mustHaveStates(tx);
}

async function mustBeInTree(tx: Tx, groupId: number | null | undefined, path: string): Promise<void> {
  const faults = await groupFaults(tx, { tree: 'taskTypes', path, id: groupId });
  if (faults.length > 0) refuseFields(faults);
}

async function mustHaveOwnName(tx: Tx, { directory, name }: NewEntry, path: string, self = 0): Promise<void> {
  await nameInTurn(tx, 'directories');
  const others = await tx.rows(
    sql<Named>`select name, archived from directory_entries where directory = ${directory} and id <> ${self}`,
  );
  mustBeOnlyOne(name, others, path);
}

export type NewEntry = {
  directory: DirectoryName;
  name: string;
  groupId?: number | null;
  tint?: string | null;
  meaning?: Meaning | null;
};

/** Makes an entry as the last of its directory; a state without a meaning is open. */
export async function makeEntry(tx: Tx, entry: NewEntry): Promise<number> {
  await mustBeInTree(tx, entry.groupId, 'groupId');
  const meaning = entry.directory === 'taskStates' ? (entry.meaning ?? 'open') : null;
  const row = await tx.one(sql<{ id: number }>`
    insert into directory_entries (directory, name, group_id, tint, meaning, position)
    values (${entry.directory}, ${entry.name}, ${entry.groupId ?? null}, ${entry.tint ?? null}, ${meaning},
      (select coalesce(max(position), 0) + 1 from directory_entries where directory = ${entry.directory})) returning id`);
  return row?.id as number;
}

const create = commandHandler({
  request: directories.create,
  may: (actor) => may(actor, 'directories', 'add'),
  async run(tx, _actor, input, emit) {
    await mustHaveOwnName(tx, input, 'name');
    const id = await makeEntry(tx, input);
    emit({ name: 'entry.created', ids: [id] });
    return { id };
  },
});

const columns = { name: 'name', groupId: 'group_id', tint: 'tint', meaning: 'meaning' };

const change = commandHandler({
  request: directories.change,
  may: mayChange,
  async run(tx, _actor, { id, version, set }, emit) {
    const current = await mustFind(tx, id);
    mustBeFresh(current, version);
    await mustBeInTree(tx, set.groupId, 'set.groupId');
    if (set.name !== undefined && set.name !== current.name)
      await mustHaveOwnName(tx, { directory: current.directory, name: set.name }, 'set.name', id);
    const isState = current.directory === 'taskStates';
    if (isState && set.meaning === null) refuseFields([{ path: 'set.meaning', code: 'fault.required' }]);
    const fitting = isState ? set : { ...set, meaning: undefined };
    await tx.rows(sql`update directory_entries set ${setClauses(fitting, columns)} where id = ${id}`);
    if (isState) await mustHaveStates(tx);
    emit({ name: 'entry.changed', ids: [id] });
    return {};
  },
});

const archive = commandHandler({
  request: directories.archive,
  may: mayChange,
  async run(tx, _actor, { id, archived }, emit) {
    const current = await mustFind(tx, id);
    if (current.archived === archived) return {};
    await tx.rows(
      sql`update directory_entries set archived = ${archived}, version = version + 1 where id = ${id}`,
    );
    if (current.directory === 'taskStates') await mustHaveStates(tx);
    emit({ name: 'entry.changed', ids: [id] });
    return {};
  },
});

const reorder = commandHandler({
  request: directories.reorder,
  may: mayChange,
  async run(tx, _actor, { directory, ids }, emit) {
    const moved = await tx.rows(sql<{ id: number }>`
      update directory_entries e set position = o.n, version = version + 1
      from (select id, row_number() over (order by array_position(${ids}::bigint[], id), position, id) as n
        from directory_entries where directory = ${directory}) o
      where e.id = o.id and e.position <> o.n returning e.id`);
    if (moved.length > 0) emit({ name: 'entry.changed', ids: moved.map(({ id }) => id) });
    return {};
  },
});

async function deleteEntry(tx: Tx, entry: EntryRow, emit: Emit): Promise<void> {
  await tx.rows(sql`delete from directory_entries where id = ${entry.id}`);
  if (entry.directory === 'taskStates') await mustHaveStates(tx);
  emit({ name: 'entry.deleted', ids: [entry.id] });
}

const remove = commandHandler({
  request: directories.delete,
  may: (actor) => may(actor, 'directories', 'delete'),
  async run(tx, actor, { id }, emit) {
    const entry = await mustFind(tx, id, true);
    await mustBeUnused(tx, { actor, table: 'directory_entries', ids: [id] });
    await deleteEntry(tx, entry, emit);
    return {};
  },
});

const replace = commandHandler({
  request: directories.replace,
  may: (actor, { remove: goes }) => mayChange(actor) && (!goes || may(actor, 'directories', 'delete')),
  async run(tx, actor, input, emit) {
    if (input.from === input.to) refuseFields([{ path: 'to', code: 'fault.choice' }]);
    const [from, to] = [await mustFind(tx, input.from, input.remove), await mustFind(tx, input.to)];
    if (from.directory !== to.directory) refuse('entry.otherDirectory');
    await mustReachUses(tx, { actor, table: 'directory_entries', ids: [from.id] });
    const changed = await replaceEverywhere(tx, 'directory_entries', { from: from.id, to: to.id }, emit);
    emit({ name: 'entry.changed', ids: [to.id] });
    if (input.remove) await deleteEntry(tx, from, emit);
    return { changed };
  },
});

export const directoriesCommands: CommandHandler[] = [create, change, archive, reorder, remove, replace];
