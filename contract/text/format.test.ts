// Dates as people say them and as paper needs them.
import { describe, expect, it } from 'vitest';
import { formatFor } from './format.ts';

const words = { yesterday: 'вчера', today: 'сегодня', tomorrow: 'завтра' };
const ru = formatFor('ru', 'Europe/Moscow', words);
const en = formatFor('en', 'Europe/Moscow', words);

describe('P-02 dates on paper', () => {
  it('are exact, even today', () => {
    const now = Temporal.Now.instant().toString();
    expect(ru.moment(now, false)).toBe('сегодня');
    expect(ru.paperMoment(now, false)).toContain(String(Temporal.Now.plainDateISO('Europe/Moscow').year));
  });

  it('name weekday, day, month, year and hour', () => {
    expect(ru.paperMoment('2026-11-24T06:00:00Z')).toBe('вт 24 нояб. 2026, 09:00');
    expect(ru.paperMoment('2026-11-24T06:00:00Z', false)).toBe('вт 24 нояб. 2026');
    expect(en.paperMoment('2026-11-24T06:00:00Z')).toBe('Tue 24 Nov 2026, 09:00');
    expect(ru.paperDay('2026-11-24')).toBe('24 нояб. 2026');
  });
});

describe('titles of days', () => {
  const thisYear = String(Temporal.Now.plainDateISO('Europe/Moscow').year);
  const day = (rest: string) => `${thisYear}-${rest}`;

  it('say a year only where it is another one', () => {
    expect(ru.longDay(day('11-24'))).toMatch(/^\p{L}+, 24 ноября$/u);
    expect(en.longDay('2019-11-26')).toMatch(/26 November 2019/);
    expect(ru.longDay('2019-11-26')).toBe('вторник, 26 ноября 2019 г.');
    expect(ru.wholeDay(day('11-24'))).toContain(thisYear);
  });

  it('say the month of an interval once', () => {
    expect(ru.days(day('11-23'), day('11-29'))).toBe('23–29 нояб.');
    expect(ru.days(day('10-28'), day('11-03'))).toBe('28 окт. – 3 нояб.');
    expect(en.days('2019-11-25', '2019-11-30')).toBe('25–30 Nov 2019');
    expect(ru.days('2019-12-30', '2020-01-05')).toBe('30 дек. 2019 – 5 янв. 2020');
  });
});

describe('W-03 a person in another zone than the firm', () => {
  const berlin = formatFor('en', 'Europe/Berlin', words, 'Europe/Moscow');
  const vladivostok = formatFor('en', 'Asia/Vladivostok', words, 'Europe/Moscow');
  const firmDay = '2026-11-23T21:00:00Z'; // the start of the 24th in Moscow

  it('reads a task without an hour on the day of the firm', () => {
    for (const format of [berlin, vladivostok]) {
      expect(format.paperMoment(firmDay, false)).toBe('Tue 24 Nov 2026');
      expect(format.exact(firmDay, false)).toContain('24 November 2026');
      expect(format.planDay(firmDay)).toBe('2026-11-24');
      expect(format.day('2026-11-24')).toContain('24 Nov');
    }
  });

  it('reads an hour by their own clock, and the firm’s beside it', () => {
    expect(berlin.clock('2026-11-24T06:00:00Z')).toBe('07:00');
    expect(vladivostok.exact('2026-11-24T20:00:00Z')).toMatch(
      /25 November 2026.*06:00 \(24 Nov.*23:00 Europe\/Moscow\)/,
    );
    expect(en.exact('2026-11-24T20:00:00Z')).not.toContain('Moscow');
  });
});
