// Makes the database inside a server where it is not there yet.
import { type ConnectionTarget, openClient } from './connection.ts';

/** `name` must be a plain identifier; it is ours, never a person's. */
export async function ensureDatabase(server: ConnectionTarget, name: string): Promise<void> {
  const client = await openClient(server);
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length === 0) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}
