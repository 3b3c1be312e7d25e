// Formatters of the language's own rules.
import { describe, expect, it } from 'vitest';
import { dateFormat } from './intl.ts';

const november = new Date('2026-11-24T21:30:00Z');

describe('R-07 the language’s own formatters', () => {
  it('are made once for each zone and language', () => {
    const day = dateFormat('ru', { dateStyle: 'short', timeZone: 'Europe/Moscow' });
    expect(dateFormat('en', { dateStyle: 'short', timeZone: 'Europe/Moscow' })).not.toBe(day);
    expect(dateFormat('ru', { dateStyle: 'short', timeZone: 'Europe/Berlin' })).not.toBe(day);
    expect(dateFormat('ru', { dateStyle: 'short', timeZone: 'Europe/Moscow' })).toBe(day);
  });

  it('write the day before the month in English too', () => {
    const short = { dateStyle: 'short', timeZone: 'Europe/Moscow' } as const;
    expect(dateFormat('en', short).format(november)).toBe('25/11/2026');
    expect(dateFormat('ru', short).format(november)).toBe('25.11.2026');
  });
});
