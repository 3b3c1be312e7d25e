// One import is one operation: undone whole, stopped without a trace, refused the second time, safe against what others do meanwhile.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../contract/clients.ts';
import type { ImportView } from '../../../contract/imports.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { bring, collected, countOf, csv, finish, plan, rowsOf, sumOf, upload } from './import-steps.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

type Undone = { restored: number; leftAlone: { of: string; id: number; why: string }[] };
const tables = ['clients', 'directory_entries', 'groups', 'tasks'];
const sums = () => Promise.all(tables.map((table) => sumOf(world, table)));

describe('Z-01 undo', () => {
  it('Z-01 new clients, changed clients, groups and entries made along: all tables are as before', async () => {
    await world.keeper.ask('clients.create', {
      name: 'Была',
      phones: [{ value: '+79215550001' }],
      notes: 'как было',
    });
    const before = await sums();
    const table = csv(
      'Название;Телефон;Статус;Группа;Теги\nБыла;89215550001;Сонный;Опт / Псков / Центр;vip\nНовая;89215550002;сонный;Опт / Псков;\n',
    );
    const done = await bring(world, world.keeper, table);
    expect(done).toMatchObject({
      counts: { made: 1, changed: 1 },
      makes: [
        { of: 'groups', names: ['Опт / Псков', 'Опт / Псков / Центр'] },
        { of: 'clientStatuses', names: ['Сонный'] },
      ],
    });
    const after = await sums();
    expect(after).not.toEqual(before);
    const undone = await world.keeper.ask<Undone & { operation: number }>('operations.undo', {
      id: done.operation,
    });
    expect(undone).toMatchObject({ restored: 6, leftAlone: [] });
    expect(await sums()).toEqual(before);
    expect(await world.keeper.ask('imports.get', { id: done.id })).toMatchObject({
      undone: true,
      operation: undone.operation,
    });
    const redone = await world.keeper.ask<Undone & { operation: number }>('operations.undo', {
      id: undone.operation,
    });
    expect(await sums()).toEqual(after);
    const again = await world.keeper.ask<ImportView>('imports.get', { id: done.id });
    expect(again).toMatchObject({ undone: false, operation: redone.operation });
    await world.keeper.ask('operations.undo', { id: again.operation });
    expect(await sums()).toEqual(before);
  });

  it('Z-01 rows that others edited in between stay and are named', async () => {
    const done = await bring(world, world.keeper, collected('sales/northwind/customers.csv'));
    const [first] = await rowsOf(world.keeper, done.id, 'made');
    const id = first?.recordId ?? 0;
    await world.keeper.ask('clients.change', { id, version: 1, set: { notes: 'важный' } });
    const undone = await world.keeper.ask<Undone>('operations.undo', { id: done.operation });
    expect(undone).toMatchObject({ restored: 90, leftAlone: [{ of: 'clients', id, why: 'changedSince' }] });
    expect(await world.keeper.ask<Client>('clients.get', { id })).toMatchObject({ notes: 'важный' });
  });

  it('Z-01 the operation is the person’s own, by the name of the import', async () => {
    const done = await bring(world, world.keeper, csv('Название\nЧья операция\n'));
    const { rows } = await world.keeper.ask<{ rows: object[] }>('operations.list', { limit: 1 });
    expect(rows[0]).toMatchObject({
      id: done.operation,
      name: 'imports.run',
      actorId: world.keeper.id,
      via: 'job',
      rows: [{ kind: 'clients', count: 1 }],
      can: { undo: true },
    });
  });
});

