// The journal as people see it: their own operations, what these changed, and the history of one record.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeTask } from '../../testing/examples.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let manager: Person;
beforeAll(async () => {
  world = await makeWorld();
  manager = await world.join('Менеджер', rightsAtLevel('own'));
});
afterAll(() => world.close());

type Operation = {
  id: number;
  name: string;
  actorId: number | null;
  actorName: string | null;
  rows: { kind: string; count: number }[];
  first: { kind: string; id: number; title: string | null } | null;
  reverses: { id: number; name: string; again: boolean } | null;
  undoes: number | null;
  undoneBy: number | null;
  leftAlone: unknown;
  can: { undo: boolean };
};
type Change = {
  operation: number;
  name: string;
  change: string;
  fields: { field: string; before: unknown; after: unknown }[];
};

const list = async (person: Person, input: object = {}) =>
  (await person.ask<{ rows: Operation[] }>('operations.list', input)).rows;
const historyOf = async (kind: string, id: number) =>
  (await world.keeper.ask<{ changes: Change[] }>('operations.history', { kind, id })).changes;

describe('Z-01 the list of operations', () => {
  it('is newest first, one’s own, and all for the keeper', async () => {
    const { operation } = await manager.ask<{ operation: number }>('tasks.create', {});
    await makeTask(world);
    const [mine] = await list(manager);
    expect(mine).toMatchObject({
      id: operation,
      name: 'tasks.create',
      actorId: manager.id,
      actorName: 'Менеджер',
      rows: [{ kind: 'tasks', count: 1 }],
      can: { undo: true },
    });
    expect((await list(manager)).every(({ actorId }) => actorId === manager.id)).toBe(true);
    const all = await list(world.keeper, { limit: 200 });
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => b - a));
    expect(new Set(all.map(({ actorId }) => actorId)).size).toBeGreaterThan(1);
    expect(
      (await list(world.keeper, { actorId: manager.id })).every(({ actorId }) => actorId === manager.id),
    ).toBe(true);
    expect(await list(manager, { actorId: world.keeper.id })).toEqual([]);
  });

  it('goes on before an operation', async () => {
    const all = await list(world.keeper, { limit: 200 });
    const [third] = all.slice(2);
    expect((await list(world.keeper, { before: third?.id, limit: 2 })).map(({ id }) => id)).toEqual(
      all.slice(3, 5).map(({ id }) => id),
    );
  });

  it('tells what an undo undid, and what it left alone', async () => {
    const id = await makeTask(world);
    const changed = await world.keeper.ask<{ operation: number }>('tasks.change', {
      id,
      version: 1,
      set: { description: 'а', results: 'б' },
    });
    await world.keeper.ask('tasks.change', { id, version: 2, set: { results: 'в' } });
    const undone = await world.keeper.ask<{ operation: number }>('operations.undo', {
      id: changed.operation,
    });
    const rows = await list(world.keeper);
    expect(rows.find((row) => row.id === undone.operation)).toMatchObject({
      name: 'operations.undo',
      undoes: changed.operation,
      leftAlone: [{ of: 'tasks', id, why: 'changedSince' }],
    });
    expect(rows.find((row) => row.id === changed.operation)).toMatchObject({
      undoneBy: undone.operation,
      can: { undo: false },
    });
  });

  it('names the row touched first, as it is now or was when it went', async () => {
    const id = await makeClient(world, { name: 'Гранит' });
    expect((await list(world.keeper))[0]?.first).toEqual({ kind: 'clients', id, title: 'Гранит' });
    const task = await makeTask(world, { description: 'Позвонить' });
    await world.keeper.ask('tasks.delete', { chosen: { ids: [task] } });
    expect((await list(world.keeper))[0]).toMatchObject({
      name: 'tasks.delete',
      first: { kind: 'tasks', id: task, title: 'Позвонить' },
    });
  });

  it('B-09 names no row that one may change no more', async () => {
    const { id, operation } = await manager.ask<{ id: number; operation: number }>('tasks.create', {
      description: 'тайное',
    });
    const firstOf = async (person: Person) =>
      (await list(person, { limit: 200 })).find((row) => row.id === operation)?.first;
    expect(await firstOf(manager)).toEqual({ kind: 'tasks', id, title: 'тайное' });
    await world.keeper.ask('tasks.change', { id, version: 1, set: { managerId: world.keeper.id } });
    expect(await firstOf(manager)).toBeNull();
    expect((await firstOf(world.keeper))?.title).toBe('тайное');
  });

  it('B-09 an undo takes back what is still one’s own and names the rest; with nothing left it is not offered', async () => {
    const make = async () => (await manager.ask<{ id: number }>('tasks.create', { description: 'свое' })).id;
    const ids = [await make(), await make()] as const;
    const { operation } = await manager.ask<{ operation: number }>('tasks.changeMany', {
      chosen: { ids },
      set: { results: 'разом' },
    });
    const give = (id: number, managerId: number, version: number) =>
      world.keeper.ask('tasks.change', { id, version, set: { managerId } });
    const mine = async () => (await list(manager, { limit: 200 })).find((row) => row.id === operation);
    const shownIds = async () =>
      (await manager.ask<{ rows: { id: number }[] }>('operations.show', { id: operation })).rows.map(
        ({ id }) => id,
      );
    expect(await mine()).toMatchObject({ can: { undo: true }, first: { id: ids[0] } });
    await give(ids[0], world.keeper.id, 2);
    expect(await mine()).toMatchObject({ can: { undo: true }, first: { id: ids[1] } });
    expect(await shownIds()).toEqual([ids[1]]);
    await give(ids[1], world.keeper.id, 2);
    expect(await mine()).toMatchObject({ can: { undo: false }, first: null });
    expect(await shownIds()).toEqual([]);
    expect((await manager.tell('operations.undo', { id: operation })).refusal?.code).toBe('right.missing');
    await give(ids[1], manager.id, 3);
    expect(await manager.ask('operations.undo', { id: operation })).toMatchObject({
      restored: 1,
      leftAlone: [{ of: 'tasks', id: ids[0], why: 'notYours' }],
    });
  });

  it('says what an undo took back, and of the undo of an undo that it was done again', async () => {
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.create', {});
    let last = operation;
    for (const again of [false, true, false]) {
      const undo = await world.keeper.ask<{ operation: number }>('operations.undo', { id: last });
      expect((await list(world.keeper))[0]).toMatchObject({
        undoes: last,
        reverses: { id: operation, name: 'tasks.create', again },
      });
      last = undo.operation;
    }
  });

  it('says of the first run that it cannot be undone', async () => {
    const rows = await list(world.keeper, { limit: 200 });
    expect(rows.find(({ name }) => name === 'people.setUp')?.can).toEqual({ undo: false });
  });
});

