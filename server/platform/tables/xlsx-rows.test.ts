import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectTable, readRows } from './read-table.ts';
import { allRows, dataFile, makeWorkbook, makeZip } from './table-files.ts';
import { formatKind, numberText, plainNumber } from './xlsx-number.ts';

interface Expected {
  file: string;
  sheets: {
    name: string;
    nonEmptyRows?: number;
    nonEmptyRowsDisputed?: number[];
    firstRows: (string | number | boolean | null)[][];
  }[];
}

const expected: Expected[] = JSON.parse(dataFile('xlsx/expected.json').toString());

/** As the other readers state a cell: no value is an empty text, a day has no clock. */
function asText(value: string | number | boolean | null): string {
  return String(value ?? '').replace(/^(\d{4}-\d\d-\d\d)T00:00:00$/, '$1');
}

function padded(cells: string[], width: number): string[] {
  return [...cells, ...Array(Math.max(0, width - cells.length)).fill('')];
}

describe('B-08 collected workbooks', () => {
  test.each(expected)('B-08 $file', async ({ file, sheets }) => {
    const seen = await inspectTable(dataFile(file), file);
    expect(seen.kind).toBe('xlsx');
    for (const { name, nonEmptyRows, nonEmptyRowsDisputed, firstRows } of sheets) {
      expect(seen.sheets?.map((sheet) => sheet.name)).toContain(name);
      const rows = await allRows(dataFile(file), { sheet: name });
      expect(nonEmptyRowsDisputed ?? [nonEmptyRows]).toContain(rows.length);
      for (const [i, row] of firstRows.entries()) {
        const cells = padded(rows[i]?.cells ?? [], row.length).slice(0, row.length);
        expect(cells.map((cell) => cell.replace(/T00:00$/, ''))).toEqual(row.map(asText));
      }
    }
  });
});

describe('B-08 cells of a workbook', () => {
  async function cellsOf(xml: string, parts: Parameters<typeof makeWorkbook>[1] = {}): Promise<string[]> {
    return (await allRows(makeWorkbook(`<row r="1">${xml}</row>`, parts)))[0]?.cells ?? [];
  }

  test('B-08 texts: shared, rich, inline, with escapes, without marks of pronunciation', async () => {
    const texts =
      '<si><t>Анна &amp; Ко</t></si><si><r><t>Жир</t></r><r><t xml:space="preserve">ный </t></r><rPh><t>x</t></rPh></si>';
    const xml =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>' +
      '<c r="D1" t="str"><f>A1&amp;"x"</f><v>итог_x000D_1</v></c><c r="E1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>';
    expect(await cellsOf(xml, { texts })).toEqual(['Анна & Ко', 'Жирный ', 'ab', 'итог\r1', '<b>']);
  });

  test('B-08 a telephone stored as a number keeps its digits; formulas give their stored result', async () => {
    const xml =
      '<c r="A1"><v>7.9211234567E10</v></c><c r="B1"><v>79211234567</v></c><c r="C1"><f>0.1+0.2</f><v>0.30000000000000004</v></c>' +
      '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="G1" s="1"><v>123</v></c>';
    expect(await cellsOf(xml, { formats: ['00000'] })).toEqual([
      '79211234567',
      '79211234567',
      '0.3',
      'true',
      '#N/A',
      '',
      '00123',
    ]);
  });

  test('B-08 a formula without a stored result stands as a text; an empty result is empty', async () => {
    const xml =
      '<c r="A1"><f>TODAY()+1</f></c><c r="B1"><f>A1&amp;"x"</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"/><c r="E1"><v>1</v></c>';
    expect(await cellsOf(xml)).toEqual(['=TODAY()+1', '=A1&"x"', '', '', '1']);
  });

  test('B-08 dates stay dates', async () => {
    const formats = ['dd.mm.yyyy', 'dd.mm.yyyy hh:mm', 'h:mm;@', '[h]:mm', '[$-419]d mmm yyyy;@'];
    const xml =
      '<c r="A1" s="1"><v>44155</v></c><c r="B1" s="2"><v>44155.39583333333</v></c><c r="C1" s="3"><v>0.75</v></c>' +
      '<c r="D1" s="4"><v>1.51041666666667</v></c><c r="E1" s="5"><v>44155</v></c><c r="F1" t="d"><v>2020-11-20T00:00:00</v></c>';
    const wanted = ['2020-11-20', '2020-11-20T09:30', '18:00', '36:15', '2020-11-20', '2020-11-20'];
    expect(await cellsOf(xml, { formats })).toEqual(wanted);
    const old = await cellsOf('<c r="A1" s="1"><v>42693</v></c>', {
      formats,
      properties: '<workbookPr date1904="1"/>',
    });
    expect(old).toEqual(['2020-11-20']);
  });

  test('B-08 addresses may be missing; rows may skip numbers; prefixes and blank rows do not matter', async () => {
    const rows =
      '<x:row r="3"><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>5</x:v></x:c></x:row>';
    const bytes = makeWorkbook(rows);
    const read = (await allRows(bytes)).map(({ line, cells }) => [line, ...cells]);
    expect(read).toEqual([
      [3, '1', '2'],
      [5, '5'],
    ]);
  });

  test.each([
    ['General', 'plain'],
    ['# ##0,00 "дней"', 'plain'],
    ['#,##0.00\\ [$руб.-419]', 'plain'],
    ['[Red]0.00', 'plain'],
    ['yyyy-mm-dd', 'date'],
    ['mmm yy', 'date'],
    ['d/m', 'date'],
    ['ДД.ММ.ГГГГ', 'date'],
    ['m/d/yy h:mm', 'dateTime'],
    ['hh:mm:ss', 'time'],
    ['mm:ss.0', 'time'],
    ['h:mm AM/PM', 'time'],
    ['[mm]:ss', 'elapsed'],
  ])('B-08 the format %s is %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  test('B-08 plain numbers: whole ones untouched, others to 15 digits, never an exponent', () => {
    expect(
      ['1E-7', '-1.50', '1E21', '12345678901234567890', '3.1400000000000001', '-0', '0.1'].map(plainNumber),
    ).toEqual(['0.0000001', '-1.5', '1000000000000000000000', '12345678901234567890', '3.14', '-0', '0.1']);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (number) => {
        const text = plainNumber(String(number));
        expect(text).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(Math.abs(number) * 1e-14);
      }),
    );
  });

  test('B-08 every day of 1900 to 2100 comes back as Excel shows it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_415 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(numberText(String(serial), 'date', false)).toBe(day);
      }),
    );
    expect(numberText('1', 'date', false)).toBe('1900-01-01');
  });
});

