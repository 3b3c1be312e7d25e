// Columns of an interval, what a day holds, and the holidays of countries.
import { describe, expect, it } from 'vitest';
import { publicDays } from './public-days.ts';
import { capacitiesOf, type Holidays, spansOf, usualDay, usualWeek } from './rules.ts';
import { russianDays } from './russian-days.ts';

describe('K-02 columns', () => {
  it.each([
    ['2026-11-24', '2026-11-24', 'day', 1],
    ['2026-11-24', '2027-01-22', 'day', 60],
    ['2026-11-24', '2027-01-23', 'week', 9],
    ['2026-01-01', '2026-12-31', 'month', 12],
    ['2024-02-28', '2024-03-01', 'day', 3],
  ])('%s to %s: %s × %i', (from, to, step, count) => {
    const columns = spansOf({ from, to });
    expect([columns.step, columns.spans.length]).toEqual([step, count]);
    expect([columns.spans[0]?.from, columns.spans.at(-1)?.to]).toEqual([from, to]);
  });

  it('weeks begin on Monday and leave no day out', () => {
    const { spans } = spansOf({ from: '2026-11-24', to: '2027-02-01' });
    expect(spans.slice(0, 2)).toEqual([
      { from: '2026-11-24', to: '2026-11-29' },
      { from: '2026-11-30', to: '2026-12-06' },
    ]);
  });
});

const one = (day: string) => [{ from: day, to: day }];
const none: Holidays = new Map();

describe('K-01 capacity', () => {
  it('is the hours of the week without the pause', () => {
    expect(capacitiesOf(one('2026-11-24'), { week: usualWeek, absences: [] }, none)).toEqual([480]);
    expect(capacitiesOf(one('2026-11-28'), { week: usualWeek, absences: [] }, none)).toEqual([0]);
  });

  it('a holiday holds nothing, a moved working Saturday as much as a usual day', () => {
    const holidays: Holidays = new Map([
      ['2026-11-04', { name: 'Праздник', working: false }],
      ['2026-11-28', { name: 'Рабочая суббота', working: true }],
    ]);
    const days = [...one('2026-11-04'), ...one('2026-11-28')];
    expect(capacitiesOf(days, { week: usualWeek, absences: [] }, holidays)).toEqual([0, 480]);
  });

  it('an absence holds nothing on any of its days', () => {
    const person = { week: usualWeek, absences: [{ from: '2026-11-23', to: '2026-11-25' }] };
    expect(capacitiesOf([{ from: '2026-11-23', to: '2026-11-29' }], person, none)).toEqual([960]);
  });

  it('a short week of one’s own counts', () => {
    const week = [{ ...usualDay, to: 14 * 60, pause: 0 }, null, null, null, null, null, null];
    expect(capacitiesOf([{ from: '2026-11-23', to: '2026-11-29' }], { week, absences: [] }, none)).toEqual([
      300,
    ]);
  });
});

describe('K-01 public holidays', () => {
  const days = async (country: string, year: number) =>
    new Map((await publicDays(country, year, 'en')).map(({ day, working }) => [day, working]));

  it('of Russia, with the days off that were moved', async () => {
    const year = await days('RU', 2026);
    for (const day of [
      '2026-01-01',
      '2026-01-05',
      '2026-01-09',
      '2026-03-09',
      '2026-05-11',
      '2026-11-04',
      '2026-12-31',
    ])
      expect([day, year.get(day)]).toEqual([day, false]);
    expect(year.has('2026-01-12')).toBe(false);
    expect((await days('RU', 2025)).get('2025-11-01')).toBe(true);
    expect((await days('RU', 2025)).has('2025-02-24')).toBe(false);
  });

  it('of Russia in a year that no decree here names: a weekend gives the next working day', async () => {
    const year = await days('RU', 2027);
    expect([year.get('2027-05-03'), year.get('2027-05-10'), year.get('2027-06-14')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('of Russia, by name in the language of the firm', async () => {
    const names = (locale: 'ru' | 'en') =>
      new Map(
        [2025, 2026, 2027].flatMap((year) => russianDays(year, locale)).map(({ day, name }) => [day, name]),
      );
    const [english, russian] = [names('en'), names('ru')];
    expect(english.get('2026-11-04')).toBe('National Unity Day');
    expect(russian.get('2026-11-04')).toBe('День народного единства');
    expect([...english.values()].filter((name) => /\p{Script=Cyrillic}/u.test(name))).toEqual([]);
    expect((await publicDays('RU', 2026, 'en')).at(0)?.name).toBe('New Year’s Day');
  });

  it('of other countries, once a day', async () => {
    expect((await days('US', 2026)).get('2026-11-26')).toBe(false);
    expect((await days('DE', 2026)).get('2026-10-03')).toBe(false);
    expect((await days('XX', 2026)).size).toBe(0);
  });

  it('of other countries, all days that a holiday lasts', async () => {
    const armenian = await days('AM', 2026);
    expect(['01', '02', '03', '04', '05'].map((day) => armenian.get(`2026-01-${day}`))).toEqual(
      Array(5).fill(false),
    );
    expect((await days('MD', 2026)).get('2026-01-08')).toBe(false);
    expect((await days('DE', 2026)).has('2026-10-04')).toBe(false);
  });
});
