import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataFile } from './table-files.ts';
import { csvLine } from './write-csv.ts';

describe('B-08 writing CSV', () => {
  test('B-08 formulas are written as text', () => {
    const formulas: string[] = JSON.parse(dataFile('security/csv-injection.json').toString());
    for (const formula of [...formulas, '=1', '+cmd|x', '@x', '-2+3', '+7-8', '＝1+1', '-1 1=2']) {
      expect(csvLine([formula])).toMatch(/^"?'/);
    }
  });

  test('B-08 numbers and telephones stay as they are', () => {
    for (const cell of ['-1', '+5', '-1 000,50', '1e5', '-3.5%', '+7 (921) 123-45-67', '+79211234567', '-']) {
      expect(csvLine([cell], { delimiter: ';' }).replaceAll('"', '')).toBe(cell === '-' ? "'-" : cell);
    }
  });

  test('B-08 separators, quotes, line ends and outer spaces are quoted, other cells are not', () => {
    expect(csvLine(['a', 'b;c', 'd"e', 'f\ng', ' h', ''], { delimiter: ';' })).toBe(
      'a;"b;c";"d""e";"f\ng";" h";',
    );
    expect(csvLine(['1,5', 'b'], { delimiter: ',' })).toBe('"1,5",b');
  });

  test('B-08 no cell begins with a sign that a spreadsheet computes, unless it is a number or telephone', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (sign, rest) => {
        const written = csvLine([sign + rest]).replace(/^"/, '');
        expect(/^'/.test(written) || /^[+-][\d\s()\u00a0.,%e+-]+"?$/iu.test(written)).toBe(true);
      }),
    );
  });
});
