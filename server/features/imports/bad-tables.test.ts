// Broken, hostile and odd tables: refused with a reason or kept whole, never a fault of ours.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../contract/clients.ts';
import type { ImportView } from '../../../contract/imports.ts';
import { sessionCookie } from '../../platform/http.ts';
import { readRows } from '../../platform/tables/read-table.ts';
import { makeWorkbook } from '../../platform/tables/table-files.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { bring, csv, plan, rowsOf, type Upload, upload } from './import-steps.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

async function refusalOf(file: Upload) {
  const fileId = await upload(world, world.keeper, file);
  return (await world.keeper.tell('imports.create', { fileId, kind: 'clients' })).refusal;
}

async function refusedFile(id: number): Promise<string> {
  const response = await world.app.server.inject({
    method: 'GET',
    url: `/imports/${id}/refused.csv`,
    headers: { cookie: `${sessionCookie}=${world.keeper.session}` },
  });
  expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
  return response.body;
}

describe('B-08 files that are no table', () => {
  it.each([
    ['blank.csv', Buffer.from(' \n\n'), 'table.empty'],
    ['letter.pdf', Buffer.from('%PDF-1.7 …'), 'table.notATable'],
    ['broken.xlsx', Buffer.from('PK\u0003\u0004 cut short'), 'table.brokenZip'],
    [
      'wide.csv',
      Buffer.from(`${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')}\n`),
      'table.tooManyColumns',
    ],
  ])('B-08 %s', async (name, bytes, code) => {
    expect((await refusalOf({ name, bytes }))?.code).toBe(code);
  });

  it('B-08 a file above the limit is refused before it is read', async () => {
    const response = await world.app.server.inject({
      method: 'PUT',
      url: '/files',
      query: { name: 'big.csv' },
      payload: Buffer.alloc(1),
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(200 * 1024 * 1024),
        cookie: `${sessionCookie}=${world.keeper.session}`,
      },
    });
    expect(response.json()).toMatchObject({ refusal: { code: 'file.tooLarge' } });
  });

  it('B-08 a line in another encoding than the rest of its file is refused alone, with its column', async () => {
    const glued = Buffer.concat([
      Buffer.from('Название;Телефон\nРомашка;+7 921 555-00-01\n'),
      Buffer.from([0xcb, 0xfe, 0xf2, 0xe8, 0xea, ...Buffer.from(';+7 921 555-00-02\n')]),
      Buffer.from('Фиалка;+7 921 555-00-03\n'),
    ]);
    const seen = await plan(world, world.keeper, { name: 'glued.csv', bytes: glued });
    expect(seen.counts).toMatchObject({ made: 2, refused: 1 });
    const [row] = await rowsOf(world.keeper, seen.id, 'refused');
    expect([row?.line, ...(row?.reasons.map(({ text }) => text) ?? [])]).toEqual([
      3,
      'Название: буквы не читаются: они в другой кодировке, чем остальной файл',
    ]);
  });

  it('B-08 a quote that nobody closed fails the plan with its line, and the import can be corrected', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `Имя ${i},1`).join('\n');
    const failed = await plan(world, world.keeper, csv(`Название,Число\n${rows}\n"Открыта,2\nследующий,3\n`));
    expect(failed).toMatchObject({
      status: 'failed',
      fault: { code: 'table.unclosedQuote', params: { line: 202 } },
      can: { plan: true, inspect: true },
    });
  });

  it('B-08 another’s upload, another’s import and a mapping that does not fit are refused', async () => {
    const fileId = await upload(world, world.keeper, csv('Название\nХ\n'));
    const { row } = await world.keeper.ask<{ row: ImportView }>('imports.create', {
      fileId,
      kind: 'clients',
    });
    expect(
      (await world.keeper.tell('imports.plan', { id: row.id, mapping: ['name', 'inn'] })).refusal?.code,
    ).toBe('import.mapping');
    expect((await world.keeper.tell('imports.plan', { id: row.id, mapping: ['note'] })).refusal?.code).toBe(
      'import.nameNeeded',
    );
    expect(
      (
        await world.keeper.tell('imports.plan', {
          id: row.id,
          mapping: ['name'],
          options: { managerId: 999 },
        })
      ).refusal?.code,
    ).toBe('input.faulty');
    expect(
      (await world.keeper.tell('imports.create', { fileId: fileId + 100, kind: 'clients' })).status,
    ).toBe(404);
    expect((await world.stranger.tell('imports.get', { id: row.id })).status).toBe(401);
  });
});

