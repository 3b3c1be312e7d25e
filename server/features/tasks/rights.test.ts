// What one may not see is nowhere: not in lists, counts, cards, searches, filters, orders, histories, duplicates.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Level, type Rights, rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeGroup, makeTask } from '../../testing/examples.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let group: { above: number; own: number; below: number; beside: number };
beforeAll(async () => {
  world = await makeWorld();
  const above = await makeGroup(world, { tree: 'managers' });
  const own = await makeGroup(world, { tree: 'managers', parentId: above });
  group = {
    above,
    own,
    below: await makeGroup(world, { tree: 'managers', parentId: own }),
    beside: await makeGroup(world, { tree: 'managers', parentId: above }),
  };
});
afterAll(() => world.close());

type Row = {
  id: number;
  clientId: number | null;
  clientName: string | null;
  can: { change: boolean; delete: boolean };
};

const rights = (levels: Partial<Record<keyof Rights, Partial<Rights['tasks']>>>): Rights => {
  const all = rightsAtLevel('none');
  for (const [kind, verbs] of Object.entries(levels)) Object.assign(all[kind as keyof Rights], verbs);
  return all;
};
const viewing = (tasks: Level, clients: Level = 'all') =>
  rights({ tasks: { view: tasks }, clients: { view: clients } });
const idsOf = async (person: Person, name = 'tasks.list', parameters: object = {}) =>
  (await person.ask<{ rows: Row[] }>(name, { limit: '1000', ...parameters })).rows
    .map(({ id }) => id)
    .sort((a, b) => a - b);

describe('B-09 levels', () => {
  it('own, group and all each reach what they say, in list, count and card alike', async () => {
    const [colleague, under, stranger] = [
      await world.join('Коллега', viewing('none'), group.own),
      await world.join('Ниже', viewing('none'), group.below),
      await world.join('Рядом', viewing('none'), group.beside),
    ];
    const readers: Record<Level, Person> = {
      own: await world.join('Свой', viewing('own'), group.own),
      group: await world.join('Группа', viewing('group'), group.own),
      all: await world.join('Все', viewing('all'), group.own),
      none: await world.join('Никто', viewing('none'), group.own),
    };
    const owners = [readers.own.id, readers.group.id, colleague.id, under.id, stranger.id, null];
    const made = new Map<number | null, number>();
    for (const managerId of owners) made.set(managerId, await makeTask(world, { managerId }));
    const seen: Record<Exclude<Level, 'none'>, (number | null)[]> = {
      own: [readers.own.id],
      group: [readers.own.id, readers.group.id, colleague.id, under.id],
      all: owners,
    };
    for (const level of ['own', 'group', 'all'] as const) {
      const reader = readers[level];
      const expected = seen[level].map((owner) => made.get(owner) as number).sort((a, b) => a - b);
      const mine = (await idsOf(reader)).filter((id) => [...made.values()].includes(id));
      expect([level, mine]).toEqual([level, expected]);
      expect(await reader.ask('tasks.count')).toMatchObject({ count: (await idsOf(reader)).length });
      for (const id of made.values())
        expect([level, (await reader.tell('tasks.get', { id })).status]).toEqual([
          level,
          expected.includes(id) ? 200 : 404,
        ]);
    }
    expect((await readers.none.tell('tasks.list')).status).toBe(403);
  });

  it('what a row says one may do is what one may', async () => {
    const person = await world.join(
      'Смотрит',
      rights({ tasks: { view: 'all', change: 'own', delete: 'none', add: 'all' }, clients: { view: 'all' } }),
    );
    const [own, foreign] = [await makeTask(world, { managerId: person.id }), await makeTask(world)];
    const { rows } = await person.ask<{ rows: Row[] }>('tasks.list', { limit: '1000' });
    for (const id of [own, foreign]) {
      const { can } = rows.find((row) => row.id === id) as Row;
      expect(can).toEqual({ change: id === own, delete: false });
      expect((await person.tell('tasks.change', { id, version: 1, set: { results: 'р' } })).status).toBe(
        can.change ? 200 : 403,
      );
    }
    expect((await person.tell('tasks.delete', { chosen: { ids: [own] } })).status).toBe(403);
  });

  it('nobody gives work further than the role allows', async () => {
    const person = await world.join(
      'Себе',
      rights({
        tasks: { view: 'own', add: 'own', change: 'own' },
        clients: { view: 'own', add: 'own', change: 'own' },
      }),
    );
    expect((await person.tell('tasks.create', { managerId: world.keeper.id })).refusal?.code).toBe(
      'right.missing',
    );
    const { id } = await person.ask<{ id: number }>('tasks.create', {});
    expect(
      (await person.tell('tasks.change', { id, version: 1, set: { managerId: world.keeper.id } })).refusal
        ?.code,
    ).toBe('right.missing');
    expect(
      (await person.tell('clients.create', { name: 'x', responsibleId: world.keeper.id })).refusal?.code,
    ).toBe('right.missing');
    expect(
      (await person.tell('tasks.handOver', { fromId: person.id, toId: world.keeper.id })).refusal?.code,
    ).toBe('right.missing');
  });

  it('no client is passed on with its tasks to whom one may give none', async () => {
    const person = await world.join(
      'Отдаёт задачи',
      rights({
        tasks: { view: 'own', add: 'all', change: 'own' },
        clients: { view: 'own', add: 'own', change: 'own' },
      }),
    );
    const { id: clientId } = await person.ask<{ id: number }>('clients.create', { name: 'Свой' });
    await person.ask('tasks.create', { clientId });
    const toId = world.keeper.id;
    for (const which of [{ clientId }, { fromId: person.id }])
      expect((await person.tell('tasks.handOver', { ...which, toId })).refusal).toMatchObject({
        code: 'right.missing',
        params: { kind: 'clients', verb: 'add' },
      });
    await world.keeper.ask('clients.changeMany', {
      chosen: { ids: [clientId] },
      set: { responsibleId: toId },
    });
    expect(await person.ask('tasks.handOver', { fromId: person.id, toId })).toMatchObject({
      clients: 0,
      tasks: 1,
    });
  });

  it('a task may be given away to where one does not see it', async () => {
    const person = await world.join(
      'Даёт',
      rights({ tasks: { view: 'own', add: 'all', change: 'own' }, clients: { view: 'own' } }),
    );
    const made = await person.ask<{ id: number; row: Row }>('tasks.create', {
      managerId: world.keeper.id,
      description: 'вам',
    });
    expect(made.row.can).toEqual({ change: false, delete: false });
    expect((await person.tell('tasks.get', { id: made.id })).status).toBe(404);
  });
});

