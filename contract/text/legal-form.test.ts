import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyKey, formKinds } from './legal-form.ts';

function data(path: string): Buffer {
  return readFileSync(new URL(`../../../shared/data/${path}`, import.meta.url));
}

const forms: string[][] = parse(data('names/legal-forms.csv'), { bom: true, from_line: 2 });

/** Whether a form vanishes before and after a Russian and a Latin name, quoted or not. */
function vanishes(form: string): boolean {
  return ['Гранит', 'Granit Nord'].every((name) =>
    [`${form} «${name}»`, `${name}, ${form}`, `${form} ${name}`].every(
      (text) => companyKey(text) === companyKey(name),
    ),
  );
}

function share(texts: Set<string>): number {
  return [...texts].filter(vanishes).length / texts.size;
}

function abbreviations(country: string): Set<string> {
  const cells = forms.filter((row) => row[1] === country).flatMap((row) => [row[4] ?? '', row[5] ?? '']);
  const texts = cells.flatMap((cell) => cell.split(/;|, (?=[A-Z])/)).map((text) => text.trim());
  return new Set(texts.filter((text) => text !== ''));
}

function fullNames(country: string): Set<string> {
  return new Set(forms.filter((row) => row[1] === country).map((row) => row[2] ?? ''));
}

describe('C-06 legal forms', () => {
  test.each([
    ['BY', 1],
    ['DE', 1],
    ['FR', 1],
    ['GB', 1],
    ['TR', 1],
    ['US', 0.88],
  ])('C-06 abbreviations of %s vanish (floor %d)', (country, floor) => {
    expect(share(abbreviations(country))).toBeGreaterThanOrEqual(floor);
  });

  // The register's full names are mostly kinds of bodies ("Federal courts", "SCP de médecins"), not words of a company's name.
  test.each([
    ['BY', 1],
    ['DE', 0.7],
    ['GB', 0.4],
    ['RU', 0.3],
  ])('C-06 full names of forms of %s vanish (floor %d)', (country, floor) => {
    expect(share(fullNames(country))).toBeGreaterThanOrEqual(floor);
  });

  test('C-06 every spelling of a company in the contacts has one key', () => {
    const contacts: { entity: number; company: string }[] = JSON.parse(
      data('dedup/russian/contacts.json').toString(),
    );
    const keys = Map.groupBy(contacts, ({ entity }) => entity);
    for (const copies of keys.values()) {
      expect(
        new Set(copies.filter(({ company }) => company).map(({ company }) => companyKey(company))).size,
      ).toBe(1);
    }
  });

  test.each([
    ['ООО «Гранит»', 'гранит'],
    ['ООО = "гранит"', 'гранит'],
    ['О.О.О. Гранит', 'гранит'],
    ['OОО Гранит', 'гранит'],
    ['Банк ВТБ (ПАО)', 'банк втб'],
    ['Торговая сеть ООО «Ёлка»', 'торговая сеть елка'],
    ['Müller GmbH & Co. KG', 'muller'],
    ['S. A. Nestlé', 'nestle'],
    ['Coca-Cola Company', 'coca cola'],
    ['北京有限公司', '北京'],
  ])('C-06 %s is %s', (name, key) => {
    expect(companyKey(name)).toBe(key);
  });

  test('C-06 a form that is the whole name stays', () => {
    expect(['ООО', 'Ltd.', 'ООО «АО»', '+'].map(companyKey)).toEqual(['ооо', 'ltd', 'ао', '+']);
  });

  test.each([
    ['ООО «Гранит»', 'Гранит LLC', 'limited'],
    ['ЗАО Гранит', 'Публичное акционерное общество «Гранит»', 'stock'],
    ['ИП Иванов', 'Индивидуальный предприниматель Иванов', 'person'],
    ['Acme Inc.', 'Acme Corporation', 'corporation'],
  ])('C-06 %s and %s are of one kind', (left, right, kind) => {
    expect([formKinds(left), formKinds(right)]).toEqual([[kind], [kind]]);
  });

  test('C-06 a name without a form, or with one that contradicts none, has no kind', () => {
    expect(['Гранит', 'ТД Гранит', 'Limitless'].flatMap(formKinds)).toEqual([]);
  });

  test('C-06 the key of a name is never empty', () => {
    const word = fc.constantFrom(
      'ООО',
      'АО',
      '«',
      '»',
      'Гранит',
      'ИП',
      'Co.',
      'Ltd',
      '&',
      'общество',
      'S.A.',
      ',',
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => name.trim() === '' || companyKey(name) !== ''),
    );
    fc.assert(fc.property(fc.array(word, { minLength: 1 }), (words) => companyKey(words.join(' ')) !== ''));
  });
});