describe('B-08 a workbook of another program', () => {
  test('B-08 what exceljs writes is read: rich text, dates, links, formulas, merged cells, a hidden sheet', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Клиенты');
    workbook.addWorksheet('Скрытый', { state: 'hidden' }).addRow(['x']);
    const day = new Date('2024-02-29T00:00:00Z');
    sheet.addRow([{ richText: [{ text: 'Анна ' }, { font: { bold: true }, text: 'Щ' }] }, day, 79211234567]);
    sheet.addRow([
      { text: 'сайт', hyperlink: 'https://a.example' },
      new Date('2024-02-29T13:45:30Z'),
      1234.5,
    ]);
    sheet.addRow(['слито', '', { formula: 'C2*2', result: 2469 }]);
    sheet.mergeCells('A3:B3');
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const seen = await inspectTable(bytes, 'a.xlsx');
    expect([seen.sheet, seen.sheets?.length]).toEqual(['Клиенты', 2]);
    expect([seen.header, ...seen.sample]).toEqual([
      ['Анна Щ', '2024-02-29', '79211234567'],
      ['сайт', '2024-02-29T13:45:30', '1234.5'],
      ['слито', '', '2469'],
    ]);
    expect((await allRows(bytes, { sheet: 'Скрытый' }))[0]?.cells).toEqual(['x']);
  });
});

