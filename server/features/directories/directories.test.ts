// Directories: what is used is replaced, merged or archived, never lost; a state's meaning reaches the tasks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeEntry, makeGroup, makeTask } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Entry = {
  id: number;
  directory: string;
  name: string;
  meaning: string | null;
  tint: string | null;
  position: number;
  archived: boolean;
  version: number;
};

const all = async () => (await world.keeper.ask<{ rows: Entry[] }>('directories.list')).rows;
const states = async () => (await all()).filter(({ directory }) => directory === 'taskStates');
const taskOf = (id: number) => world.keeper.ask<{ stateId: number; isOpen: boolean }>('tasks.get', { id });

describe('D-01 a new firm', () => {
  it('finds states, types, statuses, kinds and origins', async () => {
    const counts = Object.groupBy(await all(), ({ directory }) => directory);
    expect(Object.fromEntries(Object.entries(counts).map(([name, rows]) => [name, rows?.length]))).toEqual({
      clientOrigins: 6,
      clientStatuses: 4,
      clientTypes: 4,
      taskStates: 5,
      taskTypes: 8,
    });
    expect((await states()).map(({ name, meaning, tint }) => [name, meaning, tint])[0]).toEqual([
      'поставлена',
      'open',
      'slate',
    ]);
  });
});

describe('D-04 an entry in use', () => {
  it('is not deleted, and what uses it is named', async () => {
    const statusId = await makeEntry(world, { directory: 'clientStatuses', name: 'Редкий' });
    await makeClient(world, { statusId });
    await makeClient(world, { statusId });
    const answer = await world.keeper.tell('directories.delete', { id: statusId });
    expect(answer.refusal).toMatchObject({
      code: 'record.inUse',
      params: { count: 2 },
      details: { uses: [{ kind: 'clients', field: 'status', count: 2 }] },
    });
    const shown = await world.keeper.ask<{ count: number }>('clients.count', {
      'f.status': String(statusId),
    });
    expect(shown.count).toBe(2);
  });

  it('is replaced everywhere by another, and stays', async () => {
    const [from, to] = [await makeEntry(world), await makeEntry(world)];
    const client = await makeClient(world, { typeId: from });
    expect(await world.keeper.ask('directories.replace', { from, to, remove: false })).toMatchObject({
      changed: 1,
    });
    expect(await world.keeper.ask('clients.get', { id: client })).toMatchObject({ typeId: to, version: 2 });
    expect((await all()).some(({ id }) => id === from)).toBe(true);
  });

  it('D-06 is merged into another, and the merge is undone', async () => {
    const [from, to] = [await makeEntry(world), await makeEntry(world)];
    const client = await makeClient(world, { typeId: from });
    const merged = await world.keeper.ask<{ operation: number }>('directories.replace', {
      from,
      to,
      remove: true,
    });
    expect((await all()).some(({ id }) => id === from)).toBe(false);
    await world.keeper.ask('operations.undo', { id: merged.operation });
    expect(await world.keeper.ask('clients.get', { id: client })).toMatchObject({ typeId: from });
  });

  it('is archived and still shown by what has it', async () => {
    const typeId = await makeEntry(world);
    const client = await makeClient(world, { typeId });
    await world.keeper.ask('directories.archive', { id: typeId, archived: true });
    expect((await all()).find(({ id }) => id === typeId)).toMatchObject({ archived: true });
    expect(await world.keeper.ask('clients.get', { id: client })).toMatchObject({ typeId });
  });

  it('is replaced only by who may change all that uses it', async () => {
    const typeId = await makeEntry(world, { directory: 'taskTypes', name: 'Свой осмотр' });
    const to = await makeEntry(world, { directory: 'taskTypes', name: 'Чужой осмотр' });
    const rights = { ...rightsAtLevel('own'), directories: rightsAtLevel('all').directories };
    const manager = await world.join('Со своими', rights);
    const own = await makeTask(world, { typeId, managerId: manager.id });
    const foreign = await makeTask(world, { typeId });
    const replace = () => manager.tell('directories.replace', { from: typeId, to, remove: true });
    expect((await replace()).refusal?.code).toBe('record.usesBeyond');
    expect(await world.keeper.ask('tasks.get', { id: own })).toMatchObject({ typeId });
    await world.keeper.ask('tasks.delete', { chosen: { ids: [foreign] } });
    expect((await replace()).status).toBe(200);
    expect(await world.keeper.ask('tasks.get', { id: own })).toMatchObject({ typeId: to });
  });

  it('is not replaced by one of another directory, nor by itself', async () => {
    const [from, other] = [await makeEntry(world), await makeEntry(world, { directory: 'clientOrigins' })];
    const replace = (to: number) => world.keeper.tell('directories.replace', { from, to, remove: true });
    expect((await replace(from)).refusal?.faults).toMatchObject([{ path: 'to', code: 'fault.choice' }]);
    expect((await replace(other)).refusal?.code).toBe('entry.otherDirectory');
    expect((await replace(999_999)).refusal?.code).toBe('record.missing');
  });
});