describe('B-09 the client of a task that one may not see', () => {
  let reader: Person;
  let task: number;
  let hidden: number;
  let seen: number;
  beforeAll(async () => {
    reader = await world.join(
      'Без клиентов',
      rights({ tasks: { view: 'own', change: 'own', add: 'own' }, clients: { view: 'own', add: 'own' } }),
    );
    const groupId = await makeGroup(world, { tree: 'clients' });
    hidden = await makeClient(world, {
      name: 'Засекреченный',
      phones: [{ value: '8 999 765-43-21' }],
      groupId,
    });
    seen = await makeClient(world, { name: 'Ясный', responsibleId: reader.id });
    task = await makeTask(world, { clientId: hidden, managerId: reader.id });
    await makeTask(world, { clientId: seen, managerId: reader.id });
  });

  it('is not named in the row', async () => {
    for (const row of [
      await reader.ask<Row>('tasks.get', { id: task }),
      ...(await reader.ask<{ rows: Row[] }>('tasks.list', { 'f.id': String(task) })).rows,
    ])
      expect(row).toMatchObject({ clientId: null, clientName: null, clientPhone: null });
  });

  it('is found by no search, filter or order', async () => {
    for (const parameters of [
      { 's.client': 'Засекр' },
      { 's.client': 'Засекреченнвй' },
      { 's.phone': '9997654321' },
      { q: 'Засекреченный' },
      { q: '9997654321' },
      { 'f.client': String(hidden) },
      { 'f.client': `!${seen}`, 'f.description': '~нет такого' },
      { 'f.client': '~засекр' },
      { 'f.phone': '~999765' },
    ])
      expect([parameters, await idsOf(reader, 'tasks.list', parameters)]).toEqual([parameters, []]);
    expect(await idsOf(reader, 'tasks.list', { 'f.client': '-' })).toEqual([task]);
    const { rows } = await reader.ask<{ rows: Row[] }>('tasks.list', { sort: 'client' });
    expect(rows.map(({ clientName }) => clientName)).toEqual(['Ясный', null]);
  });

  it('is in no picker, card, list nor count of clients', async () => {
    expect(await reader.ask('clients.find', { text: 'Засекр' })).toMatchObject({ rows: [] });
    expect(await reader.ask('clients.find', { ids: [hidden] })).toMatchObject({ rows: [] });
    expect((await reader.tell('clients.get', { id: hidden })).status).toBe(404);
    expect(await idsOf(reader, 'clients.list')).toEqual([seen]);
    expect(await reader.ask('clients.count')).toMatchObject({ count: 1 });
  });

  it('cannot be named anew', async () => {
    expect((await reader.tell('tasks.create', { clientId: hidden })).refusal?.faults).toEqual([
      { path: 'clientId', code: 'fault.missingRecord' },
    ]);
  });

  it('does not turn off the forgiving of slips among those one may see', async () => {
    const near = await makeClient(world, { name: 'Засекреченные', responsibleId: reader.id });
    expect(await idsOf(reader, 'clients.list', { 's.name': 'Засекреченный' })).toEqual([near]);
  });
});

describe('B-09 histories', () => {
  it('are of records that one may see, deleted ones by who had them', async () => {
    const reader = await world.join('История', rights({ tasks: { view: 'own' } }));
    const [own, foreign] = [await makeTask(world, { managerId: reader.id }), await makeTask(world)];
    const statusOf = async (id: number) =>
      (await reader.tell('operations.history', { kind: 'tasks', id })).status;
    expect([await statusOf(own), await statusOf(foreign), await statusOf(999_999)]).toEqual([200, 404, 404]);
    await world.keeper.ask('tasks.delete', { chosen: { ids: [own, foreign] } });
    expect([await statusOf(own), await statusOf(foreign)]).toEqual([200, 404]);
    expect((await reader.tell('operations.history', { kind: 'clients', id: 1 })).status).toBe(404);
    expect((await reader.tell('operations.history', { kind: 'credentials', id: 1 })).status).toBe(404);
  });
});
