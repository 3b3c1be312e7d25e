// The schedule: each turn once in the whole house, a missed one made up for; and what the nightly clearing takes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keeperEmail, makeWorld, testPassword, type World } from '../testing/world.ts';
import { runDueTurns } from './schedule.ts';
import type { Turn } from './slice.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

describe('R-04 a turn', () => {
  let ran = 0;
  const turn = (run: Turn['run']): Turn => ({ name: 'tests.turn', when: '0 3 * * *', run });

  it('is run once by whichever of two processes comes first, day by day, and made up for after a gap', async () => {
    const other = await world.another();
    for (const app of [world.app, other]) app.house.declared.turns = [turn(async () => void ran++)];
    const look = () => Promise.all([world.app, other, world.app, other].map((app) => runDueTurns(app.house)));
    await look();
    expect(ran).toBe(0);
    for (const [moment, times] of [
      ['2026-11-24T02:59:00Z', 0],
      ['2026-11-24T03:00:00Z', 1],
      ['2026-11-24T03:01:00Z', 1],
      ['2026-11-25T03:05:00Z', 2],
      ['2026-11-30T12:00:00Z', 3],
      ['2026-11-30T12:01:00Z', 3],
    ] as const) {
      world.clock.set(moment);
      await look();
      expect([moment, ran]).toEqual([moment, times]);
    }
    await other.close();
  });

  it('waits for no day that a clock which was ahead had come to', async () => {
    ran = 0;
    world.app.house.declared.turns = [turn(async () => void ran++)];
    for (const [moment, times] of [
      ['2027-11-24T03:00:00Z', 1],
      ['2026-11-30T13:00:00Z', 1],
      ['2026-12-01T02:59:00Z', 1],
      ['2026-12-01T03:00:00Z', 2],
    ] as const) {
      world.clock.set(moment);
      await runDueTurns(world.app.house);
      expect([moment, ran]).toEqual([moment, times]);
    }
    world.clock.set('2026-11-30T13:00:00Z');
    await runDueTurns(world.app.house);
  });

  it('that fails is tried again at the next look, and takes nothing with it', async () => {
    let tries = 0;
    world.app.house.declared.turns = [
      turn(async () => {
        if (++tries === 1) throw new Error('once');
      }),
    ];
    world.clock.set('2026-12-01T03:00:00Z');
    expect(await runDueTurns(world.app.house)).toEqual([]);
    expect(await runDueTurns(world.app.house)).toEqual(['tests.turn']);
    expect(await runDueTurns(world.app.house)).toEqual([]);
  });
});

it('the nightly clearing takes what has ended and leaves what is in use', async () => {
  const own = await makeWorld();
  const { house, server } = own.app;
  const sum = async (table: string) =>
    Number((await house.writer.query(`select count(*) as count from ${table}`)).rows[0].count);
  await runDueTurns(house);
  await own.stranger.tell('people.signIn', { email: 'nobody@test.example', password: 'no' });
  await own.keeper.ask('people.create', { name: 'А', email: 'a@test.example', roleId: 2 });
  await server.inject({
    method: 'PUT',
    url: '/files?name=a.csv',
    headers: { cookie: `voronka_session=${own.keeper.session}` },
    payload: 'a',
  });
  await house.writer.query(
    `insert into jobs (listener, event_id, run_at) select 'tests.waiting', min(id), now() from events`,
  );
  expect(
    await Promise.all(['sessions', 'invitations', 'sign_in_attempts', 'files', 'file_pieces'].map(sum)),
  ).toEqual([1, 1, 1, 1, 1]);
  own.clock.set('2027-01-15T02:00:00Z');
  const fresh = await own.stranger.tell('people.signIn', { email: keeperEmail, password: testPassword });
  expect(await runDueTurns(house)).toEqual(house.declared.turns.map(({ name }) => name));
  expect(await Promise.all(['invitations', 'sign_in_attempts', 'files', 'file_pieces'].map(sum))).toEqual([
    0, 0, 0, 0,
  ]);
  expect(await sum('sessions')).toBe(1);
  expect(await sum(`events where at < '2027-01-01'`)).toBe(1);
  expect(fresh.status).toBe(200);
  await own.close();
});

it('R-05 that a session is in use is noted, at most once a minute', async () => {
  const own = await makeWorld();
  const seen = async () => {
    await own.keeper.ask('people.me');
    return (await own.app.house.writer.query('select seen_at from sessions')).rows[0].seen_at;
  };
  const first = await seen();
  own.clock.set('2026-11-23T11:00:59Z');
  expect(await seen()).toBe(first);
  own.clock.set('2026-11-23T11:01:01Z');
  expect(await seen()).toBe('2026-11-23T11:01:01.000Z');
  await own.close();
});
