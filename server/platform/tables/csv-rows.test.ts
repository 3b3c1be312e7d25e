import { createHash } from 'node:crypto';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inspectTable, readRows } from './read-table.ts';
import { allRows, dataFile } from './table-files.ts';
import { COLUMN_LIMIT } from './table-limits.ts';
import { detectEncoding, textPieces } from './text-encoding.ts';
import { csvLine } from './write-csv.ts';

interface Expected {
  file: string;
  delimiter?: string;
  encoding?: string;
  header?: string[];
  records?: number;
  rows?: Record<string, string>[];
  first?: string[];
  last?: string[];
  row5?: string[];
  charset?: string;
  utf8sha256?: string;
}

const expected: Expected[] = JSON.parse(dataFile('csv/expected.json').toString());
const tables = expected.filter(({ charset }) => !charset);

async function faultOf(bytes: Buffer): Promise<unknown> {
  return allRows(bytes).then(
    () => null,
    ({ code, details }) => ({ code, line: details?.line }),
  );
}

describe('B-08 encodings', () => {
  test.each(expected.filter(({ charset }) => charset))(
    'B-08 the text of $file is found whole',
    ({ file, utf8sha256 }) => {
      const bytes = dataFile(file);
      const text = [...textPieces(bytes, detectEncoding(bytes))].join('');
      expect(createHash('sha256').update(text).digest('hex')).toBe(utf8sha256);
    },
  );

  const texts = [
    'Имя;Телефон\nАнна;8921',
    'Название сделки;Бюджет\r\nООО «Гранит»;1000',
    'ИМЯ;ТЕЛЕФОН\nЩУКИН ЮРИЙ;12',
    '№;ФИО;Компания\n1;Ёлкина Яна;ЗАО',
    'name,city\nMüller,Köln\nRené,Besançon',
  ];
  const encodings =
    'utf-8 utf-16le utf-16be windows-1251 koi8-r cp866 iso-8859-5 maccyrillic iso-8859-1 windows-1252'.split(
      ' ',
    );

  test.each(encodings)('B-08 short tables in %s are read without asking', (encoding) => {
    for (const text of texts) {
      const bytes = iconv.encode(text, encoding);
      if (iconv.decode(bytes, encoding) !== text) continue;
      expect([...textPieces(bytes, detectEncoding(bytes))].join('')).toBe(text);
    }
  });

  test('B-08 any ten regions of Russia in any Cyrillic page are told apart', () => {
    const lines = dataFile('csv/ru/region-utf8.csv').toString().trim().split('\n').slice(1);
    for (const encoding of encodings.slice(0, 8)) {
      for (let from = 0; from + 10 <= lines.length; from += 4) {
        const text = lines
          .slice(from, from + 10)
          .map((line) => line.split(',').slice(0, 4).join(';'))
          .join('\n');
        const bytes = iconv.encode(text, encoding);
        expect([...textPieces(bytes, detectEncoding(bytes))].join('')).toBe(text);
      }
    }
  });

  test('B-08 a mark at the beginning is no part of the first column', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const bytes = iconv.encode('Имя;Город\nАнна;Тула', encoding, { addBOM: true });
      expect(await inspectTable(bytes, 'a.csv')).toMatchObject({
        encoding,
        delimiter: ';',
        header: ['Имя', 'Город'],
      });
    }
  });

  test('B-08 a few broken bytes do not turn UTF-8 into something else; a person may choose another encoding', async () => {
    const broken = Buffer.concat([
      Buffer.from('Имя;Город\nАннаАннаАнна;Тула\n'),
      Buffer.from([0xd0]),
      Buffer.from(';x'),
    ]);
    expect((await inspectTable(broken, 'a.csv')).encoding).toBe('utf-8');
    const chosen = await inspectTable(iconv.encode('я;ю', 'cp866'), 'a.csv', { encoding: 'cp866' });
    expect(chosen.header).toEqual(['я', 'ю']);
  });
});

