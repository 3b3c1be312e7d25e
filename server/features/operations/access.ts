// Whose operations one may see and undo: one's own; all for who keeps the house. Undo also needs the right to change every row it touches.
import { type Actor, may } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { onlyFollowed, wentAlong } from '../../platform/journal/followers.ts';
import { isWithin, type Reach } from '../../platform/journal/reach.ts';
import { levelFor, ownersWithin } from '../../platform/record-rights.ts';
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

/** Those of the operations that touched only kinds which the actor may change, and of those with owners at least one row within reach. */
export async function changeableOf(rows: Rows, actor: Actor, operations: number[]): Promise<Set<number>> {
  const all = new Set(operations);
  if (actor.keeper) return all;
  const touched = await rows.rows(sql<{ operation: number; of: string }>`
    select distinct operation, of from journal where operation = any(${operations}::bigint[])`);
  const reach = changeReach(rows, actor);
  for (const [of, parts] of Map.groupBy(touched, (part) => part.of)) {
    const record = rows.declared.records.find(({ table }) => table === of);
    const ids = parts.map(({ operation }) => operation);
    const lost = record && levelFor(actor, record, 'change') !== 'none' ? null : ids;
    for (const id of lost ?? (await beyondReach(rows, { of, operations: ids }, reach))) all.delete(id);
  }
  return all;
}

/** Whose rows the actor may change, of each kind that is not within reach whole. */
export function changeReach({ declared }: Pick<Rows, 'declared'>, actor: Actor): Reach {
  const reach: Reach = new Map();
  for (const record of declared.records) {
    const level = levelFor(actor, record, 'change');
    if (level === 'all' || record.owner === null) continue;
    const { owner, shared } = record;
    const column = shared && may(actor, shared.right, 'change') ? shared.column : undefined;
    reach.set(record.table, { owner, owners: ownersWithin(actor, level), shared: column });
  }
  return reach;
}

/** Of the journal `j`: rows of records that the actor may view; those that are gone by whose they were. */
export function seenRows({ declared }: Pick<Rows, 'declared'>, actor: Actor): RawBuilder<boolean> {
  if (actor.keeper) return sql`true`;
  const terms = declared.records.flatMap((record) => {
    const level = levelFor(actor, record, 'view');
    if (level === 'all') return [];
    if (level === 'none' || record.owner === null) return [sql`j.of <> ${record.table}`];
    return [
      sql`(j.of <> ${record.table} or coalesce((select t.${sql.ref(record.owner)} from ${sql.table(record.table)} t where t.id = j.row_id),
        (coalesce(j.before, j.after) ->> ${record.owner})::bigint) = any(${ownersWithin(actor, level)}::bigint[]))`,
    ];
  });
  return sql<boolean>`${sql.join([sql`true`, ...terms], sql` and `)}`;
}

/** The row of the journal `j` only followed a record of the same operation. */
function followsRecord(rows: Rows, of: string): RawBuilder<boolean> {
  const record = (to: string, id: RawBuilder<unknown>, change: 'd' | 'i') => sql<boolean>`exists (
    select from journal r where r.operation = j.operation and r.of = ${to} and r.row_id = ${id} and r.change = ${change})`;
  const told = {
    before: sql`j.before`,
    after: sql`j.after`,
    tookAway: (to: string, id: RawBuilder<unknown>) => record(to, id, 'd'),
    made: (to: string, id: RawBuilder<unknown>) => record(to, id, 'i'),
  };
  return sql<boolean>`case when j.change = 'u' then ${onlyFollowed(rows, of, told)} else ${wentAlong(rows, of, told)} end`;
}

type Part = { of: string; operations: number[] };

/** Those of the operations that touched no row of the table which the actor may change, nor one that only followed another record. */
async function beyondReach(rows: Rows, { of, operations }: Part, reach: Reach): Promise<number[]> {
  const within = reach.get(of);
  if (!within) return [];
  const found = await rows.rows(sql<{ id: number }>`
    select o.id from unnest(${operations}::bigint[]) o(id) where not exists (
      select 1 from journal j left join ${sql.table(of)} t on t.id = j.row_id
      where j.operation = o.id and j.of = ${of}
        and (${isWithin(within, { change: sql`j.change`, before: sql`j.before`, after: sql`j.after` })} or ${followsRecord(rows, of)}))`);
  return found.map(({ id }) => id);
}
