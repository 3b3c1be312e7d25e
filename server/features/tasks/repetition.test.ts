// Tasks that repeat: which rules there are, when the next comes, and that it comes once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeTask } from '../../testing/examples.ts';
import { makeWorld, testNow, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Row = {
  id: number;
  version: number;
  at: string;
  stateId: number;
  isOpen: boolean;
  repeat: string | null;
};
type Next = { id: number; at: string } | null;
type Closed = { operation: number; row: Row; next: Next };

const taskOf = (id: number) => world.keeper.ask<Row & Record<string, unknown>>('tasks.get', { id });
const complete = (id: number) => world.keeper.ask<Closed>('tasks.complete', { id, results: 'да' });
const undo = (id: number) => world.keeper.ask<{ operation: number }>('operations.undo', { id });
const openOnes = async () =>
  (
    await world.app.house.writer.query(
      'select id, manager_id, day from tasks where repeat is not null and is_open order by id',
    )
  ).rows as { id: number; day: string }[];

async function stateThatMeans(meaning: string): Promise<number> {
  const { rows } = await world.keeper.ask<{ rows: { id: number; meaning: string | null }[] }>(
    'directories.list',
  );
  return rows.find((row) => row.meaning === meaning)?.id as number;
}

describe('T-10 one task of a series that is moved', () => {
  it('moves no later one: by its card, by a drag, one after another; a new rule begins on its day', async () => {
    const id = await makeTask(world, { at: '2026-12-07T09:00:00Z', repeat: 'FREQ=WEEKLY;BYDAY=MO' });
    const sunday = '2026-12-06';
    await world.keeper.ask('tasks.move', { moves: [{ id, version: 1, day: sunday }] });
    const { next } = await complete(id);
    expect(next?.at).toContain('2026-12-14T09:00');
    const second = next?.id as number;
    await world.keeper.ask('tasks.change', { id: second, version: 1, set: { at: '2026-12-13T09:00:00Z' } });
    const { next: third } = await complete(second);
    expect(third?.at).toContain('2026-12-21T09:00');
    const set = { at: '2026-12-22T09:00:00Z', repeat: 'FREQ=WEEKLY;BYDAY=TU' };
    await world.keeper.ask('tasks.change', { id: third?.id, version: 1, set });
    expect((await complete(third?.id as number)).next?.at).toContain('2026-12-29T09:00');
    const left = (await openOnes()).map((row) => row.id);
    await world.keeper.ask('tasks.delete', { chosen: { ids: left } });
  });
});

describe('T-10 the rule of a task', () => {
  it.each([
    ['FREQ=DAILY', 'FREQ=DAILY'],
    ['FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=WE'],
    ['BYDAY=FR,MO;FREQ=WEEKLY;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR'],
    ['FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=25'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=YEARLY;COUNT=3', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=25;COUNT=3'],
    ['FREQ=DAILY;UNTIL=20261231', 'FREQ=DAILY;UNTIL=20261231'],
  ])('%s is kept as %s', async (repeat, kept) => {
    expect((await taskOf(await makeTask(world, { repeat }))).repeat).toBe(kept);
  });

  it.each([
    ['FREQ=SECONDLY'],
    ['FREQ=HOURLY'],
    ['FREQ=DAILY;INTERVAL=0'],
    ['FREQ=DAILY;INTERVAL=-1'],
    ['FREQ=DAILY;INTERVAL=1e3'],
    ['FREQ=DAILY;COUNT=1000000000'],
    ['FREQ=DAILY;COUNT=0'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20271231'],
    ['FREQ=DAILY;UNTIL=20260231'],
    ['FREQ=DAILY;UNTIL='],
    ['FREQ=DAILY;FREQ=WEEKLY'],
    ['FREQ=WEEKLY;BYDAY=XX'],
    ['FREQ=WEEKLY;BYDAY=MO,MO'],
    ['FREQ=WEEKLY;BYMONTHDAY=1'],
    ['FREQ=MONTHLY;BYMONTHDAY=0'],
    ['FREQ=MONTHLY;BYMONTHDAY=32'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['FREQ=DAILY;BYEASTER=1'],
    ['RRULE:FREQ=DAILY'],
    ['каждый день'],
    [''],
    [`FREQ=WEEKLY;BYDAY=${'MO,'.repeat(100_000)}TU`],
    ['FREQ=DAILY;UNTIL=20261124', 'task.repeatPast'],
    ['FREQ=DAILY;UNTIL=20200101', 'task.repeatPast'],
  ])('%.40s is refused at its field', async (repeat, code = 'task.repeatUnknown') => {
    const at = '2026-11-25T10:00:00Z';
    const { refusal } = await world.keeper.tell('tasks.create', { at, repeat });
    expect(refusal?.faults).toEqual([{ path: 'repeat', code }]);
    const id = await makeTask(world);
    const changed = await world.keeper.tell('tasks.change', { id, version: 1, set: { repeat } });
    expect(changed.refusal?.faults).toEqual([{ path: 'set.repeat', code }]);
  });

  it('that never comes is none', async () => {
    const rare = { at: '2027-02-01T10:00:00Z', repeat: 'FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=30' };
    const { refusal } = await world.keeper.tell('tasks.create', rare);
    expect(refusal?.faults).toEqual([{ path: 'repeat', code: 'task.repeatUnknown' }]);
  });

  it('needs a day, and something left to do', async () => {
    const undated = await world.keeper.tell('tasks.create', { repeat: 'FREQ=DAILY' });
    expect(undated.refusal?.faults).toEqual([{ path: 'at', code: 'fault.required' }]);
    const id = await makeTask(world, { repeat: 'FREQ=DAILY' });
    const bare = await world.keeper.tell('tasks.change', { id, version: 1, set: { at: null } });
    expect(bare.refusal?.faults).toEqual([{ path: 'set.at', code: 'fault.required' }]);
    const stateId = await stateThatMeans('done');
    const done = await world.keeper.tell('tasks.create', {
      stateId,
      at: '2026-11-20T10:00:00Z',
      repeat: 'FREQ=DAILY',
    });
    expect(done.refusal?.faults).toEqual([{ path: 'repeat', code: 'task.repeatClosed' }]);
    const bulk = await world.keeper.ask<{ changed: number; skipped: number }>('tasks.changeMany', {
      chosen: { ids: [id] },
      set: { at: null },
    });
    expect(bulk).toMatchObject({ changed: 0, skipped: 1 });
  });
});

describe('T-10 the next task', () => {
  it('is made with the completion: the same fields, the first state, the same hour; the rule goes on to it', async () => {
    const given = {
      clientId: await makeClient(world),
      description: 'Отчёт',
      minutes: 45,
      tags: ['а'],
      at: '2026-11-25T10:00:00Z',
      deadline: '2026-11-27T15:00:00Z',
    };
    const id = await makeTask(world, { ...given, repeat: 'FREQ=WEEKLY;BYDAY=WE,FR;COUNT=3' });
    const { row, next } = await complete(id);
    expect(row).toMatchObject({ isOpen: false, repeat: null });
    expect(await taskOf(next?.id as number)).toMatchObject({
      ...given,
      at: '2026-11-27T10:00:00+00:00',
      deadline: '2026-11-29T15:00:00+00:00',
      results: '',
      isOpen: true,
      stateId: await stateThatMeans('open'),
      authorId: world.keeper.id,
      repeat: 'FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2',
      doneAt: null,
    });
    const last = await complete(next?.id as number);
    expect((await complete(last.next?.id as number)).next).toBeNull();
  });

  it('goes with one undo and comes back with the redo', async () => {
    const id = await makeTask(world, { repeat: 'FREQ=DAILY' });
    const before = await openOnes();
    const { operation, next } = await complete(id);
    const { operation: undone } = await undo(operation);
    expect(await openOnes()).toEqual(before);
    expect((await world.keeper.tell('tasks.get', { id: next?.id })).status).toBe(404);
    await undo(undone);
    expect(await taskOf(next?.id as number)).toMatchObject({ isOpen: true, repeat: 'FREQ=DAILY' });
    expect(await taskOf(id)).toMatchObject({ isOpen: false, repeat: null });
    expect((await openOnes()).length).toBe(before.length);
  });

  it('that was changed meanwhile stays when the first is taken back, and has the rule alone', async () => {
    const id = await makeTask(world, { repeat: 'FREQ=DAILY' });
    const before = (await openOnes()).length;
    const { operation, next } = await complete(id);
    const again = next?.id as number;
    await world.keeper.ask('tasks.change', { id: again, version: 1, set: { description: 'иначе' } });
    await undo(operation);
    expect(await taskOf(id)).toMatchObject({ isOpen: true, repeat: null });
    expect(await taskOf(again)).toMatchObject({ isOpen: true, repeat: 'FREQ=DAILY' });
    expect((await openOnes()).length).toBe(before);
  });

  it('is one, however often the first is opened and closed again, by whatever way', async () => {
    const id = await makeTask(world, { repeat: 'FREQ=DAILY' });
    const before = (await openOnes()).length;
    const set = async (meaning: string) => {
      const { version } = await taskOf(id);
      await world.keeper.ask('tasks.change', {
        id,
        version,
        set: { stateId: await stateThatMeans(meaning) },
      });
    };
    for (const meaning of ['done', 'open', 'cancelled', 'open', 'done']) await set(meaning);
    expect((await openOnes()).length).toBe(before);
  });

  it('comes after a cancelled one too, unless the repetition is to end', async () => {
    const cancel = async (more: object) =>
      world.keeper.ask<Closed>('tasks.cancel', {
        id: await makeTask(world, { repeat: 'FREQ=DAILY' }),
        reason: 'нет',
        ...more,
      });
    expect((await cancel({})).next).toMatchObject({ at: '2026-11-26T10:00:00.000Z' });
    const ended = await cancel({ endRepeat: true });
    expect(ended).toMatchObject({ next: null, row: { repeat: null } });
  });

  it('is no copy: a copy does not repeat', async () => {
    const id = await makeTask(world, { repeat: 'FREQ=DAILY' });
    const { row } = await world.keeper.ask<Closed>('tasks.duplicate', { id });
    expect(row).toMatchObject({ repeat: null, at: '2026-11-25T10:00:00+00:00' });
  });

  it('is never in the past: missed ones are left out', async () => {
    const dated = await makeTask(world, { at: '2026-11-10T10:00:00Z', repeat: 'FREQ=DAILY;INTERVAL=2' });
    expect((await complete(dated)).next?.at).toBe('2026-11-24T10:00:00.000Z');
    const earlier = await makeTask(world, { at: '2026-11-20T08:00:00Z', repeat: 'FREQ=DAILY' });
    expect((await complete(earlier)).next?.at).toBe('2026-11-24T08:00:00.000Z');
    const undated = { at: '2026-11-19T21:00:00Z', hasTime: false, repeat: 'FREQ=DAILY' };
    expect((await complete(await makeTask(world, undated))).next?.at).toBe('2026-11-22T21:00:00.000Z');
    const over = await makeTask(world, { at: '2026-11-20T08:00:00Z', repeat: 'FREQ=DAILY;UNTIL=20261124' });
    world.clock.set('2026-11-25T00:00:00Z');
    expect((await complete(over)).next).toBeNull();
    world.clock.set(testNow);
  });

  it('of a thousand at once is one operation, one undo', async () => {
    const before = (await openOnes()).length;
    const make = (n: number) =>
      makeTask(world, { at: '2026-11-24T10:00:00Z', description: `№ ${n}`, repeat: 'FREQ=WEEKLY' });
    const ids: number[] = [];
    for (let n = 0; n < 1000; n++) ids.push(await make(n));
    const { operation, comeAgain } = await world.keeper.ask<{ operation: number; comeAgain: number }>(
      'tasks.changeMany',
      { chosen: { ids }, set: { stateId: await stateThatMeans('done') } },
    );
    expect(comeAgain).toBe(1000);
    const after = await openOnes();
    expect(after.length).toBe(before + 1000);
    expect(after.filter(({ day }) => day === '2026-12-01').length).toBe(1000);
    await undo(operation);
    expect((await openOnes()).filter(({ id }) => ids.includes(id)).length).toBe(1000);
    expect((await openOnes()).length).toBe(before + 1000);
  });
});

describe('T-10 the next task offered on completion', () => {
  type Added = Closed & { addedId: number | null };

  it('is set with the completion, and one undo takes back both', async () => {
    const id = await makeTask(world);
    const clientId = await makeClient(world);
    const next = { clientId, description: 'Отправить счёт', at: '2026-11-26T09:00:00Z', hasTime: true };
    const done = await world.keeper.ask<Added>('tasks.complete', { id, results: 'да', next });
    expect(await taskOf(done.addedId as number)).toMatchObject({ ...next, at: '2026-11-26T09:00:00+00:00' });
    await undo(done.operation);
    expect(await taskOf(id)).toMatchObject({ isOpen: true });
    expect((await world.keeper.tell('tasks.get', { id: done.addedId })).status).toBe(404);
  });

  it('that is faulty is refused at its field, and nothing is completed', async () => {
    const id = await makeTask(world);
    const faultsOf = async (next: object) =>
      (await world.keeper.tell('tasks.complete', { id, results: '', next })).refusal?.faults;
    expect(await faultsOf({ clientId: 999_999 })).toEqual([
      { path: 'next.clientId', code: 'fault.missingRecord' },
    ]);
    expect(await faultsOf({ hasTime: true })).toEqual([{ path: 'next.at', code: 'fault.required' }]);
    expect(await faultsOf({ repeat: 'x' })).toEqual([{ path: 'next.repeat', code: 'task.repeatUnknown' }]);
    expect(await taskOf(id)).toMatchObject({ isOpen: true });
  });

  it('needs the right to add tasks', async () => {
    const rights = {
      ...rightsAtLevel('own'),
      tasks: { ...rightsAtLevel('own').tasks, add: 'none' as const },
    };
    const anna = await world.join('Анна', rights);
    const id = await makeTask(world, { managerId: anna.id, repeat: 'FREQ=DAILY' });
    const refused = await anna.tell('tasks.complete', { id, results: '', next: {} });
    expect(refused.refusal?.code).toBe('right.missing');
    expect(await anna.ask<Added>('tasks.complete', { id, results: '' })).toMatchObject({ addedId: null });
  });
});
