// Speaks to an embedded database in its tests.
import { Client } from 'pg';
import type { EmbeddedDatabase } from '../index.ts';

/** The first row of the answer. */
export async function ask(database: EmbeddedDatabase, sql: string, values: unknown[] = []): Promise<unknown> {
  const client = new Client({ ...database.connection, database: 'postgres' });
  client.on('error', () => {}); // the query tells of it
  await client.connect();
  try {
    return (await client.query(sql, values)).rows[0];
  } finally {
    await client.end();
  }
}

/** Inserts rows, does `harm` after some, and goes on until as many more are acknowledged; returns the acknowledged ones. */
export async function writtenWhile(database: EmbeddedDatabase, harm: () => void): Promise<number[]> {
  const rows: number[] = [];
  for (let id = 1; rows.length < 60; id++) {
    const written = await ask(database, 'insert into kept values ($1) returning id', [id]).catch(
      () => undefined,
    );
    if (written) rows.push(id);
    if (written && rows.length === 30) harm();
  }
  return rows;
}
