// Days are the firm's: near midnight, in another zone, across a change of the clock.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTask } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const rowOf = async (id: number) =>
  (await world.app.house.writer.query('select day, at, has_time from tasks where id = $1', [id])).rows[0];

async function moveFirmTo(timeZone: string): Promise<void> {
  const { firm } = await world.keeper.ask<{ firm: { version: number } }>('people.me');
  await world.keeper.ask('people.changeFirm', { version: firm.version, set: { timeZone } });
  await world.settle();
}

const idsOf = async (d: string) =>
  (await world.keeper.ask<{ rows: { id: number }[] }>('tasks.list', { d })).rows.map(({ id }) => id);

describe('T-07 the day of a task', () => {
  it('is the one of the firm’s clock near midnight', async () => {
    const [before, after] = [
      await makeTask(world, { at: '2026-11-23T20:59:59Z' }),
      await makeTask(world, { at: '2026-11-23T21:00:00Z' }),
    ];
    expect([(await rowOf(before)).day, (await rowOf(after)).day]).toEqual(['2026-11-23', '2026-11-24']);
    expect(await idsOf('today')).toContain(before);
    expect(await idsOf('tomorrow')).toContain(after);
  });

  it('today begins and ends by the firm’s clock', async () => {
    const id = await makeTask(world, { at: '2026-11-24T09:00:00Z' });
    world.clock.set('2026-11-23T20:59:59Z');
    expect(await idsOf('today')).not.toContain(id);
    world.clock.set('2026-11-23T21:00:00Z');
    expect(await idsOf('today')).toContain(id);
    world.clock.set('2026-11-23T11:00:00Z');
  });

  it('follows the firm to another zone; without an hour it stays the day', async () => {
    const hour = await makeTask(world, { at: '2026-11-25T20:00:00Z' });
    const plain = await makeTask(world, { at: '2026-11-24T21:00:00Z', hasTime: false });
    await moveFirmTo('Asia/Vladivostok');
    expect(await rowOf(hour)).toMatchObject({ day: '2026-11-26', at: '2026-11-25T20:00:00.000Z' });
    expect(await rowOf(plain)).toMatchObject({ day: '2026-11-25', at: '2026-11-24T14:00:00.000Z' });
    await moveFirmTo('Europe/Moscow');
    expect(await rowOf(plain)).toMatchObject({ day: '2026-11-25', at: '2026-11-24T21:00:00.000Z' });
  });
});

describe('Z-01 the zone of the firm changes between a deed and its undo', () => {
  const ask = <T>(name: string, input: object) => world.keeper.ask<T>(name, input);
  it('what was made goes, what was moved goes back to its day', async () => {
    const made = await ask<{ id: number; operation: number }>('tasks.create', {
      at: '2026-11-24T21:00:00Z',
      hasTime: false,
    });
    const kept = await makeTask(world, { at: '2026-11-24T21:00:00Z', hasTime: false });
    const moved = await ask<{ operation: number }>('tasks.changeMany', {
      chosen: { ids: [kept] },
      set: {},
      moveByDays: 3,
    });
    const late = await makeTask(world, { at: '2026-11-25T20:00:00Z' });
    const renamed = await ask<{ operation: number }>('tasks.change', {
      id: late,
      version: 1,
      set: { at: '2026-11-26T20:00:00Z' },
    });
    await moveFirmTo('Asia/Vladivostok');
    for (const { operation } of [made, moved, renamed]) {
      const undone = await ask<{ leftAlone: unknown[] }>('operations.undo', { id: operation });
      expect(undone.leftAlone).toEqual([]);
    }
    expect(await rowOf(made.id)).toBeUndefined();
    expect(await rowOf(kept)).toMatchObject({ day: '2026-11-25', at: '2026-11-24T14:00:00.000Z' });
    expect(await rowOf(late)).toMatchObject({ day: '2026-11-26', at: '2026-11-25T20:00:00.000Z' });
    await moveFirmTo('Europe/Moscow');
  });

  it('a task that somebody has moved meanwhile stays where it was put', async () => {
    const id = await makeTask(world, { at: '2026-11-24T21:00:00Z', hasTime: false });
    const moving = { chosen: { ids: [id] }, set: {}, moveByDays: 1 };
    const { operation } = await ask<{ operation: number }>('tasks.changeMany', moving);
    await ask('tasks.changeMany', moving);
    await moveFirmTo('Asia/Vladivostok');
    expect((await world.keeper.tell('operations.undo', { id: operation })).refusal?.code).toBe(
      'operation.nothingLeft',
    );
    await moveFirmTo('Europe/Moscow');
    expect((await rowOf(id)).day).toBe('2026-11-27');
  });
});

