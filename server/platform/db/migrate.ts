// Plain SQL migrations, forward only: each in a transaction of its own, all under one lock, in the order of the slices.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { type ConnectionTarget, openClient } from './connection.ts';

export type MigrationSource = { slice: string; folder: string };
export type Migration = { slice: string; name: string; text: string; hash: string };

/** The schema cannot be brought to this program: its code is older than the data, or a migration was changed after it had run. */
export class SchemaFault extends Error {
  readonly code: 'schema.newer' | 'schema.changed';
  constructor(code: SchemaFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** An arbitrary number that all processes of Voronka agree on: whoever holds it migrates. */
const migrationLock = 7_214_001;

/** Migrations of the given folders, in order. Folders that do not exist are slices without tables. */
export function readMigrations(sources: MigrationSource[]): Migration[] {
  return sources.flatMap(({ slice, folder }) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith('.sql'))
          .sort()
          .map((file) => readMigration(slice, file, join(folder, file)))
      : [],
  );
}

function readMigration(slice: string, name: string, path: string): Migration {
  const text = readFileSync(path, 'utf8');
  return { slice, name, text, hash: createHash('sha256').update(text).digest('hex').slice(0, 16) };
}

/** Brings the schema up; returns how many migrations ran. Throws SchemaFault. */
export async function migrate(target: ConnectionTarget, migrations: Migration[]): Promise<number> {
  const client = await openClient(target);
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(`create table if not exists migrations (
      slice text not null, name text not null, hash text not null, at timestamptz not null default now(), primary key (slice, name))`);
    const pending = await pendingOf(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.length;
  } finally {
    await client.end();
  }
}

async function pendingOf(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query('select slice, name, hash from migrations');
  const known = new Map(migrations.map((migration) => [`${migration.slice}/${migration.name}`, migration]));
  for (const row of rows) {
    const ours = known.get(`${row.slice}/${row.name}`);
    if (!ours)
      throw new SchemaFault(
        'schema.newer',
        `The database was made by a newer Voronka: it has ${row.slice}/${row.name}. Start that version, or restore a copy made before it.`,
      );
    if (ours.hash !== row.hash)
      throw new SchemaFault(
        'schema.changed',
        `Migration ${row.slice}/${row.name} was changed after it had run. Put it back as it was, and add a new one.`,
      );
    known.delete(`${row.slice}/${row.name}`);
  }
  return [...known.values()];
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local voronka.operation = '0'`);
    await client.query(migration.text);
    await client.query('insert into migrations (slice, name, hash) values ($1, $2, $3)', [
      migration.slice,
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.slice}/${migration.name}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
