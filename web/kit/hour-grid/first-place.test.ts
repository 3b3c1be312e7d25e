// What one sees first of some days by hours: work and things before it; the now, where there is no room for both.
import { describe, expect, it } from 'vitest';
import { firstPlace } from './first-place.ts';
import { axisOf, momentAt, sameClock } from './hour-axis.ts';
import type { HourDay, HourItem } from './hour-types.ts';

const day = '2026-11-24';
const axis = axisOf([day], 'Europe/Moscow');
const at = (hour: number) => momentAt(axis, day, hour * 4);
const dayOf = (today: boolean): HourDay => ({
  day,
  today,
  label: '24',
  sub: 'вт',
  title: '',
  off: false,
  note: '',
  away: false,
  work: { from: 540, to: 1080 },
  houseWork: null,
  count: 0,
});
const item = (hour: number) => ({ key: `${hour}`, day, start: at(hour) }) as HourItem;
const first = (today: boolean, hours: number[], { now, seen }: { now: number; seen: number }) =>
  firstPlace({ axis, days: [dayOf(today)], items: hours.map(item), now: at(now), seen }) / 4;

describe('K-08 the hours open', () => {
  it('half an hour before the work, or before the first thing where that is earlier', () => {
    expect(first(false, [], { now: 12, seen: 40 })).toBe(8.5);
    expect(first(false, [12], { now: 12, seen: 40 })).toBe(8.5);
    expect(first(false, [6, 12], { now: 12, seen: 40 })).toBe(5.5);
    expect(first(false, [0], { now: 12, seen: 60 })).toBe(0);
    expect(first(false, [0], { now: 12, seen: 40 })).toBe(3);
    expect(first(false, [0], { now: 12, seen: 10 })).toBe(8.5);
  });

  it('today too, as long as the now is in sight with it; else three hours before the now', () => {
    expect(first(true, [10], { now: 17, seen: 40 })).toBe(8.5);
    expect(first(true, [10], { now: 20, seen: 40 })).toBe(17);
    expect(first(true, [10], { now: 17, seen: 20 })).toBe(14);
    expect(first(true, [19], { now: 6, seen: 40 })).toBe(8.5);
  });
});

describe('K-08 where one stands', () => {
  const spring = axisOf(['2027-03-28'], 'Europe/Berlin');
  const usual = axisOf(['2027-03-29'], 'Europe/Berlin');
  const autumn = axisOf(['2026-10-25'], 'Europe/Berlin');

  it('keeps its clock from a day of 23 or 25 hours to another one', () => {
    expect([spring, usual, autumn].map(({ marks }) => marks.length)).toEqual([92, 96, 100]);
    expect(sameClock(usual, 36, autumn)).toBe(40);
    expect(sameClock(autumn, 40, usual)).toBe(36);
    expect(sameClock(usual, 36, spring)).toBe(32);
    expect(sameClock(usual, null, spring)).toBeNull();
  });
});