describe('B-08 collected tables', () => {
  test.each(tables)(
    'B-08 $file',
    async ({ file, delimiter, encoding, header, records, rows, first, last, row5 }) => {
      const seen = await inspectTable(dataFile(file), file);
      const [top, ...body] = (await allRows(dataFile(file), seen)).map(({ cells }) => cells);
      expect(top).toEqual(header ?? Object.keys(rows?.[0] ?? {}));
      expect(seen.header).toEqual(top);
      expect(seen.sample).toEqual(body.slice(0, 50));
      expect(body.length).toBe(records ?? rows?.length);
      if (delimiter) expect(seen.delimiter).toBe(delimiter);
      if (encoding) expect(seen.encoding).toBe(encoding);
      if (rows) expect(body).toEqual(rows.map((row) => Object.values(row)));
      if (first) expect([body[0], body.at(-1)]).toEqual([first, last]);
      if (row5) expect(body).toContainEqual(row5);
    },
  );

  test('B-08 customers of 21 countries and accounts with empty cells', async () => {
    const customers = await allRows(dataFile('sales/northwind/customers.csv'));
    expect(customers).toHaveLength(92);
    expect(new Set(customers.slice(1).map(({ cells }) => cells[8])).size).toBe(21);
    expect(customers.every(({ cells }) => cells.length === 11)).toBe(true);
    const accounts = await allRows(dataFile('sales/crm-opportunities/accounts.csv'));
    expect(accounts[1]).toEqual({
      line: 2,
      cells: ['Acme Corporation', 'technolgy', '1996', '1100.04', '2822', 'United States', ''],
      nuls: 0,
    });
  });
});

describe('B-08 lines and separators', () => {
  test.each([
    [
      'a;b\r\n"1\r\n2";3\r\n\r\n4;5',
      [
        [1, 'a', 'b'],
        [2, '1\r\n2', '3'],
        [5, '4', '5'],
      ],
    ],
    [
      'a,b\n\n\n,\n1,2',
      [
        [1, 'a', 'b'],
        [5, '1', '2'],
      ],
    ],
    [
      'a\rb\r"c\rd"\re',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c\rd'],
        [5, 'e'],
      ],
    ],
    [
      'a\tb\r\n1\t2\n3\t4',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'a|b\n"1|2"|3',
      [
        [1, 'a', 'b'],
        [2, '1|2', '3'],
      ],
    ],
    [
      'sep=;\r\na;b\r\n1,5;2,5',
      [
        [2, 'a', 'b'],
        [3, '1,5', '2,5'],
      ],
    ],
    [
      'a;b\n1,5;2,5\n3,5;4,5',
      [
        [1, 'a', 'b'],
        [2, '1,5', '2,5'],
        [3, '3,5', '4,5'],
      ],
    ],
  ])('B-08 %j', async (text, rows) => {
    expect((await allRows(Buffer.from(text))).map(({ line, cells }) => [line, ...cells])).toEqual(rows);
  });

  test('B-08 rows shorter and longer than the header are kept as they are', async () => {
    const rows = await allRows(Buffer.from('a,b\n1\n1,2,3\n'));
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 1, 3]);
  });

  test('B-08 NUL characters are taken out and counted', async () => {
    const rows = await allRows(Buffer.from('a,b\nx\0\0,\0y\n1,2'));
    expect(rows.map(({ cells, nuls }) => [cells, nuls])).toEqual([
      [['a', 'b'], 0],
      [['x', 'y'], 3],
      [['1', '2'], 0],
    ]);
  });

  test('B-08 what csvLine writes is read back, formulas apart', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r＋－＝＠]|\0/u.test(text));
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => cells.some((text) => text.trim() !== ''));
    await fc.assert(
      fc.asyncProperty(row, fc.constantFrom(',', ';', '\t', '|'), async (cells, delimiter) => {
        const bytes = Buffer.from(`x${delimiter}y\r\n${csvLine(cells, { delimiter })}\r\n`);
        const rows = await allRows(bytes, { encoding: 'utf-8', delimiter });
        expect(rows.at(-1)?.cells).toEqual(cells);
      }),
    );
  });
});

