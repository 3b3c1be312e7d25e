// Which line of the table first had a key: in a table of the job's own transaction, so that a million rows need no memory.
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';

export async function openLedger(tx: Tx): Promise<void> {
  await tx.rows(sql`drop table if exists import_keys`);
  await tx.rows(
    sql`create temporary table import_keys (word text primary key, line integer not null) on commit drop`,
  );
}

/** The first line of each word that is known. */
export async function linesOf(tx: Tx, words: string[]): Promise<Map<string, number>> {
  const rows = await tx.rows(sql<{ word: string; line: number }>`
    select k.word, k.line from unnest(${words}::text[]) w (word) join import_keys k on k.word = w.word`);
  return new Map(rows.map(({ word, line }) => [word, line]));
}

/** Remembers words that are new. */
export async function keepWords(tx: Tx, words: Map<string, number>): Promise<void> {
  await tx.rows(sql`
    insert into import_keys (word, line) select * from unnest(${[...words.keys()]}::text[], ${[...words.values()]}::integer[])
    on conflict do nothing`);
}
