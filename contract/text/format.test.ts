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