test.each(['utf-8', 'windows-1251', 'utf-16le'])(
  'B-08 a cell of several lines that begins with a quote and has an odd number of them is read whole: %s',
  async (encoding) => {
    const cells = ['Труба', '"Срочно": труба 3" с краном\nи ещё 4" с двумя', '"Вторая"\nтруба 5"'];
    const text = `Название;Заметки;Ещё\n${csvLine(cells)}\n${csvLine(cells)}\n`;
    const rows = await allRows(iconv.encode(text, encoding), { encoding, delimiter: ';' });
    expect(rows.slice(1).map((row) => row.cells)).toEqual([cells, cells]);
  },
);

describe('B-08 broken tables', () => {
  test.each([
    ['a,b\n1,"oops\n2,x\n3,y\n', 2],
    ['a,b\n1,"oops\n2,"fine"\n3,x\n', 2],
    ['a,b,c\n1,2,3\n1,"x\n2,3,4\n5",6,7,8\n', 3],
    [`a,b\n${'1,2\n'.repeat(1000)}3,"open\n${'1,2\n'.repeat(1000)}`, 1002],
    [`a,b\n1,"open\n${'1,2\n'.repeat(3_000_000)}`, 2],
  ])('B-08 an unclosed quote is named with its line (%#)', async (text, line) => {
    expect(await faultOf(Buffer.from(text))).toEqual({ code: 'table.unclosedQuote', line });
  });

  test('B-08 quotes inside a cell are kept, not punished', async () => {
    const rows = await allRows(Buffer.from('a,b\n1,"он сказал "да" и ушел"\n2,5" экран\n3,"""Q"" t\nl2"'));
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      'b',
      '"он сказал "да" и ушел"',
      '5" экран',
      '"Q" t\nl2',
    ]);
  });

  test.each([
    ['', 'table.empty'],
    ['\n\n  \n;;\n', 'table.empty'],
    ['%PDF-1.7 …', 'table.notATable'],
    ['<html><table><tr><td>1</td></tr></table>', 'table.notATable'],
    ['[{"name":"Кварц","phone":"89215550006"}]', 'table.notATable'],
    ['\u0001\u0002\u0003\u0004;\u0005', 'table.notATable'],
    [Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(','), 'table.tooManyColumns'],
    [`a,b\n1,${'x'.repeat(1024 * 1024 + 1)}`, 'table.tooLarge'],
  ])('B-08 %#: the right fault', async (text, code) => {
    await expect(inspectTable(Buffer.from(text), 'a.csv')).rejects.toMatchObject({ code });
  });

  test('B-08 an old .xls is refused by name, a locked workbook as locked', async () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    await expect(inspectTable(compound, 'a.xls')).rejects.toMatchObject({
      code: 'table.notATable',
      details: { format: 'xls' },
    });
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(inspectTable(locked, 'a.xlsx')).rejects.toMatchObject({ code: 'table.encrypted' });
  });

  test('B-08 as many columns and letters as may be are read faithfully', async () => {
    const header = Array.from({ length: COLUMN_LIMIT }, (_, i) => `c${i}`);
    const long = 'ж'.repeat(1024 * 1024);
    const rows = await allRows(Buffer.from(`${header.join(';')}\n${long};2`));
    expect([rows[0]?.cells, rows[1]?.cells[0] === long]).toEqual([header, true]);
  });

  test('B-08 whatever the bytes, the answer is rows or a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await inspectTable(Buffer.from(bytes), 'a.csv').catch(({ code }) => code);
        expect(typeof result === 'string' ? result : 'rows').toMatch(/^rows|^table\./);
      }),
    );
  });
});

describe('B-08 size', () => {
  test('B-08 200,000 rows stream without the memory growing with them', async () => {
    const row = 'Иванов Иван;+79211234567;user@example.ru;1000,50;"текст ""с кавычками"""\n';
    const bytes = Buffer.from(`имя;телефон;почта;сумма;текст\n${row.repeat(200_000)}`);
    let count = 0;
    let most = 0;
    for await (const { cells } of readRows(bytes)) {
      count += cells.length > 0 ? 1 : 0;
      if (count % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    expect(count).toBe(200_001);
    expect(most).toBeLessThan(300e6);
  });
});
