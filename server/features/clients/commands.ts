// Writes of clients. Normal forms are made at every write by rules.ts, so that no door can forget them.
import { type ClientInput, clients } from '../../../contract/clients.ts';
import { type Actor, may, mustReach } from '../../platform/actor.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { mustBeUnused, mustReachUses, replaceEverywhere } from '../../platform/references.ts';
import { refuseFields } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { type Chosen, chosenRows } from '../../platform/view/chosen.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { entryFaults } from '../directories/index.ts';
import { groupFaults } from '../groups/index.ts';
import { arePeople, firmOf } from '../people/index.ts';
import { clientsReached } from './access.ts';
import { merge } from './merge.ts';
import { missingClient, readClient } from './queries.ts';
import { clientColumns } from './rules.ts';
import { clientsSource } from './source.ts';

type Current = { id: number; version: number; responsibleId: number | null };

/** Refuses every field that names nothing, all at once. `path`: where the fields stand in the input, `set.` in a change. */
async function mustFit(rows: Rows, input: ClientInput, path: '' | 'set.'): Promise<void> {
  const faults = await entryFaults(rows, [
    { path: `${path}statusId`, directory: 'clientStatuses', id: input.statusId },
    { path: `${path}typeId`, directory: 'clientTypes', id: input.typeId },
    { path: `${path}originId`, directory: 'clientOrigins', id: input.originId },
  ]);
  faults.push(...(await groupFaults(rows, { tree: 'clients', path: `${path}groupId`, id: input.groupId })));
  const responsible = input.responsibleId == null || (await arePeople(rows, [input.responsibleId]));
  if (!responsible) faults.push({ path: `${path}responsibleId`, code: 'fault.missingRecord' });
  if (faults.length > 0) refuseFields(faults);
}

async function mustFind(tx: Tx, actor: Actor, id: number): Promise<Current> {
  const row = await tx.one(sql<Current>`
    select t.id, t.version, t.responsible_id as "responsibleId" from clients t
    where t.id = ${id} and ${clientsReached(actor, 'view')} for update`);
  return row ?? missingClient(tx, actor, id);
}

/** Inserts one client; the caller has checked rights and names. */
export async function insertClient(
  tx: Tx,
  columns: Record<string, unknown>,
  authorId: number | null,
): Promise<number> {
  const all: Record<string, unknown> = { ...columns, created_at: tx.now, author_id: authorId };
  const names = sql.join(Object.keys(all).map((column) => sql.ref(column)));
  const row = await tx.one(sql<{ id: number }>`
    insert into clients (${names}) values (${sql.join(Object.values(all).map((value) => sql`${value}`))}) returning id`);
  return row?.id as number;
}

const create = commandHandler({
  request: clients.create,
  may: (actor) => may(actor, 'clients', 'add'),
  async run(tx, actor, input, emit) {
    const given = { responsibleId: actor.userId, ...input };
    mustReach(actor, 'clients', 'add', given.responsibleId ?? null);
    await mustFit(tx, given, '');
    const { country } = await firmOf(tx);
    const id = await insertClient(tx, clientColumns(given, country), actor.userId);
    emit({ name: 'client.created', ids: [id], owners: ownersOf(given.responsibleId) });
    return { id };
  },
});

function ownersOf(...people: (number | null | undefined)[]): number[] {
  return people.filter((person) => person != null);
}

/** The columns of a change as SET clauses. */
function clausesOf(columns: Record<string, unknown>): RawBuilder<unknown> {
  return setClauses(columns, Object.fromEntries(Object.keys(columns).map((column) => [column, column])));
}

const change = commandHandler({
  request: clients.change,
  may: (actor) => may(actor, 'clients', 'change'),
  async run(tx, actor, { id, version, set }, emit) {
    const current = await mustFind(tx, actor, id);
    mustReach(actor, 'clients', 'change', current.responsibleId);
    if (current.version !== version)
      mustBeFresh({ ...(await readClient(tx, actor, id)), version: current.version }, version);
    if (set.responsibleId !== undefined) mustReach(actor, 'clients', 'add', set.responsibleId);
    await mustFit(tx, set, 'set.');
    const { country } = await firmOf(tx);
    await tx.rows(sql`update clients set ${clausesOf(clientColumns(set, country))} where id = ${id}`);
    emit({ name: 'client.changed', ids: [id], owners: ownersOf(current.responsibleId, set.responsibleId) });
    return {};
  },
});

type Touched = { id: number; owner: number | null };

/** Changes the chosen rows that the actor may change; the rest is counted as skipped. */
async function changeChosen(tx: Tx, actor: Actor, chosen: Chosen, clauses: RawBuilder<unknown>) {
  const rows = await chosenRows(clientsSource, chosen, readerOf(tx, actor));
  const before = await tx.rows(sql<Touched & { may: boolean }>`
    select t.id, t.responsible_id as owner, ${clientsReached(actor, 'change')} as may from clients t where ${rows} order by t.id for update`);
  const changed = before.filter((row) => row.may);
  await tx.rows(sql`update clients set ${clauses} where id = any(${changed.map(({ id }) => id)}::bigint[])`);
  return { changed, skipped: before.length - changed.length };
}