describe('D-06 a name', () => {
  it('is given to one of a directory: the other is named, the archive too; case, spaces and ё are all one', async () => {
    const create = (name: string, directory = 'clientOrigins') =>
      world.keeper.tell('directories.create', { directory, name });
    const id = ((await create('Чёрная  Пятница')).body as { id: number }).id;
    const same = { path: 'name', code: 'fault.sameName', params: { name: 'Чёрная  Пятница' } };
    expect((await create(' черная пятница ')).refusal?.faults).toEqual([same]);
    expect((await create('черная пятница', 'clientTypes')).status).toBe(200);
    const change = (set: object, version = 1) =>
      world.keeper.tell('directories.change', { id, version, set });
    expect((await change({ name: 'Чёрная пятница' })).status).toBe(200);
    await world.keeper.ask('directories.archive', { id, archived: true });
    expect((await create('чёрная пятница')).refusal?.faults).toMatchObject([
      { code: 'fault.sameNameArchived' },
    ]);
    const other = ((await create('Сарафан')).body as { id: number }).id;
    const renamed = { id: other, version: 1, set: { name: 'ЧЁРНАЯ ПЯТНИЦА' } };
    expect((await world.keeper.tell('directories.change', renamed)).refusal?.faults).toMatchObject([
      { path: 'set.name', code: 'fault.sameNameArchived' },
    ]);
  });
});

describe('D-06 a name among many writers', () => {
  it('is given once, however many ask for it at the same moment', async () => {
    const input = { directory: 'clientOrigins', name: 'Одновременно' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.keeper.tell('directories.create', input)));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toEqual([200]);
    const role = { name: 'Одновременно', rights: rightsAtLevel('own') };
    const roles = await Promise.all([1, 2, 3, 4].map(() => world.keeper.tell('people.createRole', role)));
    expect(roles.map(({ status }) => status).filter((status) => status === 200)).toEqual([200]);
  });

  it('does not come back by an undo once another has it', async () => {
    const { keeper } = world;
    const directory = 'clientOrigins';
    const { id } = await keeper.ask<{ id: number }>('directories.create', { directory, name: 'Слёт' });
    const { operation } = await keeper.ask<{ operation: number }>('directories.change', {
      id,
      version: 1,
      set: { name: 'Ярмарка' },
    });
    await keeper.ask('directories.create', { directory, name: 'слет' });
    expect((await keeper.tell('operations.undo', { id: operation })).refusal?.code).toBe('operation.clash');
  });
});

describe('D-06 the order', () => {
  it('is the one given; entries of other directories are left alone', async () => {
    const names = async () => (await states()).map(({ name }) => name);
    const ids = (await states()).map(({ id }) => id);
    const [foreign] = (await all()).filter(({ directory }) => directory === 'taskTypes');
    await world.keeper.ask('directories.reorder', {
      directory: 'taskStates',
      ids: [foreign?.id, ...ids.toReversed()],
    });
    expect(await names()).toEqual(['отменена', 'выполнена', 'ожидание', 'в работе', 'поставлена']);
    expect((await all()).find(({ id }) => id === foreign?.id)).toEqual(foreign);
    await world.keeper.ask('directories.reorder', { directory: 'taskStates', ids });
    expect((await names())[0]).toBe('поставлена');
  });

  it('keeps those behind that the one who ordered had not seen; an id named twice stands once', async () => {
    const rows = await states();
    const ids = rows.map(({ id }) => id);
    const [first, second, ...rest] = ids as [number, number, ...number[]];
    await world.keeper.ask('directories.reorder', { directory: 'taskStates', ids: [second, second, first] });
    const after = await states();
    expect(after.map(({ id }) => id)).toEqual([second, first, ...rest]);
    expect(new Set(after.map(({ position }) => position)).size).toBe(ids.length);
    await world.keeper.ask('directories.reorder', { directory: 'taskStates', ids });
  });

  it('decides in which state a new task starts', async () => {
    const ids = (await states()).map(({ id }) => id);
    await world.keeper.ask('directories.reorder', {
      directory: 'taskStates',
      ids: [ids[1], ids[0], ...ids.slice(2)],
    });
    const made = await world.keeper.ask<{ row: { stateId: number } }>('tasks.create', {});
    expect(made.row.stateId).toBe(ids[1]);
    await world.keeper.ask('directories.reorder', { directory: 'taskStates', ids });
  });
});

