import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhone } from './phone.ts';
import { canBePhone, phoneDigits } from './phone-digits.ts';
import { splitEmails, splitPhones } from './split-cell.ts';

interface Sample {
  input: string;
  defaultRegion: string;
  e164?: string;
  e164list?: string[];
  valid?: boolean;
  extension?: string;
}

function samples(name: string): Sample[] {
  return JSON.parse(
    readFileSync(new URL(`../../../shared/data/phones/${name}.json`, import.meta.url), 'utf8'),
  );
}

describe.each(['russian-spellings', 'examples', 'northwind'])('C-06 phones of %s', (name) => {
  test('C-06 each valid number gets its E.164 and extension, each other is kept as typed', () => {
    for (const { input, defaultRegion, e164, valid, extension } of samples(name).filter((s) => !s.e164list)) {
      const read = readPhone(input, defaultRegion);
      expect(read.valid, input).toBe(valid);
      if (valid) expect([input, read.e164, read.extension]).toEqual([input, e164, extension]);
      else expect([read.e164, read.shown]).toEqual([null, input]);
    }
  });
});

describe('C-06 one number', () => {
  test('C-06 every Russian spelling of one number is one number', () => {
    const spellings = [
      '8 (921) 123-45-67',
      '+7 921 123 45 67',
      '89211234567',
      '9211234567',
      '79211234567',
      '007 921 1234567',
    ];
    for (const text of spellings) expect(readPhone(text).e164, text).toBe('+79211234567');
  });

  test('C-06 extensions in words', () => {
    for (const text of [
      '(495) 225-43-21 (доб. 12)',
      '8 495 2254321 вн. 12',
      '+7 495 2254321 x12',
      '84952254321#12',
    ]) {
      expect(readPhone(text), text).toMatchObject({ e164: '+74952254321', extension: '12' });
    }
  });

  test('C-06 words beside a number are handed back, labels are not', () => {
    expect(readPhone('8 921 123-45-67 Анна, после обеда').note).toBe('Анна после обеда');
    expect(readPhone('моб. 8 921 123-45-67')).not.toHaveProperty('note');
  });

  test('C-06 whatever is typed never throws and an invalid text is untouched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readPhone(text);
        expect(read.valid || read.shown === text).toBe(true);
      }),
    );
  });
});

describe('Z-06 phoneDigits', () => {
  test('Z-06 agrees with E.164 on valid Russian numbers of 11 digits', () => {
    for (const text of ['8 (921) 123-45-67', '+7 921 123-45-67, доб. 6925', '８（909）823－39－66']) {
      expect(`+${phoneDigits(text)}`).toBe(readPhone(text).e164);
    }
  });

  test('Z-06 a part of a number stays a part, words give nothing', () => {
    expect([phoneDigits('225-43'), phoneDigits('8 800'), phoneDigits('нет')]).toEqual(['22543', '8800', '']);
  });
});

describe('B-08 cells with several values', () => {
  test('B-08 phones are split, one number is not', () => {
    for (const { input, defaultRegion, e164list } of samples('russian-spellings').filter((s) => s.e164list)) {
      expect(splitPhones(input).map((number) => readPhone(number, defaultRegion).e164)).toEqual(e164list);
    }
    for (const name of ['russian-spellings', 'examples', 'northwind']) {
      for (const { input } of samples(name).filter((s) => s.valid))
        expect(splitPhones(input)).toEqual([input.trim()]);
    }
  });

  test('B-08 every separator', () => {
    expect(splitPhones('8 921 1234567; 8 921 7654321\n2254321 и 2254322/2254323')).toEqual([
      '8 921 1234567',
      '8 921 7654321',
      '2254321',
      '2254322',
      '2254323',
    ]);
    expect(splitPhones('+7 921 1234567 +7 921 7654321')).toEqual(['+7 921 1234567', '+7 921 7654321']);
    expect(splitPhones('225-43-21/22, доб. 5')).toEqual(['225-43-21/22, доб. 5']);
    expect(splitPhones('  ')).toEqual([]);
  });

  test('B-08 e-mails are split and unwrapped', () => {
    expect(splitEmails('Анна <a@b.ru>; mailto:c@d.com, e@f.org/g@h.org и (i@j.net).')).toEqual([
      'a@b.ru',
      'c@d.com',
      'e@f.org',
      'g@h.org',
      'i@j.net',
    ]);
    expect(splitEmails('нет')).toEqual([]);
  });
});

test('C-01 a number of so few or so many digits can be no phone', () => {
  expect(['', 'нет', '12', '8921'.repeat(12)].filter(canBePhone)).toEqual([]);
  const numbers = ['112', '22-33-44', '8 (921) 123-45-67 доб. 555', '8 10 49 30 901820', '+39 06 6982 0000'];
  expect(numbers.filter((text) => !canBePhone(text))).toEqual([]);
});
