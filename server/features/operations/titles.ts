// Names of the rows that operations touched, as they are now or as the journal last knew them; one question per kind, not per row.
import type { Actor } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Reads } from '../../platform/db/transaction.ts';
import { seenRows } from './access.ts';

type Row = { of: string; id: number };
export type Titles = Map<string, string>;

export const titleKey = ({ of, id }: Row) => `${of}/${id}`;

export async function titlesOf(reads: Reads, rows: Row[]): Promise<Titles> {
  const titles: Titles = new Map();
  for (const record of reads.declared.records) {
    const ids = rows.filter((row) => row.of === record.table).map((row) => row.id);
    if (ids.length === 0) continue;
    const title = sql.raw(record.title) as RawBuilder<string>;
    const table = sql.table(record.table);
    const found = await reads.rows(sql<{ id: number; title: string | null }>`
      select w.id, coalesce(
        (select ${title} from ${table} where id = w.id),
        (select ${title} from jsonb_populate_record(null::${table},
          (select before from journal where of = ${record.table} and row_id = w.id and change = 'd' order by id desc limit 1)))) as title
      from unnest(${[...new Set(ids)]}::bigint[]) w(id)`);
    for (const { id, title: text } of found) if (text) titles.set(titleKey({ of: record.table, id }), text);
  }
  return titles;
}

export type FirstTouched = { kind: string; id: number; title: string | null };

/** The row that each operation touched first, of those that the actor may see. */
export async function firstTouchedOf(
  reads: Reads,
  actor: Actor,
  operations: number[],
): Promise<Map<number, FirstTouched>> {
  // A deletion is of the record that was deleted, not of what went before it.
  const deleting = reads.declared.records.map(({ kind }) => `${kind}.delete`);
  const tables = reads.declared.records.map(({ table }) => table);
  const rows = await reads.rows(sql<Row & { operation: number }>`
    select o.id as operation, j.of, j.row_id as id from operations o
    left join unnest(${deleting}::text[], ${tables}::text[]) d (name, of) on d.name = o.name
    cross join lateral (select of, row_id from journal j where operation = o.id and ${seenRows(reads, actor)}
      order by (j.of = d.of) is true desc, id limit 1) j
    where o.id = any(${operations}::bigint[])`);
  const titles = await titlesOf(reads, rows);
  const kinds = new Map(reads.declared.records.map(({ table, kind }) => [table, kind]));
  return new Map(
    rows.map(({ operation, of, id }) => [
      operation,
      { kind: kinds.get(of) ?? of, id, title: titles.get(titleKey({ of, id })) ?? null },
    ]),
  );
}