describe('T-10 states', () => {
  it('whose meaning changes take their tasks along', async () => {
    const stateId = await makeEntry(world, { directory: 'taskStates', name: 'почти', meaning: 'open' });
    const id = await makeTask(world, { stateId });
    await world.keeper.ask('directories.change', { id: stateId, version: 1, set: { meaning: 'done' } });
    await world.settle();
    expect(await taskOf(id)).toMatchObject({ stateId, isOpen: false });
  });

  it('merged into one that means something else take their tasks along', async () => {
    const from = await makeEntry(world, { directory: 'taskStates', name: 'ещё', meaning: 'open' });
    const to = (await states()).find(({ meaning }) => meaning === 'done')?.id as number;
    const id = await makeTask(world, { stateId: from });
    await world.keeper.ask('directories.replace', { from, to, remove: true });
    await world.settle();
    expect(await taskOf(id)).toMatchObject({ stateId: to, isOpen: false });
  });

  it('always have a meaning, other entries never', async () => {
    const state = await makeEntry(world, { directory: 'taskStates', name: 'без смысла' });
    const kind = await makeEntry(world, { meaning: 'done' });
    const rows = await all();
    expect([state, kind].map((id) => rows.find((row) => row.id === id)?.meaning)).toEqual(['open', null]);
    const answer = await world.keeper.tell('directories.change', {
      id: state,
      version: 1,
      set: { meaning: null },
    });
    expect(answer.refusal?.faults).toMatchObject([{ path: 'set.meaning', code: 'fault.required' }]);
    await world.keeper.ask('directories.change', {
      id: kind,
      version: 1,
      set: { meaning: 'done', name: 'вид' },
    });
    expect((await all()).find(({ id }) => id === kind)).toMatchObject({ name: 'вид', meaning: null });
  });

  it('never lose the last of a meaning, whichever way', async () => {
    const own = await makeWorld();
    const { rows } = await own.keeper.ask<{ rows: Entry[] }>('directories.list');
    const open = rows.filter(({ directory, meaning }) => directory === 'taskStates' && meaning === 'open');
    const done = rows.find(({ meaning }) => meaning === 'done') as Entry;
    const [last, ...others] = open as [Entry, ...Entry[]];
    for (const { id } of others) await own.keeper.ask('directories.archive', { id, archived: true });
    for (const [name, input] of [
      ['directories.archive', { id: last.id, archived: true }],
      ['directories.delete', { id: last.id }],
      ['directories.change', { id: last.id, version: last.version, set: { meaning: 'cancelled' } }],
      ['directories.replace', { from: last.id, to: done.id, remove: true }],
    ] as const)
      expect([name, (await own.keeper.tell(name, input)).refusal?.code]).toEqual([name, 'entry.lastState']);
    for (const meaning of ['done', 'cancelled']) {
      const ends = rows.filter((row) => row.directory === 'taskStates' && row.meaning === meaning);
      for (const { id } of ends.slice(1)) await own.keeper.ask('directories.archive', { id, archived: true });
      const gone = await own.keeper.tell('directories.archive', { id: ends[0]?.id, archived: true });
      expect(gone.refusal).toMatchObject({ code: 'entry.lastState', params: { meaning } });
    }
    await own.keeper.ask('directories.archive', { id: (others[0] as Entry).id, archived: false });
    const answers = await Promise.all(
      [last, others[0] as Entry].map(({ id }) =>
        own.keeper.tell('directories.archive', { id, archived: true }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    await own.close();
  });
});

describe('fields', () => {
  it('that name nothing are refused by path', async () => {
    const answer = await world.keeper.tell('directories.create', {
      directory: 'taskTypes',
      name: 'x',
      groupId: 999_999,
    });
    expect(answer.refusal?.faults).toEqual([{ path: 'groupId', code: 'fault.missingRecord' }]);
    const wrongTree = await makeGroup(world, { tree: 'clients' });
    const id = await makeEntry(world, { directory: 'taskTypes' });
    const changed = await world.keeper.tell('directories.change', {
      id,
      version: 1,
      set: { groupId: wrongTree },
    });
    expect(changed.refusal?.faults).toEqual([{ path: 'set.groupId', code: 'fault.missingRecord' }]);
  });

  it('T-03 colours are those of the palette', async () => {
    const answer = await world.keeper.tell('directories.create', {
      directory: 'taskStates',
      name: 'x',
      tint: '#ff0000',
    });
    expect(answer.refusal?.faults).toEqual([{ path: 'tint', code: 'fault.choice' }]);
  });

  it('T-12 a stale change is refused with the entry as it is', async () => {
    const id = await makeEntry(world);
    await world.keeper.ask('directories.change', { id, version: 1, set: { name: 'второе' } });
    const answer = await world.keeper.tell('directories.change', { id, version: 1, set: { name: 'третье' } });
    expect(answer.refusal).toMatchObject({ code: 'record.stale', details: { current: { name: 'второе' } } });
  });
});
