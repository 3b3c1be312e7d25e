// The axis of hours over ordinary days, days of 23 and of 25 hours, and days that have no midnight.
import { describe, expect, it } from 'vitest';
import { axisOf, holesOf, momentAt, placeAt, placeOfClock } from './hour-axis.ts';

const moment = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const berlin = 'Europe/Berlin';

describe('K-08 the axis of hours', () => {
  it('has 96 quarters on ordinary days, and finds a moment and its place again', () => {
    const axis = axisOf(['2026-11-23', '2026-11-24'], 'Asia/Almaty');
    expect(axis.marks).toHaveLength(96);
    const at = moment('2026-11-24T05:30:00Z'); // 10:30 in Almaty
    expect(placeAt(axis, '2026-11-24', at)).toBe(42);
    expect(momentAt(axis, '2026-11-24', 42)).toBe(at);
    expect(holesOf(axis, '2026-11-24')).toEqual([]);
    expect(placeOfClock(axis, 9 * 60)).toBe(36);
    expect(placeOfClock(axis, 1440)).toBe(96);
  });

  it('gives an hour that comes twice two places; the other days of the week have a hole there', () => {
    const axis = axisOf(['2026-10-24', '2026-10-25', '2026-10-26'], berlin);
    expect(axis.marks).toHaveLength(100);
    expect(placeAt(axis, '2026-10-25', moment('2026-10-25T00:30:00Z'))).toBe(10); // 2:30 in summer
    expect(placeAt(axis, '2026-10-25', moment('2026-10-25T01:30:00Z'))).toBe(14); // 2:30 in winter
    expect(momentAt(axis, '2026-10-25', 14)).toBe(moment('2026-10-25T01:30:00Z'));
    expect(holesOf(axis, '2026-10-26')).toEqual([{ from: 12, to: 16 }]);
    expect(placeAt(axis, '2026-10-26', moment('2026-10-26T09:00:00Z'))).toBe(44); // 10:00
    expect(momentAt(axis, '2026-10-26', 44)).toBe(moment('2026-10-26T09:00:00Z'));
  });

  it('leaves a hole for an hour that is skipped; what is put there starts when the clock has jumped', () => {
    const axis = axisOf(['2026-03-28', '2026-03-29'], berlin);
    expect(axis.marks).toHaveLength(96);
    expect(holesOf(axis, '2026-03-29')).toEqual([{ from: 8, to: 12 }]);
    expect(momentAt(axis, '2026-03-29', 9)).toBe(moment('2026-03-29T01:00:00Z')); // 3:00
    expect(placeAt(axis, '2026-03-29', moment('2026-03-29T08:00:00Z'))).toBe(40); // 10:00
    expect(placeAt(axis, '2026-03-29', moment('2026-03-29T22:00:00Z'))).toBe(96);
    expect(axisOf(['2026-03-29'], berlin).marks).toHaveLength(92);
  });

  it('reaches days beside it, and days whose midnight is skipped', () => {
    const axis = axisOf(['2026-11-23'], berlin);
    expect(momentAt(axis, '2026-11-24', 40)).toBe(moment('2026-11-24T09:00:00Z'));
    const beirut = axisOf(['2026-03-28', '2026-03-29'], 'Asia/Beirut');
    expect(holesOf(beirut, '2026-03-29')).toEqual([{ from: 0, to: 4 }]);
    expect(momentAt(beirut, '2026-03-29', 0)).toBe(moment('2026-03-28T22:00:00Z'));
  });
});
