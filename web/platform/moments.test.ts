// What a person in another zone than the firm types, and what they read of it.
import { describe, expect, it } from 'vitest';
import { fromMoment, toMoment } from './moments.ts';

const berlin = { timeZone: 'Europe/Berlin', dayZone: 'Europe/Moscow' };
const vladivostok = { timeZone: 'Asia/Vladivostok', dayZone: 'Europe/Moscow' };
const firmDay = '2026-11-23T21:00:00Z'; // the start of the 24th in Moscow

describe('W-03 a person in another zone than the firm', () => {
  it('types a day that is the same day for everybody, and an hour of their own', () => {
    const date = Temporal.PlainDate.from('2026-11-24');
    for (const format of [berlin, vladivostok]) {
      expect(fromMoment({ date, time: null }, format)).toEqual({ at: firmDay, hasTime: false });
      expect(toMoment(firmDay, false, format)?.date.toString()).toBe('2026-11-24');
    }
    const typed = fromMoment({ date, time: new Temporal.PlainTime(10) }, vladivostok);
    expect(typed).toEqual({ at: '2026-11-24T00:00:00Z', hasTime: true });
    expect(toMoment(typed.at, true, vladivostok)?.time?.toString()).toBe('10:00:00');
  });
});