describe('B-08 hostile and broken workbooks', () => {
  const zips: Record<string, unknown> = JSON.parse(dataFile('security/zip/expected.json').toString());

  test.each(Object.keys(zips))('B-08 %s is refused', async (name) => {
    const code = name.startsWith('success')
      ? /^table\.(?:notATable|brokenZip)$/
      : /^table\.(?:brokenZip|encrypted|notATable)$/;
    await expect(inspectTable(dataFile(`security/zip/${name}`), name)).rejects.toMatchObject({
      code: expect.stringMatching(code),
    });
  });

  test('B-08 a bomb is refused by its own account, before anything is unpacked', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024);
    const bomb = makeZip([['xl/workbook.xml', zeros]]);
    await expect(inspectTable(bomb, 'a.xlsx')).rejects.toMatchObject({ code: 'table.tooLarge' });
    const huge = makeWorkbook('', { lie: { size: 600 * 1024 * 1024 } });
    await expect(inspectTable(huge, 'a.xlsx')).rejects.toMatchObject({ code: 'table.tooLarge' });
  });

  test('B-08 one long text that very many cells share is counted as often as it is read', async () => {
    const bytes = makeWorkbook('<row><c t="s"><v>0</v></c></row>'.repeat(600), {
      texts: `<si><t>${'я'.repeat(900_000)}</t></si>`,
    });
    await expect(allRows(bytes)).rejects.toMatchObject({
      code: 'table.tooLarge',
      details: { part: 'unpacked' },
    });
  });

  test('B-08 a part that holds more than it says is stopped', async () => {
    const liar = makeWorkbook('<row><c><v>1</v></c></row>'.repeat(1000), { lie: { size: 100 } });
    await expect(allRows(liar)).rejects.toMatchObject({ code: 'table.brokenZip', details: { part: 'size' } });
  });

  test('B-08 locked, cut and foreign archives get their fault', async () => {
    const workbook = makeWorkbook('<row><c><v>1</v></c></row>', { lie: { encrypted: true } });
    await expect(inspectTable(workbook, 'a.xlsx')).rejects.toMatchObject({ code: 'table.encrypted' });
    const cut = makeWorkbook('<row><c><v>1</v></c></row>').subarray(0, -40);
    await expect(inspectTable(cut, 'a.xlsx')).rejects.toMatchObject({ code: 'table.brokenZip' });
    const document = makeZip([['word/document.xml', '<a/>']]);
    await expect(inspectTable(document, 'a.docx')).rejects.toMatchObject({
      code: 'table.notATable',
      details: { format: 'docx' },
    });
    const twice = makeZip([
      ['a', '1'],
      ['a', '2'],
    ]);
    await expect(inspectTable(twice, 'a.xlsx')).rejects.toMatchObject({ code: 'table.brokenZip' });
  });

  test('B-08 entities of a document are not expanded and broken XML is refused', async () => {
    for (const rows of ['<row><c><v>&x;</v></c></row>', '<row><c><v>1</c></row>']) {
      await expect(allRows(makeWorkbook(rows))).rejects.toMatchObject({ code: 'table.notATable' });
    }
  });

  test('B-08 cells without an address stand one after another, empty ones among them', async () => {
    const rows = await allRows(
      makeWorkbook(
        '<row><c><v>1</v></c><c/><c><v>3</v></c></row>' +
          '<row><c/><c><v>2</v></c><c r="E2"/><c><v>6</v></c></row>',
      ),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '', '3'],
      ['', '2', '', '', '', '6'],
    ]);
  });

  test('B-08 a row whose number no sheet can have stands after the one before it', async () => {
    const row = (r: string) => `<row r="${r}"><c><v>1</v></c></row>`;
    const rows = await allRows(makeWorkbook([row('5'), row('3000000000'), row('9'.repeat(400))].join('')));
    expect(rows.map(({ line }) => line)).toEqual([5, 6, 7]);
  });

  test('B-08 an empty workbook, a far cell and an unknown sheet', async () => {
    await expect(inspectTable(makeWorkbook(''), 'a.xlsx')).rejects.toMatchObject({ code: 'table.empty' });
    const far = makeWorkbook('<row r="7"><c r="XFD7"><v>1</v></c></row>');
    await expect(allRows(far)).rejects.toMatchObject({ code: 'table.tooManyColumns', details: { line: 7 } });
    const workbook = makeWorkbook('<row><c><v>1</v></c></row>');
    await expect(allRows(workbook, { sheet: 'нет' })).rejects.toMatchObject({ code: 'table.noSuchSheet' });
  });
});

describe('B-08 size', () => {
  test('B-08 100,000 rows of a workbook stream; the preview reads only the beginning', async () => {
    const row =
      '<row><c t="inlineStr"><is><t>Иванов Иван</t></is></c><c><v>79211234567</v></c><c><v>1000.5</v></c></row>';
    const bytes = makeWorkbook(
      Array.from({ length: 100_000 }, (_, i) => row.replace('1000', `${i}`)).join(''),
    );
    expect(await inspectTable(bytes, 'a.xlsx')).toMatchObject({ rowCountGuess: 99_999 });
    let count = 0;
    for await (const { cells } of readRows(bytes)) count += cells.length === 3 ? 1 : 0;
    expect(count).toBe(100_000);
  });
});