describe('T-09 a move by days', () => {
  beforeAll(() => moveFirmTo('Europe/Berlin'));
  it('T-09 a move that would leave the years that a day may have leaves the task where it is, and is counted', async () => {
    const [far, near] = [await makeTask(world, { at: '2200-12-30T10:00:00Z' }), await makeTask(world)];
    const done = await world.keeper.ask('tasks.changeMany', {
      chosen: { ids: [far, near] },
      set: {},
      moveByDays: 7,
    });
    expect(done).toMatchObject({ changed: 1, skipped: 1 });
    expect(await world.keeper.ask('tasks.get', { id: far })).toMatchObject({
      at: '2200-12-30T10:00:00+00:00',
    });
  });

  it('K-05 a version that no task can have is one that was not seen: the task stays and is counted', async () => {
    const id = await makeTask(world);
    const moves = [{ id, version: 2_147_483_648, day: '2026-11-30' }];
    expect(await world.keeper.ask('tasks.move', { moves })).toMatchObject({ changed: 0, skipped: 1 });
  });

  it('K-05 a move within days ends inside of them and keeps its hour; what has no day stays without one', async () => {
    const late = await makeTask(world, { at: '2027-01-31T10:00:00Z' });
    const early = await makeTask(world, { at: '2027-01-10T10:00:00Z' });
    const undated = await makeTask(world, { at: null, hasTime: false });
    await world.keeper.ask('tasks.changeMany', {
      chosen: { ids: [late, early, undated] },
      set: {},
      moveByDays: 31,
      within: { from: '2027-02-01', to: '2027-02-28' },
    });
    expect(await rowOf(late)).toMatchObject({ day: '2027-02-28', at: '2027-02-28T10:00:00.000Z' });
    expect(await rowOf(early)).toMatchObject({ day: '2027-02-10', at: '2027-02-10T10:00:00.000Z' });
    expect(await rowOf(undated)).toMatchObject({ day: null, at: null });
    await world.keeper.ask('tasks.changeMany', {
      chosen: { ids: [late, early] },
      set: {},
      moveByDays: 0,
      within: { from: '2027-02-10', to: '2027-02-10' },
    });
    expect((await rowOf(late)).day).toBe('2027-02-10');
    expect((await rowOf(early)).day).toBe('2027-02-10');
  });

  it('T-01 an hour without a day is refused at its field', async () => {
    const made = await world.keeper.tell('tasks.create', { hasTime: true });
    expect(made.refusal?.faults).toEqual([{ path: 'at', code: 'fault.required' }]);
    const id = await makeTask(world, { at: null, hasTime: false });
    const changed = await world.keeper.tell('tasks.change', { id, version: 1, set: { hasTime: true } });
    expect(changed.refusal?.faults).toEqual([{ path: 'set.at', code: 'fault.required' }]);
  });

  const move = async (at: string, moveByDays: number, hasTime = true) => {
    const id = await makeTask(world, { at, hasTime });
    await world.keeper.ask('tasks.changeMany', { chosen: { ids: [id] }, set: {}, moveByDays });
    const row = await rowOf(id);
    return [row.at, row.day];
  };

  it('keeps the hour across the change to summer time and back', async () => {
    expect(await move('2026-03-28T09:00:00Z', 1)).toEqual(['2026-03-29T08:00:00.000Z', '2026-03-29']);
    expect(await move('2026-03-29T08:00:00Z', -1)).toEqual(['2026-03-28T09:00:00.000Z', '2026-03-28']);
    expect(await move('2026-10-24T08:00:00Z', 1)).toEqual(['2026-10-25T09:00:00.000Z', '2026-10-25']);
  });

  it('to an hour that is skipped takes the one after it, on the same day', async () => {
    expect(await move('2026-03-28T01:30:00Z', 1)).toEqual(['2026-03-29T01:30:00.000Z', '2026-03-29']);
  });

  it('keeps a day without an hour at its beginning', async () => {
    expect(await move('2026-03-27T23:00:00Z', 2, false)).toEqual(['2026-03-29T22:00:00.000Z', '2026-03-30']);
  });

  it('leaves what has no day as it is', async () => {
    const id = await makeTask(world, { at: null, hasTime: false });
    await world.keeper.ask('tasks.changeMany', { chosen: { ids: [id] }, set: {}, moveByDays: 7 });
    expect(await rowOf(id)).toMatchObject({ day: null, at: null });
  });
});
