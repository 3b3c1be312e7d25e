import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PersonName, readPersonName } from './person-name.ts';

function data(path: string): string {
  return readFileSync(new URL(`../../../shared/data/${path}`, import.meta.url), 'utf8').replace(
    /^\ufeff/,
    '',
  );
}

function people(name: string): PersonName[] {
  const rows = data(`names/${name}.tsv`).trim().split(/\r?\n/).slice(1);
  return rows.map((row) => {
    const [surname = '', given = '', patronymic = ''] = row.split('\t');
    return { surname, given, patronymic };
  });
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** Share of the names read right when written surname first and when written given name first. */
function shareRead(names: PersonName[]): number {
  const right = names.flatMap((name) => {
    const { surname, given, patronymic } = name;
    const spellings = [joined(surname, given, patronymic), joined(given, patronymic, surname)];
    return spellings.map((text) => JSON.stringify(readPersonName(text)) === JSON.stringify(name));
  });
  return right.filter(Boolean).length / right.length;
}

describe('Z-05 names of people', () => {
  test('Z-05 the list of full and partial names is read whole', () => {
    expect(shareRead(people('people'))).toBe(1);
  });

  test('Z-05 of the list with genders at least 0.94 (a lone invented word is no patronymic to anybody)', () => {
    expect(shareRead(people('people.gender'))).toBeGreaterThanOrEqual(0.94);
  });

  test('Z-05 spoiled copies of a contact keep their surname and the first letters of the rest', () => {
    const contacts: { entity: number; name: string }[] = JSON.parse(data('dedup/russian/contacts.json'));
    const full = contacts.filter(({ name }) => /^\S+ \S+ \p{L}+$/u.test(name) && !name.includes('.'));
    for (const { entity, name } of contacts) {
      const [surname = '', given = '', patronymic = ''] =
        full
          .find((other) => other.entity === entity)
          ?.name.toLowerCase()
          .split(' ') ?? [];
      const read = readPersonName(name);
      expect(read.surname.toLowerCase(), name).toBe(surname);
      expect(given.startsWith(read.given.toLowerCase().replace('.', '')), name).toBe(true);
      expect(patronymic.startsWith(read.patronymic.toLowerCase().replace('.', '')), name).toBe(true);
    }
  });

  test.each([
    ['Иванов И.И.', 'Иванов', 'И.', 'И.'],
    ['И. И. Иванов', 'Иванов', 'И.', 'И.'],
    ['г-н Петров', 'Петров', '', ''],
    ['Мухаммад Али оглы Гасанов', 'Гасанов', 'Мухаммад', 'Али оглы'],
    ['Абрамович Роман Аркадьевич', 'Абрамович', 'Роман', 'Аркадьевич'],
    ['Галина Ким', 'Ким', 'Галина', ''],
    ['Smith, John', 'Smith', 'John', ''],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig', ''],
    ['Ivanov Ivan Ivanovich', 'Ivanov', 'Ivan', 'Ivanovich'],
    ['Ivan Ivanovich Ivanov', 'Ivanov', 'Ivan', 'Ivanovich'],
    ['', '', '', ''],
  ])('Z-05 %s', (text, surname, given, patronymic) => {
    expect(readPersonName(text)).toEqual({ surname, given, patronymic });
  });

  test('Z-05 no word is lost or invented', () => {
    const word = fc.constantFrom(
      'Иванов',
      'Петр',
      'Ильич',
      'оглы',
      'Smith',
      'von',
      'А.',
      'Мария-Луиза',
      'Абв',
      'X',
    );
    const sorted = (text: string) => text.split(' ').filter(Boolean).sort();
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
        const { surname, given, patronymic } = readPersonName(words.join(' '));
        expect(sorted(joined(surname, given, patronymic))).toEqual(sorted(words.join(' ')));
      }),
    );
  });
});
