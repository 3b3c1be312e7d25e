// Who names a record: deletion, replacing and merging ask the declarations of all slices, so that none is forgotten.
import type { Actor } from './actor.ts';
import { sql } from './db/sql.ts';
import type { Rows, Tx } from './db/transaction.ts';
import { reachedRows } from './record-rights.ts';
import { refuse } from './refusals.ts';
import type { Emit, Reference } from './slice.ts';

/**
 * What uses a record: how many rows of a kind that the actor may view, and the condition of the view that shows them; `hidden`:
 * there are others besides.
 */
export type Use = { kind: string; field: string; count: number; hidden: boolean };

/** Whose eyes the uses are counted for, and of which records of `table`. */
type Asked = { actor: Actor; table: string; ids: number[] };

function referencesTo(rows: Rows, table: string): Reference[] {
  return rows.declared.references.filter((reference) => reference.to === table);
}

/** What uses any of the records `ids` of `table`. */
export async function usesOf(rows: Rows, { actor, table, ids }: Asked): Promise<Use[]> {
  const uses = await Promise.all(
    referencesTo(rows, table).map(async ({ kind, field, keeps = sql`true`, ...column }) => {
      const viewed = reachedRows(rows, actor, { table: column.table, verb: 'view' });
      const row = await rows.one(sql<{ count: number; whole: number }>`
        select count(*) filter (where ${viewed}) as count, count(*) as whole
        from ${sql.table(column.table)} r where r.${sql.ref(column.column)} = any(${ids}::bigint[]) and ${keeps}`);
      const { count = 0, whole = 0 } = row ?? {};
      return { kind, field, count, hidden: whole > count };
    }),
  );
  return uses.filter((use) => use.count > 0 || use.hidden);
}

/** Refuses `record.inUse` with what uses the records; the screen offers to show it, to replace or to archive. */
export async function mustBeUnused(rows: Rows, asked: Asked, details: object = {}): Promise<void> {
  const uses = await usesOf(rows, asked);
  if (uses.length > 0)
    refuse('record.inUse', { count: uses.reduce((sum, use) => sum + use.count, 0) }, { uses, ...details });
}

/** Rows that name the records and do not keep them go before the records do. */
export async function takeAlong(tx: Tx, { table, ids }: Omit<Asked, 'actor'>): Promise<void> {
  for (const { table: naming, column, keeps } of referencesTo(tx, table))
    if (keeps)
      await tx.rows(sql`
        delete from ${sql.table(naming)} r where r.${sql.ref(column)} = any(${ids}::bigint[]) and not ${keeps}`);
}

/** Ids of the records of `table` that anything uses which the actor may view. */
export async function usedIds(rows: Rows, actor: Actor, table: string): Promise<number[]> {
  const references = referencesTo(rows, table);
  if (references.length === 0) return [];
  const parts = references.map(
    (reference) => sql`
    select distinct r.${sql.ref(reference.column)} as id from ${sql.table(reference.table)} r
    where r.${sql.ref(reference.column)} is not null and ${reachedRows(rows, actor, { table: reference.table, verb: 'view' })}`,
  );
  return (await rows.rows(sql<{ id: number }>`${sql.join(parts, sql` union `)}`)).map((row) => row.id);
}

/** Refuses `record.usesBeyond` where a row that uses the records is one that the actor may not change. */
export async function mustReachUses(rows: Rows, { actor, table, ids }: Asked): Promise<void> {
  for (const { table: using, column } of referencesTo(rows, table)) {
    const beyond = await rows.one(sql`
      select from ${sql.table(using)} r where r.${sql.ref(column)} = any(${ids}::bigint[])
        and not ${reachedRows(rows, actor, { table: using, verb: 'change' })} limit 1`);
    if (beyond) refuse('record.usesBeyond');
  }
}

/** Every row that names `from` names `to` from now on. The rows' own kinds hear of it. */
export async function replaceEverywhere(
  tx: Tx,
  table: string,
  change: { from: number; to: number },
  emit: Emit,
): Promise<number> {
  let count = 0;
  for (const reference of referencesTo(tx, table)) {
    const changed = await replaceIn(tx, reference, change);
    const kind = tx.declared.records.find((record) => record.table === reference.table);
    if (changed.length > 0 && kind)
      emit({
        name: kind.changed,
        ids: changed.map(({ id }) => id),
        owners: changed.flatMap(({ owner }) => owner ?? []),
      });
    count += changed.length;
  }
  return count;
}

/** By id, as all who write many rows take them: two that meet do not wait in a circle. */
function replaceIn(tx: Tx, { table, column }: Reference, { from, to }: { from: number; to: number }) {
  const owner = tx.declared.records.find((record) => record.table === table)?.owner;
  return tx.rows(sql<{ id: number; owner: number | null }>`
    with held as materialized (select id from ${sql.table(table)} where ${sql.ref(column)} = ${from} order by id for no key update)
    update ${sql.table(table)} set ${sql.ref(column)} = ${to}, version = version + 1
    where id in (select id from held) returning id, ${owner ? sql.ref(owner) : sql`null::bigint`} as owner`);
}
