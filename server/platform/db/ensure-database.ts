// Makes the database inside a server where it is not there yet.
import { type ConnectionTarget, openClient } from './connection.ts';

/** An arbitrary number that all processes of Voronka agree on: whoever holds it looks and makes. It ends with the connection. */
const makingLock = 7_214_000;

/** `name` must be a plain identifier; it is ours, never a person's. Several may ask at the same moment. */
export async function ensureDatabase(server: ConnectionTarget, name: string): Promise<void> {
  const client = await openClient(server);
  try {
    await client.query('select pg_advisory_lock($1)', [makingLock]);
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length === 0) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}
