// Whether two clients are one by their names.
import { describe, expect, it } from 'vitest';
import { clientColumns } from '../clients/index.ts';
import { bestMatch, keyWords, likeness, type RowKeys } from './match-client.ts';
import { keysIn } from './settle-client.ts';

const keys = (name: string, more: { inn?: string; phones?: { value: string }[] } = {}): RowKeys =>
  keysIn(clientColumns({ name, ...more }, 'RU'), true);
const areOne = (one: RowKeys, other: RowKeys) => likeness(one, other) > 0;

describe('Z-05 C-06 names of companies', () => {
  it.each([
    ['АО Кварц', 'ООО Кварц', false],
    ['ООО «Кварц»', 'ИП Кварц', false],
    ['АО «Кварц»', 'Индивидуальный предприниматель Кварц', false],
    ['ЗАО Кварц', 'АО «КВАРЦ»', true], // one company before and after the law of 2014
    ['ООО Кварц', 'Кварц', true],
    ['OOO Kvarc', 'Kvarc LLC', true],
    ['Кварц', 'кварц', true],
    ['Y-corporation', 'Y-Corporation', true],
    ['Y-corporation', 'Y Ltd', false],
    ['ООО Я', 'ООО «Я»', false], // one letter means nothing unless the names are written alike
    ['ООО Я', 'ооо я', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(areOne(keys(one), keys(other))).toBe(expected);
    const share = keyWords(keys(one)).some((word) => keyWords(keys(other)).includes(word));
    if (expected) expect(share).toBe(true);
  });

  it('with other legal forms are one where a strong key says so', () => {
    const inn = '7707083893';
    expect(areOne(keys('АО Кварц', { inn }), keys('ООО Кварц', { inn }))).toBe(true);
    const phones = [{ value: '+7 921 111-22-33' }];
    expect(areOne(keys('АО Кварц', { phones }), keys('ИП Кварц', { phones }))).toBe(true);
  });

  it('that are equally like: the one that is written so is meant', () => {
    const known = ['ООО «ТД Гранит»', 'ООО Гранит'].map((name, id) => ({ ...keys(name), id, seen: true }));
    expect(bestMatch(keys('ооо гранит'), known)?.client.id).toBe(1);
  });
});
