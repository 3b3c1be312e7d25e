// Names and lines as they come from keyboards and pastes: one line, nothing unseen at the ends, something to see.
import { describe, expect, it } from 'vitest';
import { addressText, lineText, moment, nameText, tagsList } from './fields.ts';

describe('C-01 T-01 tags', () => {
  it('stand once each, in the order they were given in', () => {
    expect(tagsList().parse(['опт', ' юбилей', 'опт ', 'юбилей'])).toEqual(['опт', 'юбилей']);
  });
});

describe('C-01 D-06 a name', () => {
  it.each([
    ['  ООО «Гранит»  ', 'ООО «Гранит»'],
    ['ООО «Гранит»\r\nотдел сбыта', 'ООО «Гранит» отдел сбыта'],
    ['Улица\tдом \u2028 квартира', 'Улица дом квартира'],
    ['\ufeff\u200fשלום\u200e\u00a0', 'שלום'],
    ['\u200bАнна\u2060 \u00ad', 'Анна'],
    ['👩\u200d💻', '👩\u200d💻'],
    ['—', '—'],
  ])('%j is kept as %j', (given, kept) => {
    expect(nameText().parse(given)).toBe(kept);
    expect(lineText().parse(given)).toBe(kept);
  });

  it.each(['', ' \n ', '\u200b', '\u202e\u202c', '\u3164', '\u2800\u2800', '\u0301', '\u00ad\ufeff'])(
    '%j has nothing to see and is none',
    (given) => {
      expect(nameText().safeParse(given).success).toBe(false);
    },
  );

  it('is as long as what is kept of it', () => {
    expect(nameText(4).safeParse('\u200bАнна\n').success).toBe(true);
    expect(nameText(3).safeParse('Анна').success).toBe(false);
  });
});

describe('C-01 an address', () => {
  it.each([
    ['Псков, Ленина, 1\r\nофис 3', 'Псков, Ленина, 1, офис 3'],
    ['180000,\n Псков;\n\nЛенина, 1\n', '180000, Псков, Ленина, 1'],
    ['\n12 High St\u2028York', '12 High St, York'],
  ])('%j is kept as %j', (given, kept) => {
    expect(addressText().parse(given)).toBe(kept);
  });
});

describe('T-01 a moment', () => {
  it('falls on a day of 1900 to 2200 somewhere on earth', () => {
    const fits = (text: string) => moment().safeParse(text).success;
    expect(['1899-12-31T10:00:00Z', '2201-01-01T11:59:59Z', '1900-01-01T00:00:00+14:00'].map(fits)).toEqual(
      Array(3).fill(true),
    );
    expect(['1899-12-31T09:59:59Z', '2201-01-01T12:00:00Z', '2200-12-32T00:00:00Z'].map(fits)).toEqual(
      Array(3).fill(false),
    );
  });
});
