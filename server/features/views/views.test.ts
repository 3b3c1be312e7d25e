// Saved views and layouts through HTTP: private or shared, an address that means something, kept per person.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let owner: Person;
let other: Person;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.join('Хозяин вида', {
    ...rightsAtLevel('none'),
    settings: { ...rightsAtLevel('none').settings, view: 'all' },
  });
  other = await world.join('Другой', rightsAtLevel('none'));
});
afterAll(() => world.close());

type View = {
  id: number;
  name: string;
  shared: boolean;
  parameters: Record<string, string>;
  version: number;
  can: { change: boolean; delete: boolean };
};

const parameters = { d: 'week', 'f.state': '1,2', 's.client': 'ромашка, «и ко»', sort: '-at', n: '500' };
const make = (more: object = {}) =>
  owner.ask<{ id: number; operation: number }>('views.create', {
    of: 'tasks',
    name: `Мой ${randomUUID()}`,
    shared: false,
    parameters,
    ...more,
  });
const seenBy = async (person: Person, id: number) =>
  (await person.ask<{ rows: View[] }>('views.list')).rows.find((view) => view.id === id);

describe('T-08 a saved view', () => {
  it('comes back as it was saved, to its owner alone unless it is shared', async () => {
    const [own, shared] = [await make(), await make({ shared: true })];
    expect(await seenBy(owner, own.id)).toMatchObject({
      parameters,
      shared: false,
      can: { change: true, delete: true },
    });
    expect(await seenBy(other, own.id)).toBeUndefined();
    expect(await seenBy(other, shared.id)).toMatchObject({
      parameters,
      can: { change: false, delete: false },
    });
    expect(await seenBy(world.keeper, shared.id)).toMatchObject({ can: { change: true, delete: true } });
  });

  it('is changed and deleted by its owner; a shared one by who keeps the settings too', async () => {
    const [own, shared] = [await make(), await make({ shared: true })];
    const codeOf = async (person: Person, id: number) =>
      (await person.tell('views.delete', { id })).refusal?.code;
    expect(await codeOf(other, own.id)).toBe('record.missing');
    expect(await codeOf(other, shared.id)).toBe('right.missing');
    await owner.ask('views.change', { id: own.id, version: 1, set: { name: 'Иначе' } });
    expect(
      (await owner.tell('views.change', { id: own.id, version: 1, set: { name: 'Ещё' } })).refusal?.code,
    ).toBe('record.stale');
    expect(await codeOf(world.keeper, own.id)).toBe('record.missing');
    expect(await codeOf(world.keeper, shared.id)).toBeUndefined();
  });

  it('Z-01 that is shared, and was changed or deleted by who keeps the settings, comes back by their undo', async () => {
    const settings = rightsAtLevel('all').settings;
    const keeps = await world.join('Ведёт настройки', { ...rightsAtLevel('none'), settings });
    const { id } = await make({ shared: true });
    const undo = ({ operation }: { operation: number }) => keeps.tell('operations.undo', { id: operation });
    const act = (name: string, input: object) => keeps.ask<{ operation: number }>(name, { id, ...input });
    expect((await undo(await act('views.delete', {}))).body).toMatchObject({ restored: 1 });
    const { version } = (await seenBy(other, id)) as View;
    const hidden = await act('views.change', { version, set: { shared: false } });
    expect(await seenBy(other, id)).toBeUndefined();
    expect((await undo(hidden)).body).toMatchObject({ restored: 1 });
    expect(await seenBy(other, id)).toMatchObject({ shared: true });
    const gone = await act('views.delete', {});
    expect((await other.tell('operations.undo', { id: gone.operation })).refusal?.code).toBe(
      'record.missing',
    );
  });

  it('is shared only by who may', async () => {
    expect(
      (await other.tell('views.create', { of: 'tasks', name: 'x', shared: true, parameters: {} })).refusal
        ?.code,
    ).toBe('right.missing');
    const { id } = await other.ask<{ id: number }>('views.create', {
      of: 'tasks',
      name: 'x',
      shared: false,
      parameters: {},
    });
    expect((await other.tell('views.change', { id, version: 1, set: { shared: true } })).refusal?.code).toBe(
      'right.missing',
    );
  });

  it('is an address that means something', async () => {
    for (const wrong of [{ d: 'someday' }, { x: '1' }, { 'f.state': '' }, { page: '0' }]) {
      const [path] = Object.keys(wrong);
      for (const answer of [
        await owner.tell('views.create', { of: 'tasks', name: 'x', shared: false, parameters: wrong }),
        await owner.tell('views.change', { id: (await make()).id, version: 1, set: { parameters: wrong } }),
      ])
        expect([answer.refusal?.code, answer.refusal?.faults]).toMatchObject(['view.faulty', [{ path }]]);
    }
  });

  it('is of a list that there is', async () => {
    const input = { of: 'nope', name: 'x', shared: false, parameters: {} };
    expect((await owner.tell('views.create', input)).refusal?.faults).toMatchObject([
      { path: 'of', code: 'fault.choice' },
    ]);
  });

  it('has a name of its own among those of its owner and among the shared ones', async () => {
    const name = 'Горит';
    const faultsOf = async (person: Person, more: object) =>
      (await person.tell('views.create', { of: 'tasks', name, shared: false, parameters, ...more })).refusal
        ?.faults;
    const same = [{ path: 'name', code: 'fault.sameName', params: { name } }];
    const first = await make({ name, shared: true });
    expect(await faultsOf(owner, { name: 'ГОРИТ' })).toEqual(same);
    expect(await faultsOf(world.keeper, { shared: true })).toEqual(same);
    expect(await faultsOf(owner, { of: 'clients', parameters: {} })).toBeUndefined();
    const { id } = await world.keeper.ask<{ id: number }>('views.create', {
      ...{ of: 'tasks', name, shared: false, parameters },
    });
    const changed = async (person: Person, view: number, set: object) =>
      (await person.tell('views.change', { id: view, version: 1, set })).refusal?.faults;
    const taken = [{ ...same[0], path: 'set.name' }];
    expect(await changed(world.keeper, id, { shared: true })).toEqual(taken);
    expect(await changed(owner, (await make()).id, { name })).toEqual(taken);

    const gone = await owner.ask<{ operation: number }>('views.delete', { id: first.id });
    expect(await changed(world.keeper, id, { shared: true })).toBeUndefined();
    expect((await owner.tell('operations.undo', { id: gone.operation })).refusal?.code).toBe(
      'operation.clash',
    );
  });

  it('D-04: shared, keeps its owner from being deleted until it is handed over; kept for oneself, it goes with its owner and comes back', async () => {
    const person = await world.join('Уволен', rightsAtLevel('all'));
    const heir = await world.join('Преемник', rightsAtLevel('all'));
    const keep = (name: string, shared: boolean) =>
      person.ask<{ id: number }>('views.create', { of: 'tasks', name, shared, parameters: {} });
    const [own, common] = [await keep('Свой', false), await keep('Общий', true)];
    expect((await world.keeper.tell('people.delete', { id: person.id })).refusal).toMatchObject({
      code: 'record.inUse',
      details: { uses: [{ kind: 'views', count: 1, hidden: false }] },
    });
    const over = { fromId: person.id, toId: heir.id };
    expect(await world.keeper.ask('tasks.handOver', over)).toMatchObject({ clients: 0, tasks: 0, views: 1 });
    const seen = async () =>
      (await heir.ask<{ rows: View[] }>('views.list')).rows.filter(({ id }) =>
        [own.id, common.id].includes(id),
      );
    expect(await seen()).toMatchObject([{ name: 'Общий', shared: true, ownerId: heir.id }]);
    const kept = async () =>
      (await world.app.house.writer.query(`select owner_id from saved_views where id = ${own.id}`)).rows;
    // Whoever may delete the person may take it back, with what is nobody else's.
    const gone = await heir.ask<{ operation: number }>('people.delete', { id: person.id });
    expect(await kept()).toEqual([]);
    const back = await heir.ask<{ operation: number }>('operations.undo', { id: gone.operation });
    expect(back).toMatchObject({ leftAlone: [] });
    expect(await kept()).toHaveLength(1);
    expect(await heir.ask('operations.undo', { id: back.operation })).toMatchObject({ leftAlone: [] });
    expect(await kept()).toEqual([]);
  });
});