describe('B-08 titles above the header', () => {
  it.each([
    'Отчёт по клиентам;;\n;;\nНазвание;Телефон;ИНН\nСкамья;+79215559001;\n;+79215559002;\n',
    'Список контрагентов\nна 1 мая, тел. +7 921 555-00-00\nНазвание;Телефон;ИНН\nСкамья;+79215559001;\n;+79215559002;\n',
  ])('B-08 are left out, and rows keep the lines of the file', async (text) => {
    const seen = await plan(world, world.keeper, csv(text));
    expect(seen).toMatchObject({
      file: { headless: false, header: ['Название', 'Телефон', 'ИНН'], rows: 2 },
      suggested: ['name', 'phone', 'inn'],
      counts: { made: 1, refused: 1 },
    });
    expect((await rowsOf(world.keeper, seen.id)).map(({ line }) => line)).toEqual([4, 5]);
    expect(await refusedFile(seen.id)).toContain('\ufeffНазвание;Телефон;ИНН;');
  });

  it('B-08 a header of one name is no title, and whoever says that there is no header gets every row', async () => {
    const alone = await plan(world, world.keeper, csv('Название;;\nСтол;Дубовый;Москва\n'));
    expect(alone.file).toMatchObject({ skipped: 0, header: ['Название', '', ''] });
    const fileId = await upload(world, world.keeper, csv('Отчёт;;\nНазвание;Телефон;ИНН\nСтул;;\n'));
    const { row } = await world.keeper.ask<{ row: ImportView }>('imports.create', {
      fileId,
      kind: 'clients',
    });
    const headless = await world.keeper.ask<{ row: ImportView }>('imports.inspect', {
      id: row.id,
      headless: true,
    });
    expect(headless.row.file).toMatchObject({ skipped: 0, rows: 3 });
  });
});