describe('B-08 stop, twice, meanwhile', () => {
  it('B-08 a stopped planning and a stopped run change nothing; the import can be planned again', async () => {
    const before = await sums();
    const { id } = await plan(world, world.keeper, csv('Название\nСтоп один\nСтоп два\n'));
    await world.keeper.ask('imports.run', { id });
    const { row } = await world.keeper.ask<{ row: ImportView }>('imports.stop', { id });
    expect(row).toMatchObject({ status: 'stopped', can: { plan: true, run: false, stop: false } });
    await world.settle();
    expect(await sums()).toEqual(before);
    await world.keeper.ask('imports.plan', { id, mapping: row.mapping, options: {} });
    await world.settle();
    expect(await finish(world, world.keeper, id)).toMatchObject({ status: 'done', counts: { made: 2 } });
  });

  it('B-08 stopped in the middle of the check, it ends at once and nothing is planned', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `Проверка ${i}`);
    const fileId = await upload(world, world.keeper, csv(`Название\n${lines.join('\n')}\n`));
    const { id } = await world.keeper.ask<{ id: number }>('imports.create', { fileId, kind: 'clients' });
    await world.keeper.ask('imports.plan', { id, mapping: ['name'] });
    const planning = world.settle();
    await waitFor(async () => (await world.keeper.ask<ImportView>('imports.get', { id })).progress.done > 0);
    await world.keeper.ask('imports.stop', { id });
    await planning;
    expect(await world.keeper.ask<ImportView>('imports.get', { id })).toMatchObject({
      status: 'stopped',
      counts: null,
      can: { plan: true, run: false },
    });
    expect((await world.keeper.ask<{ rows: unknown[] }>('imports.rows', { id })).rows).toEqual([]);
  });

  it('B-08 stopped in the middle of the run, what was written is taken back', async () => {
    const before = await sums();
    const lines = Array.from({ length: 3000 }, (_, i) => `Середина ${i}`);
    const { id } = await plan(world, world.keeper, csv(`Название\n${lines.join('\n')}\n`));
    await world.keeper.ask('imports.run', { id });
    const running = world.settle();
    await waitFor(async () => (await world.keeper.ask<ImportView>('imports.get', { id })).progress.done > 0);
    await world.keeper.ask('imports.stop', { id });
    await running;
    expect(await world.keeper.ask<ImportView>('imports.get', { id })).toMatchObject({
      status: 'stopped',
      operation: null,
    });
    expect(await sums()).toEqual(before);
  });

  it('B-08 the same import cannot be run twice, nor before its plan', async () => {
    const done = await bring(world, world.keeper, csv('Название\nОднажды\n'));
    expect((await world.keeper.tell('imports.run', { id: done.id })).refusal).toMatchObject({
      code: 'import.wrongStatus',
      params: { status: 'done' },
    });
    expect((await world.keeper.tell('imports.plan', { id: done.id, mapping: ['name'] })).refusal?.code).toBe(
      'import.wrongStatus',
    );
    expect((await world.keeper.tell('imports.stop', { id: done.id })).refusal?.code).toBe(
      'import.wrongStatus',
    );
  });

  it('B-08 Z-05 two imports of the same people at once make them once', async () => {
    const table = csv('Название;E-mail\nВдвоём;both@test.example\n');
    const [one, two] = [await plan(world, world.keeper, table), await plan(world, world.keeper, table)];
    await Promise.all([one, two].map(({ id }) => world.keeper.ask('imports.run', { id })));
    await Promise.all([world.settle(), world.settle()]);
    // Whoever came second stood back and tries again a little later.
    world.clock.set('2026-11-23T11:01:00Z');
    await world.settle();
    const after = await Promise.all(
      [one, two].map(({ id }) => world.keeper.ask<ImportView>('imports.get', { id })),
    );
    expect(after.map(({ counts }) => [counts?.made, counts?.same]).toSorted()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('B-08 what was made since the plan is found, what was changed since is not written over', async () => {
    const { id: old } = await world.keeper.ask<{ id: number }>('clients.create', {
      name: 'Передумали',
      inn: '7842349892',
      line: 'было',
    });
    const table = csv('Название;ИНН;Отрасль\nПередумали;7842349892;стало\nОпередили;5001007322;наше\n');
    const seen = await plan(world, world.keeper, table, { options: { existing: 'overwrite' } });
    await world.keeper.ask('clients.change', { id: old, version: 1, set: { line: 'правка' } });
    await world.keeper.ask('clients.create', { name: 'Опередили', inn: '5001007322' });
    const count = await countOf(world, 'clients');
    const done = await finish(world, world.keeper, seen.id);
    expect(done.counts).toMatchObject({ made: 0, changed: 0, refused: 2 });
    expect(await countOf(world, 'clients')).toBe(count);
    expect(await world.keeper.ask<Client>('clients.get', { id: old })).toMatchObject({ line: 'правка' });
    expect(
      (await rowsOf(world.keeper, seen.id)).flatMap(({ reasons }) => reasons.map(({ code }) => code)),
    ).toEqual(['reason.changedSince', 'reason.changedSince']);
  });
});

async function waitFor(met: () => Promise<boolean>): Promise<void> {
  for (let left = 400; left > 0 && !(await met()); left--)
    await new Promise((resolve) => setTimeout(resolve, 5));
}
