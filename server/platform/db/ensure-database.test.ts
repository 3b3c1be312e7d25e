// Two starts at the same moment: the database is made once, and nobody is turned away.
import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { openClient } from './connection.ts';
import { ensureDatabase } from './ensure-database.ts';

it('R-01 a database that several starts want at once is made once', async () => {
  const server = inject('testServer');
  const name = `made_${randomUUID().replaceAll('-', '')}`;
  await Promise.all([1, 2, 3].map(() => ensureDatabase(server, name)));
  const client = await openClient(server);
  const { rows } = await client.query('select count(*) as made from pg_database where datname = $1', [name]);
  await client.query(`drop database ${name}`);
  await client.end();
  expect(Number(rows[0].made)).toBe(1);
});
