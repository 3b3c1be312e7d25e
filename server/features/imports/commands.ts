// What a person asks of an import: look, look again, plan, run, stop. The long work is done by reactions.
import {
  type ImportFile,
  type ImportKind,
  type ImportOptions,
  type ImportView,
  imports,
} from '../../../contract/imports.ts';
import type { Actor } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { mustHaveRoom } from '../../platform/limits.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { arePeople } from '../people/index.ts';
import { mayImport } from './access.ts';
import { knownMapping } from './known-mapping.ts';
import { readImport } from './queries.ts';
import { countRows, type Import, lockImport, lockOwnImport } from './staging.ts';
import { steps } from './steps.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { inspectFile, openFile } from './table.ts';

async function mustFind(
  tx: Tx,
  actor: Actor,
  { id, step }: { id: number; step: keyof typeof steps },
): Promise<Import> {
  const found = (await lockOwnImport(tx, actor.userId, id)) ?? refuse('record.missing', { kind: 'imports' });
  if (!mayImport(actor, found.kind)) refuse('right.missing', { request: `imports.${step}` });
  if (!steps[step].includes(found.status)) refuse('import.wrongStatus', { status: found.status });
  return found;
}

const mayAny = (actor: Actor) => mayImport(actor, 'clients') || mayImport(actor, 'tasks');

/** JSON of what each column is: as this person has had it the last time, else as it looks. */
async function suggested(
  tx: Tx,
  actor: Actor,
  table: { kind: ImportKind; file: ImportFile },
): Promise<string> {
  const known = await knownMapping(tx, { ownerId: actor.userId, ...table });
  return JSON.stringify(known ?? suggestMapping(table.kind, table.file));
}

const create = commandHandler({
  request: imports.create,
  may: (actor, { kind }) => mayImport(actor, kind),
  async run(tx, actor, { fileId, kind }, emit) {
    const file = await inspectFile(await openFile(tx, fileId, actor.userId));
    const made = await tx.one(sql<{ id: number }>`
      insert into imports (owner_id, kind, file_id, status, file, suggested, created_at)
      values (${actor.userId}, ${kind}, ${fileId}, 'read', ${JSON.stringify(file)}, ${await suggested(tx, actor, { kind, file })}, ${tx.now})
      returning id`);
    const id = made?.id as number;
    tell(emit, 'import.created', { id, actor });
    return { id, row: await readImport(tx, actor, id) };
  },
});

function tell(
  emit: Emit,
  name: string,
  { id, actor, turn }: { id: number; actor: Actor; turn?: number },
): void {
  const owner = actor.userId as number;
  emit({ name, ids: [id], owners: [owner], details: turn === undefined ? {} : { personId: owner, turn } });
}

async function changed(
  tx: Tx,
  actor: Actor,
  { id, set }: { id: number; set: RawBuilder<unknown> },
): Promise<{ row: ImportView }> {
  await tx.rows(sql`update imports set ${set} where id = ${id}`);
  return { row: await readImport(tx, actor, id) };
}

const inspect = commandHandler({
  request: imports.inspect,
  may: mayAny,
  async run(tx, actor, { id, ...corrections }, emit) {
    const { kind, fileId } = await mustFind(tx, actor, { id, step: 'inspect' });
    const file = await inspectFile(await openFile(tx, fileId, actor.userId), corrections);
    tell(emit, 'import.changed', { id, actor });
    const set = sql`status = 'read', file = ${JSON.stringify(file)}, suggested = ${await suggested(tx, actor, { kind, file })}, mapping = null, counts = null, makes = '[]', fault = null`;
    return changed(tx, actor, { id, set });
  },
});

const nameFields = new Set(['name', 'person', 'lastName', 'firstName', 'email', 'phone']);

/** Refuses a mapping that does not fit the table, or gives its records no name. */
function mustMap({ kind, file }: Import, mapping: (string | null)[]): void {
  if (mapping.length !== file.header.length)
    refuse('import.mapping', { columns: file.header.length, found: mapping.length });
  const named =
    kind === 'tasks'
      ? mapping.some((field) => field !== null)
      : mapping.some((field) => nameFields.has(field ?? ''));
  if (!named) refuse('import.nameNeeded');
}

async function mustKnowManager(tx: Tx, { managerId }: ImportOptions): Promise<void> {
  if (managerId != null && !(await arePeople(tx, [managerId])))
    refuseFields([{ path: 'options.managerId', code: 'fault.missingRecord' }]);
}

/** The next turn of the import, in the job that listens to the event. */
async function start(
  tx: Tx,
  actor: Actor,
  { found, event, set }: { found: Import; event: string; set: RawBuilder<unknown> },
  emit: Emit,
) {
  const turn = found.turn + 1;
  tell(emit, event, { id: found.id, actor, turn });
  tell(emit, 'import.changed', { id: found.id, actor });
  return changed(tx, actor, { id: found.id, set: sql`turn = ${turn}, progress = 0, fault = null, ${set}` });
}

const plan = commandHandler({
  request: imports.plan,
  may: mayAny,
  async run(tx, actor, { id, mapping, options }, emit) {
    const found = await mustFind(tx, actor, { id, step: 'plan' });
    mustMap(found, mapping);
    await mustKnowManager(tx, options);
    const set = sql`status = 'planning', total = 0, mapping = ${JSON.stringify(mapping)}, options = ${JSON.stringify(options)}, counts = null, makes = '[]'`;
    return start(tx, actor, { found, event: 'import.mapped', set }, emit);
  },
});

const run = commandHandler({
  request: imports.run,
  may: mayAny,
  async run(tx, actor, { id, meanings }, emit) {
    const found = await mustFind(tx, actor, { id, step: 'run' });
    await mustHaveRoom(tx, { kind: found.kind, count: (await countRows(tx, id, 0)).made });
    const options = JSON.stringify({ ...found.options, ...(meanings ? { meanings } : {}) });
    const set = sql`status = 'running', options = ${options}`;
    return start(tx, actor, { found, event: 'import.started', set }, emit);
  },
});

const stop = commandHandler({
  request: imports.stop,
  may: mayAny,
  async run(tx, actor, { id }, emit) {
    await mustFind(tx, actor, { id, step: 'stop' });
    tell(emit, 'import.changed', { id, actor });
    return changed(tx, actor, { id, set: sql`status = 'stopped'` });
  },
});

/** Of one's own, or of anybody's for who keeps the house. What was brought in stays: that is undone, not discarded. */
const discard = commandHandler({
  request: imports.discard,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, { id }, emit) {
    const found = await (actor.keeper ? lockImport(tx, id) : lockOwnImport(tx, actor.userId, id));
    if (!found) return refuse('record.missing', { kind: 'imports' });
    if (!steps.discard.includes(found.status)) refuse('import.wrongStatus', { status: found.status });
    await tx.rows(sql`delete from imports where id = ${id}`);
    emit({ name: 'import.discarded', ids: [id], owners: [found.ownerId] });
    return {};
  },
});

export const importsCommands: CommandHandler[] = [create, inspect, plan, run, stop, discard];
