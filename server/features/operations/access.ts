// Whose operations one may see and undo: one's own; all for who keeps the house. Undo also needs the right to change every row it touches.
import type { Actor } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { levelFor } from '../../platform/record-rights.ts';
import type { RecordKind } from '../../platform/slice.ts';

/** Days for which an operation can be undone. */
export const undoDays = 30;

/** True for operations `o` that can be undone no more. */
export function tooOldSql(now: string): RawBuilder<boolean> {
  return sql`o.at < ${now}::timestamptz - make_interval(days => ${undoDays})`;
}

export function seenOperations(actor: Actor): RawBuilder<boolean> {
  return actor.keeper ? sql`true` : sql`o.actor_id = ${actor.userId}`;
}

/** True where the actor may view the record now; a deleted one is judged by what the journal last knew of its owner. */
export async function maySeeRecord(
  rows: Rows,
  actor: Actor,
  record: RecordKind,
  id: number,
): Promise<boolean> {
  const level = levelFor(actor, record, 'view');
  if (level === 'all' || level === 'none' || record.owner === null) return level !== 'none';
  const found = await rows.one(sql<{ owner: number | null }>`
    select coalesce(
      (select ${sql.ref(record.owner)} from ${sql.table(record.table)} where id = ${id}),
      (select (before ->> ${record.owner})::bigint from journal where of = ${record.table} and row_id = ${id} and change = 'd'
       order by id desc limit 1)) as owner`);
  const reach = level === 'group' ? actor.groupUserIds : [actor.userId];
  return found?.owner != null && reach.includes(found.owner);
}

/** Those of the operations whose every row is within the actor's right to change. */
export async function changeableOf(rows: Rows, actor: Actor, operations: number[]): Promise<Set<number>> {
  const all = new Set(operations);
  if (actor.keeper) return all;
  const touched = await rows.rows(sql<{ operation: number; of: string }>`
    select distinct operation, of from journal where operation = any(${operations}::bigint[])`);
  for (const [of, parts] of Map.groupBy(touched, (part) => part.of)) {
    const record = rows.declared.records.find(({ table }) => table === of);
    const ids = parts.map(({ operation }) => operation);
    for (const id of record ? await beyondReach(rows, actor, { record, operations: ids }) : ids)
      all.delete(id);
  }
  return all;
}

export async function mayChangeAllOf(rows: Rows, actor: Actor, operation: number): Promise<boolean> {
  return (await changeableOf(rows, actor, [operation])).has(operation);
}

type Part = { record: RecordKind; operations: number[] };

/** Those of the operations that touched a row of the kind which the actor may not change. */
async function beyondReach(rows: Rows, actor: Actor, { record, operations }: Part): Promise<number[]> {
  const level = levelFor(actor, record, 'change');
  if (level === 'all') return [];
  if (level === 'none' || record.owner === null) return operations;
  const reach = level === 'group' ? actor.groupUserIds : [actor.userId];
  const found = await rows.rows(sql<{ id: number }>`
    select o.id from unnest(${operations}::bigint[]) o(id) where exists (
      select 1 from journal j left join ${sql.table(record.table)} t on t.id = j.row_id
      where j.operation = o.id and j.of = ${record.table}
        and not coalesce(coalesce(t.${sql.ref(record.owner)}, (j.before ->> ${record.owner})::bigint) = any(${reach}::bigint[]), false))`);
  return found.map(({ id }) => id);
}
