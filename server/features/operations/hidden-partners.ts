// Ids of records that the reader may not see do not stand in what the journal says of records that they may see.
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Reads } from '../../platform/db/transaction.ts';
import { levelFor } from '../../platform/record-rights.ts';
import type { RecordKind, Reference } from '../../platform/slice.ts';

type Values = Record<string, unknown> | null;
type Row = { of: string; before: Values; after: Values };

/**
 * The same rows, each column that names a record out of the actor's reach emptied. Records of nobody (people, entries, groups)
 * are the words in which others speak: their names stand on every list.
 */
export async function withoutHidden<R extends Row>(reads: Reads, actor: Actor, rows: R[]): Promise<R[]> {
  let shown = rows;
  for (const reference of reads.declared.references) {
    const record = reads.declared.records.find(({ table }) => table === reference.to);
    if (record && record.owner !== null && levelFor(actor, record, 'view') !== 'all')
      shown = await emptied(reads, actor, { rows: shown, reference, record: record as Owned });
  }
  return shown;
}

type Owned = RecordKind & { owner: string };
type Narrowed<R> = { rows: R[]; reference: Reference; record: Owned };

async function emptied<R extends Row>(
  reads: Reads,
  actor: Actor,
  { rows, reference: { table, column }, record }: Narrowed<R>,
): Promise<R[]> {
  const named = rows.filter(({ of }) => of === table).flatMap(({ before, after }) => [before, after]);
  const ids = [...new Set(named.map((values) => values?.[column]).filter((id) => typeof id === 'number'))];
  if (ids.length === 0) return rows;
  const seen = await seenOf(reads, actor, { record, ids });
  const empty = (values: Values): Values =>
    typeof values?.[column] === 'number' && !seen.has(values[column])
      ? { ...values, [column]: null }
      : values;
  return rows.map((row) =>
    row.of === table ? { ...row, before: empty(row.before), after: empty(row.after) } : row,
  );
}

async function seenOf(
  reads: Reads,
  actor: Actor,
  { record, ids }: { record: Owned; ids: number[] },
): Promise<Set<number>> {
  const level = levelFor(actor, record, 'view');
  if (level === 'none') return new Set();
  const reach = level === 'group' ? actor.groupUserIds : [actor.userId];
  const rows = await reads.rows(sql<{ id: number }>`
    select id from ${sql.table(record.table)}
    where id = any(${ids}::bigint[]) and ${sql.ref(record.owner)} = any(${reach}::bigint[])`);
  return new Set(rows.map(({ id }) => id));
}