describe('T-04 a layout', () => {
  const layout = {
    order: ['id', 'client'],
    widths: { id: 80, client: 240 },
    hidden: { tags: true, results: false },
    pinned: { id: true },
  };

  it('is kept per person and list, the last one wins', async () => {
    await owner.ask('views.keepLayout', { of: 'tasks', layout: { ...layout, order: [] } });
    await owner.ask('views.keepLayout', { of: 'tasks', layout });
    await owner.ask('views.keepLayout', { of: 'clients', layout: { ...layout, widths: {} } });
    expect(await owner.ask('views.layouts')).toEqual({
      layouts: { tasks: layout, clients: { ...layout, widths: {} } },
    });
    expect(await other.ask('views.layouts')).toEqual({ layouts: {} });
  });

  it('is kept by two processes at once without a fault', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        owner.tell('views.keepLayout', { of: 'tasks', layout: { ...layout, widths: { id: 30 + n } } }),
      ),
    );
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('is bounded', async () => {
    for (const [wrong, path] of [
      [{ widths: { id: 10_000 } }, 'layout.widths.id'],
      [{ widths: { id: 1.5 } }, 'layout.widths.id'],
      [{ order: ['x'.repeat(61)] }, 'layout.order.0'],
      [{ colours: {} }, 'layout.colours'],
    ] as const)
      expect(
        (await owner.tell('views.keepLayout', { of: 'tasks', layout: { ...layout, ...wrong } })).refusal
          ?.faults,
      ).toMatchObject([{ path }]);
  });
});
