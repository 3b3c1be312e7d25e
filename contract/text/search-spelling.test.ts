import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { swapLayout } from './layout.ts';
import { toCyrillic, toLatin } from './translit.ts';
import { variants } from './variants.ts';

function read<T>(name: string): T {
  return JSON.parse(
    readFileSync(new URL(`../../../shared/data/search/${name}.json`, import.meta.url), 'utf8'),
  );
}

function finds(query: string, name: string): boolean {
  return variants(query).some(({ text }) => fold(name).includes(text));
}

const russianWord = fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяЁХЪЖЭБЮ') });
const latinWord = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzQWERTYSDF') });

describe('T-06 the wrong keyboard layout', () => {
  test('T-06 every key goes where the keyboard has it', () => {
    for (const [latin, russian] of Object.entries(
      read<{ enToRu: Record<string, string> }>('keyboard-map').enToRu,
    )) {
      expect([latin, swapLayout(latin)]).toEqual([latin, russian]);
    }
  });

  test('T-06 ghbdtn is привет, and back', () => {
    expect(swapLayout('ghbdtn')).toBe('привет');
    expect(swapLayout('Ъёжик, Юля')).toBe('}`;br? >kz');
  });

  test('T-06 twice gives a word of one alphabet back', () => {
    fc.assert(fc.property(fc.oneof(russianWord, latinWord), (word) => swapLayout(swapLayout(word)) === word));
  });

  test('T-06 Z-06 every query in the wrong layout finds its name', () => {
    const missed = read<{ query: string; finds: string }[]>('layout').filter(
      (pair) => !finds(pair.query, pair.finds),
    );
    expect(missed).toEqual([]);
  });
});

describe('Z-06 transliteration', () => {
  interface Spelled {
    name: string;
    bgn: string;
    icuAscii: string;
  }

  test('Z-06 BGN and ICU spellings find the Russian name', () => {
    const missed = read<Spelled[]>('translit').filter(
      ({ name, bgn, icuAscii }) => !finds(bgn, name) || !finds(icuAscii, name),
    );
    expect(missed).toEqual([]);
  });

  test('Z-06 toLatin writes as BGN and ICU do', () => {
    for (const { name, bgn, icuAscii } of read<Spelled[]>('translit')) {
      expect([toLatin(name, 'bgn'), toLatin(name, 'ascii')]).toEqual([bgn, icuAscii]);
    }
  });

  test('Z-06 names outside the known ones go by sound', () => {
    const pairs = {
      Shchyolkovo: 'Щелково',
      Vasilyevsky: 'Васильевский',
      Grabovskaya: 'Грабовская',
      'Kuz\u2019ma-Rus\u2019': 'Кузьма-русь',
    };
    for (const [latin, russian] of Object.entries(pairs)) expect(fold(toCyrillic(latin))).toBe(fold(russian));
  });

  test('Z-06 large letters stay large', () => {
    expect([toLatin('ЩУКИН'), toLatin('Щукин'), toLatin('Юрий')]).toEqual(['SHCHUKIN', 'Shchukin', 'Yury']);
    expect([toCyrillic('MOSKVA'), toCyrillic('Moskva 24')]).toEqual(['МОСКВА', 'Москва 24']);
  });
});

describe('Z-06 the normal form', () => {
  test('Z-06 ё, case, spaces and compatible signs fold', () => {
    expect(fold('  ЁЛКА\u00a0 ﬁ  ８ ')).toBe('елка fi 8');
  });

  test('Z-06 folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });

  test('Z-06 agrees with the SQL form on Russian and Latin words', () => {
    fc.assert(
      fc.property(
        fc.oneof(russianWord, latinWord),
        (word) => fold(word) === word.toLowerCase().replaceAll('ё', 'е'),
      ),
    );
  });
});

describe('Z-06 variants of a query', () => {
  test('Z-06 the query itself comes first and says so', () => {
    expect(variants('Ghbdtn')).toEqual([
      { text: 'ghbdtn', why: 'asTyped' },
      { text: 'привет', why: 'layout' },
    ]);
    expect(variants('microsoft').map(({ text }) => text)).toEqual(['microsoft', 'микрософт']);
  });

  test('Z-06 what is no word has no other spelling', () => {
    for (const query of ['123-45', '?!', 'ivanov@example.ru', 'https://example.ru/crm'])
      expect(variants(query)).toHaveLength(1);
    expect(variants('  ')).toEqual([]);
    expect(variants('жена').map(({ text }) => text)).not.toContain(';tyf');
  });

  test('Z-06 at most five, distinct, folded', () => {
    fc.assert(
      fc.property(fc.oneof(russianWord, latinWord, fc.string({ unit: 'grapheme' })), (query) => {
        const texts = variants(query).map(({ text }) => text);
        expect(texts.length).toBeLessThanOrEqual(5);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.map(fold)).toEqual(texts);
      }),
    );
  });
});