describe('Z-01 what an operation changed', () => {
  it('is shown by row and field, with names', async () => {
    const id = await makeClient(world, { name: 'Ромашка' });
    const { operation } = await world.keeper.ask<{ operation: number }>('clients.change', {
      id,
      version: 1,
      set: { line: 'цветы', responsibleId: null },
    });
    const { rows } = await world.keeper.ask<{ rows: object[] }>('operations.show', { id: operation });
    expect(rows).toMatchObject([{ kind: 'clients', id, title: 'Ромашка', change: 'u' }]);
    expect((rows[0] as Change).fields.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual([
      { field: 'line', before: '', after: 'цветы' },
      { field: 'responsibleId', before: world.keeper.id, after: null },
    ]);
  });

  it('is shown by name even when the row is gone', async () => {
    const id = await makeClient(world, { name: 'Ушедший' });
    const { operation } = await world.keeper.ask<{ operation: number }>('clients.delete', {
      chosen: { ids: [id] },
    });
    expect(await world.keeper.ask('operations.show', { id: operation })).toMatchObject({
      rows: [{ kind: 'clients', id, title: 'Ушедший', change: 'd' }],
    });
  });

  it('B-09 is nobody else’s', async () => {
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.create', {});
    expect((await manager.tell('operations.show', { id: operation })).refusal?.code).toBe('record.missing');
  });
});

describe('B-10 the history of a record', () => {
  it('tells each change with its field before and after, deletion and return too', async () => {
    const id = await makeTask(world, { description: 'раз' });
    await world.keeper.ask('tasks.change', { id, version: 1, set: { description: 'два' } });
    const gone = await world.keeper.ask<{ operation: number }>('tasks.delete', { chosen: { ids: [id] } });
    await world.keeper.ask('operations.undo', { id: gone.operation });
    const changes = await historyOf('tasks', id);
    expect(changes.map(({ name, change }) => [name, change])).toEqual([
      ['operations.undo', 'i'],
      ['tasks.delete', 'd'],
      ['tasks.change', 'u'],
      ['tasks.create', 'i'],
    ]);
    expect(changes[2]?.fields).toEqual([{ field: 'description', before: 'раз', after: 'два' }]);
    expect(changes[1]?.fields.some(({ field }) => field === 'version')).toBe(false);
  });

  it('B-09 names no client that the reader may not see', async () => {
    const clientId = await makeClient(world, { name: 'Чужой' });
    const own = await makeClient(world, { name: 'Свой', responsibleId: manager.id });
    const id = await makeTask(world, { managerId: manager.id, clientId });
    await world.keeper.ask('tasks.change', { id, version: 1, set: { clientId: own } });
    const { changes } = await manager.ask<{ changes: { fields: { field: string }[] }[] }>(
      'operations.history',
      {
        kind: 'tasks',
        id,
      },
    );
    const named = changes.map(({ fields }) => fields.find(({ field }) => field === 'clientId'));
    expect(named).toEqual([
      { field: 'clientId', before: null, after: own },
      { field: 'clientId', before: null, after: null },
    ]);
  });

  it('goes on before an operation, and knows only kinds of record', async () => {
    const id = await makeTask(world);
    await world.keeper.ask('tasks.change', { id, version: 1, set: { results: 'р' } });
    const [last] = await historyOf('tasks', id);
    const { changes } = await world.keeper.ask<{ changes: Change[] }>('operations.history', {
      kind: 'tasks',
      id,
      before: last?.operation,
    });
    expect(changes.map(({ change }) => change)).toEqual(['i']);
    for (const kind of ['credentials', 'sessions', 'pg_class', "tasks'--"])
      expect((await world.keeper.tell('operations.history', { kind, id: 1 })).refusal?.code).toBe(
        'record.missing',
      );
  });
});
