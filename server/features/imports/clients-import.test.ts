// Imports of clients through HTTP on a real PostgreSQL, with the tables that people bring.
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

const card = (id: number | null | undefined) => world.keeper.ask<Client>('clients.get', { id: id ?? 0 });

describe('B-08 real tables', () => {
  it('B-08 northwind: 91 companies with people, addresses in parts and two telephones', async () => {
    const seen = await plan(world, world.keeper, collected('sales/northwind/customers.csv'));
    expect(seen).toMatchObject({
      status: 'planned',
      counts: { made: 91, refused: 0, duplicate: 0 },
      progress: { done: 91, total: 91 },
    });
    expect(await countOf(world, 'clients')).toBe(0);
    const done = await finish(world, world.keeper, seen.id);
    expect(done).toMatchObject({ status: 'done', counts: { made: 91 }, undone: false });
    expect(done.operation).toBeGreaterThan(0);
    const [first] = await rowsOf(world.keeper, seen.id);
    expect(await card(first?.recordId)).toMatchObject({
      name: 'Alfreds Futterkiste',
      contactPersons: 'Maria Anders, Sales Representative',
      actualAddress: 'Obere Str. 57, Berlin, 12209, Germany',
      phones: [
        { value: '+49 30 0074321', e164: '+49300074321', note: 'phone' },
        { value: '+49 30 0076545', note: 'fax' },
      ],
      notes: 'customer_id: ALFKI',
      responsibleId: world.keeper.id,
    });
  });

  it('B-08 the second run of the same file changes nothing', async () => {
    const before = await sumOf(world, 'clients');
    const again = await bring(world, world.keeper, collected('sales/northwind/customers.csv'));
    expect(again).toMatchObject({
      status: 'done',
      counts: { made: 0, changed: 0, same: 91, refused: 0 },
      operation: null,
    });
    expect(await sumOf(world, 'clients')).toBe(before);
  });

  it('B-08 crm-opportunities: account is the name, office_location the address; a second run finds all, short names too', async () => {
    const done = await bring(world, world.keeper, collected('sales/crm-opportunities/accounts.csv'));
    expect(done.counts).toMatchObject({ made: 85, refused: 0 });
    const again = await plan(world, world.keeper, collected('sales/crm-opportunities/accounts.csv'));
    expect(again.counts).toMatchObject({ made: 0, same: 85 });
    const [first] = await rowsOf(world.keeper, done.id, 'made');
    expect(await card(first?.recordId)).toMatchObject({
      name: 'Acme Corporation',
      line: 'technolgy',
      actualAddress: 'United States',
    });
  });

  it('B-08 the same Cyrillic table in two encodings is the same clients', async () => {
    const first = await bring(world, world.keeper, collected('csv/ru/region-cp1251-semicolon.csv'));
    expect(first).toMatchObject({
      status: 'done',
      file: { encoding: 'windows-1251', delimiter: ';' },
      counts: { refused: 0 },
    });
    expect((first.counts?.made ?? 0) + (first.counts?.duplicate ?? 0)).toBe(86);
    const second = await bring(world, world.keeper, collected('csv/ru/region-utf8.csv'));
    expect(second.counts).toMatchObject({ made: 0, changed: 0 });
  });

  it.each([
    ['01-facebook-leads-standard.csv', 5],
    ['03-google-ads-leads.csv', 3],
    ['08-broken-headers-typos.csv', 3],
    ['10-mixed-date-formats.csv', 3],
    ['21-tab-separated.csv', 2],
    ['24-salesforce-style.csv', 3],
    ['rw-hubspot-export.csv', 3],
    ['outlook.csv', 3],
  ])('B-08 leads of %s: every one is made or joins its company, none twice', async (name, brought) => {
    const done = await bring(world, world.keeper, collected(`csv/leads/${name}`));
    expect(done).toMatchObject({ status: 'done', counts: { refused: 0, duplicate: 0, same: 0 } });
    expect((done.counts?.made ?? 0) + (done.counts?.changed ?? 0)).toBe(brought);
    const again = await bring(world, world.keeper, collected(`csv/leads/${name}`));
    expect(again.counts).toMatchObject({ made: 0, changed: 0, refused: 0 });
  });

  it('B-08 misspelt headers are understood; who has no name of his own is known by the company', async () => {
    const again = await plan(world, world.keeper, collected('csv/leads/08-broken-headers-typos.csv'));
    expect(again.suggested).toEqual(['person', 'email', 'phone', 'name', 'status']);
  });

  it('B-08 C-06 rows that repeat an earlier one are known and made once', async () => {
    const done = await bring(world, world.keeper, collected('csv/leads/15-duplicate-rows.csv'));
    expect(done.counts).toMatchObject({ made: 3, duplicate: 2 });
    expect((await rowsOf(world.keeper, done.id, 'duplicate')).map(({ line, twin }) => [line, twin])).toEqual([
      [4, 2],
      [5, 2],
    ]);
  });

  it('B-08 formula cells are kept as text', async () => {
    const done = await bring(world, world.keeper, collected('csv/leads/17-formula-injection.csv'));
    expect((await rowsOf(world.keeper, done.id, 'made')).map(({ title }) => title)).toEqual([
      '=SUM(A1:A10)',
      '+1234567890',
      '-100',
      '@SUM(A1)',
      'Normal User',
    ]);
  });

  it.each([
    'exceljs__google-sheets',
    'exceljs__gold',
    'exceljs__many-columns',
    'sheetjs__merge_cells',
    'sheetjs__Attendance',
    'exceljs__formulas',
    'exceljs__dateIssue',
    'exceljs__fibonacci',
  ])('B-08 workbook %s is read, planned and run without a fault', async (name) => {
    const fileId = await upload(world, world.keeper, collected(`xlsx/${name}.xlsx`));
    const { row } = await world.keeper.ask<{ row: ImportView }>('imports.create', {
      fileId,
      kind: 'clients',
    });
    expect(row.file.format).toBe('xlsx');
    const mapping = row.suggested.map((field, i) => (i === 0 ? 'name' : field === 'name' ? 'note' : field));
    await world.keeper.ask('imports.plan', { id: row.id, mapping, options: {} });
    await world.settle();
    const done = await finish(world, world.keeper, row.id);
    expect(done).toMatchObject({ status: 'done', fault: null });
    const { counts } = done;
    expect(Object.values({ ...counts, nuls: 0 }).reduce((sum, count) => sum + count, 0)).toBe(
      done.progress.total,
    );
  });
});

