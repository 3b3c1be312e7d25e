// Clocks of working hours.
import { describe, expect, it } from 'vitest';
import type { Week } from '../../../contract/calendar.ts';
import { clockOf } from '../../../contract/text/clock.ts';
import {
  begunAnew,
  daysMeanwhile,
  daysWritten,
  emptyDays,
  minutesOf,
  usualHours,
  weekOver,
} from './week-hours.ts';

describe('W-03 working hours', () => {
  it('read as they are shown', () => {
    for (const minutes of [0, 1, 540, 1439, 1440]) expect(minutesOf(clockOf(minutes))).toBe(minutes);
    expect(['9', '9:30', '09.30', '930', '24:00'].map(minutesOf)).toEqual([540, 570, 570, 570, 1440]);
    expect(['', '9:5', '24:01', '9:60', '25', 'утро'].map(minutesOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('days that are written lie over those that a colleague changes meanwhile', () => {
    const off: Week = [null, null, null, null, null, null, null];
    const mine = off.with(1, usualHours);
    const written = daysWritten(off, mine, {});
    expect(written).toEqual({ 1: { mine: usualHours, before: null } });
    const theirs = off.with(4, usualHours);
    expect(weekOver(theirs, written)).toEqual(theirs.with(1, usualHours));
    expect(daysMeanwhile(theirs, written)).toEqual([]);
    expect(daysWritten(mine, mine, {})).toEqual({});
  });

  it('a day that a colleague changes while it is being written is named once, and then one’s own goes over it', () => {
    const all: Week = Array(7).fill(usualHours);
    const shorter = { ...usualHours, to: 960 };
    const written = daysWritten(all, all.with(0, null).with(1, shorter), {});
    const theirs = all.with(0, shorter).with(1, shorter);
    expect(daysMeanwhile(theirs, written)).toEqual([0]);
    // More of it is written after the colleague's change: it was begun before.
    const more = daysWritten(theirs, weekOver(theirs, written).with(0, { ...usualHours, to: 720 }), written);
    expect(daysMeanwhile(theirs, more)).toEqual([0]);
    expect(daysMeanwhile(theirs, begunAnew(theirs, more))).toEqual([]);
    expect(weekOver(theirs, begunAnew(theirs, more))).toEqual(weekOver(theirs, more));
  });

  it('a day that ends before it begins, or is all break, holds nothing', () => {
    const week = [
      usualHours,
      { from: 600, to: 540, pause: 0 },
      null,
      { from: 600, to: 660, pause: 60 },
      null,
      null,
      null,
    ];
    expect(emptyDays(week)).toEqual([1, 3]);
  });
});