describe('B-08 odd cells', () => {
  it('B-08 a formula that failed is nobody’s name', async () => {
    const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = `<row>${text('Название')}${text('ИНН')}</row><row><c t="e"><v>#N/A</v></c><c/></row><row>${text('Живой')}<c t="e"><v>#REF!</v></c></row>`;
    const seen = await plan(world, world.keeper, { name: 'failed.xlsx', bytes: makeWorkbook(rows) });
    const [failed, made] = await rowsOf(world.keeper, seen.id);
    expect(failed?.reasons.map(({ text }) => text)).toEqual(['Название: в ячейке ошибка таблицы «#N/A»']);
    expect(made).toMatchObject({ outcome: 'made', title: 'Живой' });
    expect(made?.changes.map(({ field }) => field)).not.toContain('inn');
  });

  it('B-08 emoji, right-to-left text, NUL, fifty digits and one name too long', async () => {
    const phone = '5'.repeat(50);
    const text = `Название;Телефон;Заметки\n🦄 Единорог;${phone};\u202eשלום\nНу\0ль;+79215551234;\n${'Д'.repeat(10_000)};;\n;1;без имени\n`;
    const done = await bring(world, world.keeper, csv(text));
    expect(done.counts).toMatchObject({ made: 2, refused: 2, nuls: 1 });
    const [first, second] = await rowsOf(world.keeper, done.id, 'made');
    const card = await world.keeper.ask<Client>('clients.get', { id: first?.recordId });
    expect(card).toMatchObject({
      name: '🦄 Единорог',
      notes: '\u202eשלום',
      phones: [{ value: phone, valid: false, e164: null }],
    });
    expect(second?.title).toBe('Нуль');
    const refused = await rowsOf(world.keeper, done.id, 'refused');
    expect(refused.map(({ line, reasons }) => [line, reasons.map(({ text: words }) => words)])).toEqual([
      [4, ['Название: слишком длинно: не больше 500']],
      [5, ['нет названия']],
    ]);
  });

  it('B-08 UTF-16 and windows-1251 are found; a wrong guess is corrected by hand', async () => {
    const rows = 'Название\tГород\nРомашка\tПсков\n';
    const utf16 = await plan(world, world.keeper, {
      name: 'utf16.txt',
      bytes: Buffer.from(`\ufeff${rows}`, 'utf16le'),
    });
    expect(utf16).toMatchObject({
      status: 'planned',
      file: { encoding: 'utf-16le', delimiter: '\t', header: ['Название', 'Город'] },
    });
    const { row } = await world.keeper.ask<{ row: ImportView }>('imports.inspect', {
      id: utf16.id,
      encoding: 'utf-16be',
      delimiter: ';',
      headless: true,
    });
    expect(row).toMatchObject({
      status: 'read',
      mapping: null,
      file: { encoding: 'utf-16be', delimiter: ';', headless: true },
    });
  });

  it('B-08 a table without a header loses no row', async () => {
    const done = await bring(
      world,
      world.keeper,
      csv('Без Заголовка,first@test.example\nВторой,second@test.example\n'),
    );
    expect(done).toMatchObject({ file: { headless: true, header: ['', ''] }, counts: { made: 2 } });
  });

  it('B-08 the file of refused rows reads as it came, with reasons, and runs no formula', async () => {
    const done = await bring(
      world,
      world.keeper,
      csv(
        'Название;Договор до;Формула\n;01.02.2026;=1+1\nСрок;31.12.9999;"=cmd|\'/C calc\'!A0; ""ё"""\nХорошая;;x\n',
      ),
    );
    expect(done.counts).toMatchObject({ made: 1, refused: 2 });
    const text = await refusedFile(done.id);
    expect(text.startsWith('\ufeffНазвание;Договор до;Формула;Почему не загружено\r\n')).toBe(true);
    const rows = await Array.fromAsync(readRows(Buffer.from(text)));
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
      ['', '01.02.2026', "'=1+1", 'нет названия'],
      [
        'Срок',
        '31.12.9999',
        "'=cmd|'/C calc'!A0; \"ё\"",
        'Договор до: дата «31.12.9999» вне пределов 1900–2200 годов',
      ],
    ]);
    await world.keeper.ask('people.changeAppearance', { locale: 'en' });
    expect(await refusedFile(done.id)).toContain('Why not imported');
  });

  it('B-08 cells beyond the header are kept, in the first rows and in the last', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `Длинная ${i};x`).join('\n');
    const done = await bring(
      world,
      world.keeper,
      csv(`Название;Город\nКраткая;Тула;третья\n${rows}\nПоследняя;Орёл;три;четыре\n`),
    );
    expect(done.file.header).toEqual(['Название', 'Город', '']);
    const { rows: found } = await world.keeper.ask<{ rows: { id: number }[] }>('clients.find', {
      text: 'Последняя',
    });
    expect(await world.keeper.ask('clients.get', { id: found[0]?.id })).toMatchObject({
      notes: 'Column 3: три\nColumn 4: четыре',
    });
  });

  it('B-08 a table without names knows clients by their e-mail and renames nobody', async () => {
    const { id } = await world.keeper.ask<{ id: number }>('clients.create', {
      name: 'С именем',
      emails: [{ value: 'named@test.example' }],
    });
    const done = await bring(
      world,
      world.keeper,
      csv('E-mail;Город\nnamed@test.example;Тула\nnew@test.example;Тула\n'),
      { options: { existing: 'overwrite' } },
    );
    expect(done.counts).toMatchObject({ made: 1, changed: 1 });
    expect(await world.keeper.ask('clients.get', { id })).toMatchObject({
      name: 'С именем',
      actualAddress: 'Тула',
    });
  });

  it('B-08 nothing is lost: what finds no field stands in the notes', async () => {
    const done = await bring(
      world,
      world.keeper,
      csv('Название;Договор до;Бюджет ₸;Ответственный;Почта;Телефон\nНичего;2027-01-02;100;Некто;нет;нету\n'),
    );
    const [row] = await rowsOf(world.keeper, done.id, 'made');
    expect(await world.keeper.ask('clients.get', { id: row?.recordId })).toMatchObject({
      contractTill: '2027-01-02',
      responsibleId: world.keeper.id,
      notes: 'Телефон: нету\nПочта: нет\nОтветственный: Некто\nБюджет ₸: 100',
    });
  });
});