describe('C-06 duplicates against the base', () => {
  const header = 'Компания;ИНН;Телефон;E-mail;Примечание\n';

  it('C-06 telephone, e-mail and INN match by themselves, whatever their spelling; different INN never do', async () => {
    await world.keeper.ask('clients.create', {
      name: 'Гранит',
      inn: '7707083893',
      phones: [{ value: '+7 921 555-10-10' }],
      emails: [{ value: 'Office@granit.example' }],
    });
    const seen = await plan(
      world,
      world.keeper,
      csv(
        `${header}Гранит-Юг;;8 (921) 555 10 10;;раз\nГранит-Юг;;;OFFICE@granit.example;два\nИное;7707 083893;;;три\nСосед;7728168971;89215551010;;четыре\n`,
      ),
    );
    const outcomes = (await rowsOf(world.keeper, seen.id)).map(({ line, outcome, twin }) => ({
      line,
      outcome,
      twin,
    }));
    expect(outcomes).toEqual([
      { line: 2, outcome: 'changed', twin: null },
      { line: 3, outcome: 'duplicate', twin: 2 },
      { line: 4, outcome: 'duplicate', twin: 2 },
      { line: 5, outcome: 'made', twin: null },
    ]);
    const [changed] = await rowsOf(world.keeper, seen.id, 'changed');
    expect(changed?.changes).toContainEqual({
      field: 'notes',
      before: '',
      after: 'раз\nдва\nтри\nКомпания: Иное',
      makes: false,
    });
  });

  it('C-06 a row that repeats another under another name loses no word; what an existing client keeps is said', async () => {
    const table = 'Название;Телефон;Адрес\nПервое;+7 921 555-00-01;Москва\nВторое;8 921 555 00 01;Пермь\n';
    const first = await bring(world, world.keeper, csv(table));
    const [made] = await rowsOf(world.keeper, first.id, 'made');
    expect(await card(made?.recordId ?? 0)).toMatchObject({
      name: 'Первое',
      actualAddress: 'Москва',
      notes: 'Название: Второе\nАдрес: Пермь',
    });
    const again = await bring(
      world,
      world.keeper,
      csv('Название;Телефон;Адрес;Вид деятельности\nТретье;89215550001;Тверь;Мёд\n'),
    );
    const [changed] = await rowsOf(world.keeper, again.id, 'changed');
    expect(changed).toMatchObject({ title: 'Третье', recordId: made?.recordId });
    expect(changed?.reasons.map(({ text }) => text)).toEqual([
      'Название: остаётся «Первое»',
      'Адрес: остаётся «Москва»',
    ]);
    expect(await card(made?.recordId ?? 0)).toMatchObject({ name: 'Первое', line: 'Мёд' });
  });

  it('C-06 words beside an e-mail or a telephone become notes, unless they stand elsewhere in the row', async () => {
    const table = csv(
      'Название;Контактное лицо;E-mail;Телефон\nСлова;Олег Слов;"Олег <oleg@words.example>, e-mail: b@words.example";8 495 700-00-01\n' +
        'Ещё слова;;Ольга <olga@words.example>;"8 495 700-00-02; спросить Ольгу"\n',
    );
    const seen = await plan(world, world.keeper, table);
    const notes = (await rowsOf(world.keeper, seen.id, 'made')).map(
      ({ changes }) => changes.find(({ field }) => field === 'notes')?.after,
    );
    expect(notes).toEqual([
      undefined,
      'Телефон: 8 495 700-00-02; спросить Ольгу\nE-mail: Ольга <olga@words.example>',
    ]);
  });

  it('C-06 an equal name without its legal form fills empty fields and takes nothing away', async () => {
    const { id } = await world.keeper.ask<{ id: number }>('clients.create', {
      name: 'ООО «Василёк»',
      line: 'цветы',
      phones: [{ value: '84951112233' }],
    });
    const done = await bring(
      world,
      world.keeper,
      csv('Название;Контактное лицо;Телефон;Отрасль;Адрес\nвасилек, ооо;Пётр;84951112244;сено;Тула\n'),
    );
    expect(done.counts).toMatchObject({ changed: 1, made: 0 });
    const now = await card(id);
    expect(now).toMatchObject({
      name: 'ООО «Василёк»',
      line: 'цветы',
      actualAddress: 'Тула',
      contactPersons: 'Пётр',
    });
    expect(now.phones.map(({ value }) => value)).toEqual(['84951112233', '84951112244']);
  });

  it('C-06 two people of one name with telephones of their own stay two', async () => {
    await world.keeper.ask('clients.create', { name: 'Иванов Иван', phones: [{ value: '+79210000001' }] });
    const done = await plan(
      world,
      world.keeper,
      csv('Имя;Телефон\nИванов Иван;+79210000002\nИванов Иван;\n'),
    );
    expect((await rowsOf(world.keeper, done.id)).map(({ outcome }) => outcome)).toEqual(['made', 'same']);
  });

  it.each([
    ['update', { changed: 1, made: 0, refused: 0 }],
    ['make', { changed: 0, made: 1, refused: 0 }],
    ['refuse', { changed: 0, made: 0, refused: 1 }],
  ] as const)('C-06 equal names alone: %s', async (sameName, counts) => {
    await world.keeper.ask('clients.create', { name: `Тёзка ${sameName}` });
    const seen = await plan(world, world.keeper, csv(`Название;Город\nТезка ${sameName};Псков\n`), {
      options: { sameName },
    });
    expect(seen.counts).toMatchObject(counts);
  });

  it('C-06 overwriting replaces what differs; skipping leaves all as it is', async () => {
    await world.keeper.ask('clients.create', { name: 'Переписка', inn: '5001007322', line: 'старое' });
    const table = csv('Название;ИНН;Отрасль\nПереписка;5001007322;новое\n');
    expect((await plan(world, world.keeper, table, { options: { existing: 'skip' } })).counts).toMatchObject({
      same: 1,
    });
    const seen = await plan(world, world.keeper, table, { options: { existing: 'overwrite' } });
    const [row] = await rowsOf(world.keeper, seen.id);
    expect(row?.changes).toEqual([{ field: 'line', before: 'старое', after: 'новое', makes: false }]);
    await finish(world, world.keeper, seen.id);
    expect(await card(row?.recordId)).toMatchObject({ line: 'новое' });
  });
});
