// Undo: one operation more, which the journal records like any other; undoing it is the redo.
import { operations } from '../../../contract/operations.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import type { Reach } from '../../platform/journal/reach.ts';
import { revert, type Undone } from '../../platform/journal/undo.ts';
import { refuse } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { changeableOf, changeReach, seenOperations, tooOldSql, undoDays } from './access.ts';

type Target = { id: number; name: string; undoneBy: number | null; tooOld: boolean };

const undo = commandHandler({
  request: operations.undo,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, { id }, emit) {
    const target = await lockOperation(tx, id, seenOperations(actor));
    if (target.undoneBy !== null) refuse('operation.undone', { id });
    if (tx.declared.commands.get(target.name)?.final) refuse('operation.final');
    if (target.tooOld) refuse('operation.tooOld', { days: undoDays });
    if (!(await changeableOf(tx, actor, [id])).has(id))
      refuse('right.missing', { request: 'operations.undo' });
    const undone = withKinds(tx, await revertOrRefuse(tx, id, changeReach(tx, actor)));
    for (const { table, afterUndo } of tx.declared.records) {
      const ids = undone.touched.get(table) ?? [];
      if (ids.length > 0) await afterUndo?.(tx, ids, actor);
    }
    const restored = [...undone.touched.values()].reduce((sum, ids) => sum + ids.length, 0);
    if (restored === 0) refuse('operation.nothingLeft', {}, { leftAlone: undone.leftAlone });
    await tieToUndone(tx, id, undone);
    await tellOfRestored(tx, undone, emit);
    return { restored, leftAlone: undone.leftAlone };
  },
});

async function lockOperation(tx: Tx, id: number, seen: ReturnType<typeof seenOperations>): Promise<Target> {
  const target = await tx.one(sql<Target>`
    select o.id, o.name, o.undone_by as "undoneBy", ${tooOldSql(tx.now)} as "tooOld"
    from operations o where o.id = ${id} and ${seen} for update`);
  return target ?? refuse('record.missing', { kind: 'operations' });
}

/** What was left alone by the names of kinds that people know, not of tables. */
function withKinds(tx: Tx, { touched, leftAlone }: Undone): Undone {
  const kindOf = new Map(tx.declared.records.map((record) => [record.table, record.kind]));
  return { touched, leftAlone: leftAlone.map((row) => ({ ...row, of: kindOf.get(row.of) ?? row.of })) };
}

/** Codes of PostgreSQL for what a constraint forbids: a name that is taken by now, a partner that is gone, and the like. */
const clashes = new Set(['23503', '23505', '23514']);

/** The database says no, the person gets a reason. */
async function revertOrRefuse(tx: Tx, id: number, reach: Reach): Promise<Undone> {
  try {
    return await revert(tx, id, reach);
  } catch (error) {
    if (clashes.has((error as { code?: string }).code ?? '')) refuse('operation.clash');
    throw error;
  }
}

/** The row of this very operation is written when it ends; the tie is made here, checked at the end of the transaction. */
async function tieToUndone(tx: Tx, id: number, undone: Undone): Promise<void> {
  await tx.rows(sql`update operations set undone_by = ${tx.operation} where id = ${id}`);
  await tx.rows(sql`
    insert into undo_notes (operation, undoes, left_alone)
    values (${tx.operation}, ${id}, ${JSON.stringify(undone.leftAlone)})`);
}

async function tellOfRestored(tx: Tx, undone: Undone, emit: Emit): Promise<void> {
  for (const [table, ids] of undone.touched) {
    const record = tx.declared.records.find((kind) => kind.table === table);
    if (!record || ids.length === 0) continue;
    const owners = record.owner && record.right ? await ownersOf(tx, table, record.owner) : undefined;
    emit({ name: record.changed, ids, owners });
  }
}

/** Whose rows they were and are: both must hear of it. */
async function ownersOf(tx: Tx, table: string, owner: string): Promise<number[]> {
  const rows = await tx.rows(sql<{ owner: number }>`
    select distinct (value ->> ${owner})::bigint as owner
    from net_changes c cross join lateral (values (c.before), (c.after)) v (value) where c.of = ${table} and value ->> ${owner} is not null
    union
    select distinct t.${sql.ref(owner)} from ${sql.table(table)} t join net_changes c on c.of = ${table} and c.row_id = t.id
    where t.${sql.ref(owner)} is not null`);
  return rows.map((row) => row.owner);
}

export const operationsCommands: CommandHandler[] = [undo];
