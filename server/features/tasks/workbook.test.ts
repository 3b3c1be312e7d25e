// The printed list as a workbook, read back by another library.
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { readRows } from '../../platform/tables/read-table.ts';
import { makeClient, makeTask } from '../../testing/examples.ts';
import { makeWorld, type Person, sessionCookie, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

async function get(person: Person, query: Record<string, string>) {
  return world.app.server.inject({
    method: 'GET',
    url: '/exports/tasks.xlsx',
    query,
    headers: { cookie: `${sessionCookie}=${person.session}` },
  });
}

async function sheetOf(person: Person, query: Record<string, string> = { d: 'all', sort: 'id' }) {
  const { statusCode, rawPayload } = await get(person, query);
  expect(statusCode).toBe(200);
  const book = new exceljs.Workbook();
  await book.xlsx.load(rawPayload as unknown as ArrayBuffer);
  const rows: exceljs.CellValue[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as exceljs.CellValue[]).slice(1)));
  return rows;
}

describe('P-02 the list as a workbook', () => {
  it('holds the fields of paper, moments by the firm’s clock, the last thing done for the client', async () => {
    const clientId = await makeClient(world, {
      name: 'Гранит',
      actualAddress: 'Псков',
      phones: [{ value: '+7 921 555-01-02' }],
    });
    const before = await makeTask(world, { clientId, at: '2026-11-20T09:00:00Z' });
    await world.keeper.ask('tasks.complete', {
      id: before,
      results: 'договорились',
      at: '2026-11-20T09:00:00Z',
    });
    const id = await makeTask(world, { clientId, description: 'Спросить\nо сроках' });
    const rows = await sheetOf(world.keeper);
    expect(rows[0]?.slice(0, 6)).toEqual(['ID', 'Когда', 'Состояние', 'Тип', 'Менеджер', 'Клиент']);
    const row = rows.find(([first]) => first === id) ?? [];
    expect(row.slice(1, 3)).toEqual([new Date('2026-11-25T13:00:00Z'), 'поставлена']);
    expect(row.slice(5, 9)).toEqual(['Гранит', 'Псков', undefined, expect.stringMatching(/^\+7 921/)]);
    expect(row.slice(10, 13)).toEqual([
      new Date('2026-11-20T12:00:00Z'),
      'договорились',
      'Спросить\nо сроках',
    ]);
  });

  it('says whose clock it is to who lives by another one', async () => {
    const { appearance } = await world.keeper.ask<{ appearance: object }>('people.me');
    const live = (timeZone: string | null) =>
      world.keeper.ask('people.changeAppearance', { ...appearance, timeZone });
    await live('Asia/Almaty');
    const [heads = []] = await sheetOf(world.keeper);
    expect([heads[1], heads[2], heads[14]]).toEqual([
      'Когда, Europe/Moscow',
      'Состояние',
      'Поставлена, Europe/Moscow',
    ]);
    await live(null);
    expect((await sheetOf(world.keeper))[0]?.[1]).toBe('Когда');
  });

  it('B-09 tells of clients that one may not export no more than the name', async () => {
    const own = { ...rightsAtLevel('own'), tasks: rightsAtLevel('all').tasks };
    const person = await world.join('Не выгружает', {
      ...own,
      clients: { ...rightsAtLevel('all').clients, export: 'own' },
    });
    const card = {
      actualAddress: 'Остров',
      line: 'сыры',
      contactPersons: 'Олег',
      phones: [{ value: '+7 921 555-03-04' }],
    };
    const theirs = await makeClient(world, { ...card, name: 'Чужой', responsibleId: world.keeper.id });
    const mine = await makeClient(world, { ...card, name: 'Свой', responsibleId: person.id });
    const ids = [await makeTask(world, { clientId: theirs }), await makeTask(world, { clientId: mine })];
    const rows = await sheetOf(person);
    const cells = ids.map((id) => rows.find(([first]) => first === id)?.slice(5, 10));
    expect(cells[0]?.filter(Boolean)).toEqual(['Чужой']);
    expect(cells[1]).toEqual(['Свой', 'Остров', 'сыры', expect.stringMatching(/^\+7 921/), 'Олег']);
  });

  it('P-01 names the last thing done for the client, beside a done one the last before it', async () => {
    const clientId = await makeClient(world, { name: 'Кварц' });
    const done = async (at: string, results: string) => {
      const id = await makeTask(world, { clientId, at });
      await world.keeper.ask('tasks.complete', { id, results, at });
      return id;
    };
    const ids = [
      await done('2026-11-18T09:00:00Z', 'первое'),
      await done('2026-11-19T09:00:00Z', 'второе'),
      await makeTask(world, { clientId }),
    ];
    const rows = await sheetOf(world.keeper);
    const lastOf = (id: number) => rows.find(([first]) => first === id)?.[11];
    expect(ids.map(lastOf)).toEqual([undefined, 'первое', 'второе']);
  });

  it('runs nothing that stands in a text, and keeps what XML cannot hold out', async () => {
    const description = '=HYPERLINK("http://evil.example";"сюда")\u0007 <b>&amp;';
    const id = await makeTask(world, { description });
    const { rawPayload } = await get(world.keeper, { d: 'all' });
    const texts: string[] = [];
    for await (const { cells } of readRows(rawPayload))
      if (cells[0] === String(id)) texts.push(cells[12] ?? '');
    expect(texts).toEqual([description.replace('\u0007', '')]);
  });

  it('says where a text is longer than a cell may be', async () => {
    const id = await makeTask(world, { description: 'я'.repeat(40_000) });
    const text = (await sheetOf(world.keeper)).find(([first]) => first === id)?.[12];
    expect([String(text).length, String(text).at(-1)]).toEqual([32_767, '…']);
  });

  it('B-09 holds only what one may take out', async () => {
    const own = await world.join('Свой', rightsAtLevel('own'));
    const id = await makeTask(world, { managerId: own.id });
    expect((await sheetOf(own)).map(([first]) => first)).toEqual(['ID', id]);
    const looker = await world.join('Зритель', {
      ...rightsAtLevel('all'),
      tasks: { ...rightsAtLevel('all').tasks, export: 'none' },
    });
    expect((await get(looker, {})).statusCode).toBe(403);
    expect((await get(world.keeper, { 'f.manager': 'abc' })).statusCode).toBe(422);
  });

  it('P-01 says on paper and in the table how many tasks of a longer list are left out', async () => {
    const first = await makeTask(world, { description: 'Длинный список', at: '2033-01-01T09:00:00Z' });
    const view = { d: '2033-01-01..2033-01-01' };
    expect(await world.keeper.ask('tasks.print', view)).toMatchObject({ left: 0 });
    await world.app.house.writer.query(
      `begin; select set_config('voronka.operation', nextval('operation_ids')::text, true);
       insert into tasks (state_id, manager_id, set_at, author_id, is_open, description, at, day, has_time)
       select state_id, manager_id, set_at, author_id, is_open, description, at, day, has_time
       from tasks, generate_series(1, 5002) where id = ${first}; commit`,
    );
    const printed = await world.keeper.ask<{ rows: unknown[]; left: number }>('tasks.print', view);
    expect([printed.rows.length, printed.left]).toEqual([5000, 3]);
    const rows = await sheetOf(world.keeper, view);
    expect([rows.length, rows.at(-1)]).toEqual([5002, ['Это не весь список: не вошло задач: 3']]);
  });
});
