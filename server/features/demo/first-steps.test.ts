// The first steps check themselves off by what people have made; made-up records count for nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Week } from '../../../contract/calendar.ts';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

async function doneSteps(): Promise<string[]> {
  const { rows } = await world.keeper.ask<{ rows: { step: string; done: boolean }[] }>('demo.steps');
  return rows.filter(({ done }) => done).map(({ step }) => step);
}

test('W-06: in a new house nothing is done, and made-up records do none of it', async () => {
  expect(await doneSteps()).toEqual([]);
  await world.keeper.ask('demo.fill');
  expect(await doneSteps()).toEqual(['demo']);
});

test('W-06: the made-up firm works on working days, and what is done lies behind', async () => {
  const { rows } = await world.app.house.reader.query(
    `select count(*)::int as all, count(*) filter (where extract(isodow from day) > 5)::int as resting, count(*) filter (where done_at > $1)::int as early
     from tasks`,
    [world.app.house.clock.now().toString()],
  );
  expect(rows[0]).toMatchObject({ all: 2000, resting: 0, early: 0 });
});

test('W-06: each step is done as soon as there is something of it', async () => {
  await world.keeper.ask('clients.create', { name: 'Гранит' });
  expect(await doneSteps()).toEqual(['clients', 'demo']);
  await world.keeper.ask('tasks.create', { description: 'Позвонить' });
  await world.join('Анна', rightsAtLevel('own'));
  await world.keeper.ask('people.changeFirm', { version: 1, set: { defaultInterval: 'today' } });
  const { firmWeek } = await world.keeper.ask<{ firmWeek: Week }>('calendar.times');
  await world.keeper.ask('calendar.setWeek', { personId: null, week: firmWeek });
  expect(await doneSteps()).toEqual(['firm', 'people', 'clients', 'task', 'hours', 'demo']);
});

test('W-06: without examples they are offered only to a house without clients', async () => {
  await world.keeper.ask('demo.remove');
  expect(await doneSteps()).toEqual(['firm', 'people', 'clients', 'task', 'hours']);
  const { rows } = await world.keeper.ask<{ rows: { step: string }[] }>('demo.steps');
  expect(rows.map(({ step }) => step)).not.toContain('demo');
});

test('W-06: only who keeps the settings is asked to set up', async () => {
  const anna = await world.join('Вера', rightsAtLevel('own'));
  expect((await anna.tell('demo.steps')).status).toBe(200);
  const guest = await world.join('Гость', {
    ...rightsAtLevel('own'),
    settings: rightsAtLevel('none').settings,
  });
  expect((await guest.tell('demo.steps')).status).toBe(403);
});