function tell(emit: Emit, name: string, rows: Touched[], more: (number | null | undefined)[] = []): void {
  if (rows.length > 0)
    emit({
      name,
      ids: rows.map(({ id }) => id),
      owners: ownersOf(...rows.map(({ owner }) => owner), ...more),
    });
}

const changeMany = commandHandler({
  request: clients.changeMany,
  may: (actor) => may(actor, 'clients', 'change'),
  async run(tx, actor, { chosen, set }, emit) {
    if (set.responsibleId !== undefined) mustReach(actor, 'clients', 'add', set.responsibleId);
    await mustFit(tx, set, 'set.');
    const { changed, skipped } = await changeChosen(tx, actor, chosen, clausesOf(clientColumns(set, '')));
    tell(emit, 'client.changed', changed, [set.responsibleId]);
    return { changed: changed.length, skipped };
  },
});

const archive = commandHandler({
  request: clients.archive,
  may: (actor) => may(actor, 'clients', 'change'),
  async run(tx, actor, { chosen, archived }, emit) {
    const { changed, skipped } = await changeChosen(tx, actor, chosen, clausesOf({ archived }));
    tell(emit, 'client.changed', changed);
    return { changed: changed.length, skipped };
  },
});

/** Names of records that stand in the way of a deletion, at the most. */
const namedAtMost = 20;

const remove = commandHandler({
  request: clients.delete,
  may: (actor) => may(actor, 'clients', 'delete'),
  async run(tx, actor, { chosen }, emit) {
    const condition = await chosenRows(clientsSource, chosen, readerOf(tx, actor));
    const all = await tx.rows(sql<Touched & { name: string; may: boolean }>`
      select t.id, t.name, t.responsible_id as owner, ${clientsReached(actor, 'delete')} as may from clients t where ${condition} order by t.id for update`);
    const rows = all.filter((row) => row.may);
    const ids = rows.map(({ id }) => id);
    await mustBeUnused(tx, { actor, table: 'clients', ids }, { ids: ids.slice(0, namedAtMost) });
    await tx.rows(sql`delete from clients where id = any(${ids}::bigint[])`);
    tell(emit, 'client.deleted', rows);
    return { changed: rows.length, skipped: all.length - rows.length };
  },
});

const replace = commandHandler({
  request: clients.replace,
  may: (actor, { remove: goes }) =>
    may(actor, 'clients', 'change') && (!goes || may(actor, 'clients', 'delete')),
  async run(tx, actor, input, emit) {
    if (input.from === input.to) refuseFields([{ path: 'to', code: 'fault.choice' }]);
    const from = await mustFind(tx, actor, input.from);
    const to = await mustFind(tx, actor, input.to);
    for (const { responsibleId } of [from, to]) mustReach(actor, 'clients', 'change', responsibleId);
    if (input.remove) mustReach(actor, 'clients', 'delete', from.responsibleId);
    // What follows a client that goes comes back with it; what is only renamed would be beyond the undo of who may not change it.
    if (!input.remove) await mustReachUses(tx, { actor, table: 'clients', ids: [from.id] });
    const changed = await replaceEverywhere(tx, 'clients', input, emit);
    if (input.remove) {
      await tx.rows(sql`delete from clients where id = ${from.id}`);
      emit({ name: 'client.deleted', ids: [from.id], owners: ownersOf(from.responsibleId) });
    }
    return { changed };
  },
});

export const clientsCommands: CommandHandler[] = [
  create,
  change,
  changeMany,
  archive,
  remove,
  replace,
  merge,
];

/**
 * All clients of a person, or one client, go to another person; for the taking over of everything (tasks.handOver). Refuses
 * `right.missing` where the actor may give that person none.
 */
export async function reassignClients(
  tx: Tx,
  actor: Actor,
  { which, toId }: { which: { clientId: number } | { fromId: number }; toId: number },
  emit: Emit,
): Promise<number[]> {
  const condition = 'clientId' in which ? sql`id = ${which.clientId}` : sql`responsible_id = ${which.fromId}`;
  const before = await tx.rows(sql<Touched>`
    select t.id, t.responsible_id as owner from clients t
    where ${condition} and ${clientsReached(actor, 'change')} and responsible_id is distinct from ${toId} order by t.id for update`);
  if (before.length > 0) mustReach(actor, 'clients', 'add', toId);
  const ids = before.map(({ id }) => id);
  await tx.rows(
    sql`update clients set responsible_id = ${toId}, version = version + 1 where id = any(${ids}::bigint[])`,
  );
  tell(emit, 'client.changed', before, [toId]);
  return ids;
}
