// Who may import what: rights are asked row by row, at the plan and again at the run; an import is seen by its maker alone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { sessionCookie } from '../../platform/http.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';
import { managerRights } from '../people/roles.ts';
import { bring, csv, finish, plan, rowsOf, upload } from './import-steps.ts';

let world: World;
let manager: Person;
beforeAll(async () => {
  world = await makeWorld();
  manager = await world.join('Менеджер Свой', managerRights);
});
afterAll(() => world.close());

it('B-08 who may neither add nor change is refused, with tasks as with clients', async () => {
  const guest = await world.join('Гость', {
    ...rightsAtLevel('none'),
    clients: { ...rightsAtLevel('none').clients, view: 'all' },
  });
  const large = { name: 'large.csv', bytes: Buffer.alloc(5 * 1024 * 1024 + 1, 'x') };
  await expect(upload(world, guest, large)).rejects.toThrow('file.tooLarge');
  for (const kind of ['clients', 'tasks'])
    expect((await guest.tell('imports.create', { fileId: 1, kind })).status).toBe(403);
});

it('B-08 Z-05 one with own rights makes own clients, changes own ones, and of others’ only that they are', async () => {
  const head = await world.join('Руководитель Отдела', rightsAtLevel('all'));
  await head.ask('clients.create', { name: 'Чужая', inn: '7707083893', responsibleId: head.id });
  await manager.ask('clients.create', { name: 'Своя', inn: '7728168971' });
  const table = csv(
    'Название;ИНН;Город;Ответственный\nЧужая;7707083893;Псков;\nСвоя;7728168971;Псков;\nНовая;;;\nЗа другого;;;Отдела Руководитель\n',
  );
  const done = await bring(world, manager, table);
  expect((await rowsOf(manager, done.id)).map(({ outcome, reasons }) => [outcome, reasons[0]?.text])).toEqual(
    [
      ['refused', 'такой клиент уже есть у другого менеджера'],
      ['changed', undefined],
      ['made', undefined],
      ['refused', 'нет права добавлять такие записи'],
    ],
  );
  expect(
    (await manager.ask<{ rows: { name: string }[] }>('clients.find', { text: 'Новая' })).rows,
  ).toHaveLength(1);
  expect((await manager.tell('operations.undo', { id: done.operation })).status).toBe(200);
});

it('B-08 without the right to keep directories nothing is made in them', async () => {
  const seen = await plan(
    world,
    manager,
    csv(
      'Название;Статус;Группа\nБез статуса;Небывалый;\nБез группы;;Небывалая\nС тем, что есть;постоянный;\n',
    ),
  );
  expect((await rowsOf(manager, seen.id)).map(({ outcome, reasons }) => reasons[0]?.code ?? outcome)).toEqual(
    ['reason.unknownEntry', 'reason.unknownEntry', 'made'],
  );
});

it('B-08 rights that were taken since the plan are missed by the run', async () => {
  const leaver = await world.join('Уходящий', managerRights);
  const seen = await plan(world, leaver, csv('Название\nПозже\n'));
  await leaver.ask('imports.run', { id: seen.id });
  await world.keeper.ask('people.block', { id: leaver.id, blocked: true });
  await world.settle();
  const { rows } = await world.app.house.writer.query('select status, fault from imports where id = $1', [
    seen.id,
  ]);
  expect(rows[0]).toEqual({ status: 'failed', fault: { code: 'import.ownerGone', params: {} } });
});

it('B-08 an import is its maker’s alone', async () => {
  const seen = await plan(world, manager, csv('Название\nМоя\n'));
  expect((await world.keeper.tell('imports.get', { id: seen.id })).status).toBe(404);
  expect((await world.keeper.tell('imports.run', { id: seen.id })).status).toBe(404);
  const response = await world.app.server.inject({
    method: 'GET',
    url: `/imports/${seen.id}/refused.csv`,
    headers: { cookie: `${sessionCookie}=${world.keeper.session}` },
  });
  expect(response.statusCode).toBe(404);
  expect((await manager.ask<{ rows: { id: number }[] }>('imports.list', {})).rows[0]).toMatchObject({
    id: seen.id,
    fileName: 'table.csv',
  });
  expect((await finish(world, manager, seen.id)).status).toBe('done');
});

it('B-08 an import that was not run is discarded by its maker or the keeper, one that was run by nobody', async () => {
  const other = await world.join('Другой', managerRights);
  const [own, kept] = [
    await plan(world, manager, csv('Название\nЛишняя\n')),
    await plan(world, manager, csv('Название\nСовсем лишняя\n')),
  ];
  const discards = async (person: Person, id: number) =>
    (await person.tell('imports.discard', { id })).refusal?.code;
  expect(await discards(other, own.id)).toBe('record.missing');
  expect(await discards(manager, own.id)).toBeUndefined();
  expect(await discards(world.keeper, kept.id)).toBeUndefined();
  const { rows } = await manager.ask<{ rows: { id: number }[] }>('imports.list', {});
  expect(rows.filter(({ id }) => id === own.id || id === kept.id)).toEqual([]);
  const done = await bring(world, manager, csv('Название\nНужная\n'));
  expect(await discards(manager, done.id)).toBe('import.wrongStatus');
});
