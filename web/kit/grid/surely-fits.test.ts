import { expect, test } from 'vitest';
import { surelyFits } from './surely-fits.ts';

test('a short text needs no clip, one that may be longer than its cell does', () => {
  expect(surelyFits('', 10)).toBe(true);
  expect(surelyFits('Звонок', 116)).toBe(true);
  expect(surelyFits('27.11.2026 10:30', 148)).toBe(true);
  expect(surelyFits('Согласовать договор поставки', 250)).toBe(false);
  expect(surelyFits('ШШШШШШШШ', 116)).toBe(false);
});

test('letters of unknown width are never sure', () => {
  for (const text of ['漢字', 'مرحبا', '👩‍💻', 'ﷺ', '\u{12031}', 'a\tb'])
    expect(surelyFits(text, 400), text).toBe(false);
});
