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

/** True where every row that the operation touched is within the actor's right to change. */
export async function mayChangeAllOf(rows: Rows, actor: Actor, operation: number): Promise<boolean> {
  if (actor.keeper) return true;
  const touched = await rows.rows(
    sql<{ of: string }>`select distinct of from journal where operation = ${operation}`,
  );
  for (const { of } of touched) {
    const record = rows.declared.records.find(({ table }) => table === of);
    if (!record || !(await mayChangeRowsOf(rows, actor, { record, operation }))) return false;
  }
  return true;
}

type Part = { record: RecordKind; operation: number };

async function mayChangeRowsOf(rows: Rows, actor: Actor, { record, operation }: Part): Promise<boolean> {
  const level = levelFor(actor, record, 'change');
  if (level === 'all' || level === 'none') return level === 'all';
  if (record.owner === null) return false;
  const reach = level === 'group' ? actor.groupUserIds : [actor.userId];
  const foreign = await rows.one(sql`
    select 1 from journal j left join ${sql.table(record.table)} t on t.id = j.row_id
    where j.operation = ${operation} and j.of = ${record.table}
      and not coalesce(coalesce(t.${sql.ref(record.owner)}, (j.before ->> ${record.owner})::bigint) = any(${reach}::bigint[]), false)
    limit 1`);
  return foreign === undefined;
}
