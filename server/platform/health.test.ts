import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeWorld, type World } from '../testing/world.ts';
import { openClient } from './db/connection.ts';
import { watchHealth } from './health.ts';

let world: World;
let admin: pg.Client;
beforeAll(async () => {
  world = await makeWorld();
  admin = await openClient(inject('testServer'));
});
afterAll(async () => {
  await world.close();
  await admin.end();
});

async function health() {
  const { statusCode, body } = await world.app.server.inject({ url: '/health' });
  return [statusCode, body];
}

async function openDatabase(open: boolean): Promise<void> {
  const { database } = world.app.house.target;
  await admin.query(`alter database ${database} with allow_connections ${open}`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
}

describe('R-02 /health', () => {
  it('says no while the database is away, and yes again when it is back', async () => {
    expect(await health()).toEqual([200, '{"ok":true}']);
    await openDatabase(false);
    expect(await health()).toEqual([503, '{"ok":false}']);
    await openDatabase(true);
    await expect.poll(health, { timeout: 20_000 }).toEqual([200, '{"ok":true}']);
  });

  it('says no when the database is silent, and does not ask it again meanwhile', async () => {
    let questions = 0;
    const query = () => {
      questions++;
      return new Promise(() => {});
    };
    const isHealthy = watchHealth({ query } as unknown as pg.Pool);
    expect(await Promise.all([isHealthy(), isHealthy()])).toEqual([false, false]);
    expect(await isHealthy()).toBe(false);
    expect(questions).toBe(1);
  });
});
