// Moving by quarters, days and edges, over clock changes too; and where the arrows lead.
import { describe, expect, it } from 'vitest';
import { axisOf } from './hour-axis.ts';
import { dropped, moved, resized, stretched } from './hour-move.ts';
import type { HourDay, Slot } from './hour-types.ts';
import { moveDeed, stopsOf, walkStops } from './hour-walk.ts';

const moment = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const berlin = axisOf(['2026-03-28', '2026-03-29'], 'Europe/Berlin');
const slot = (text: string, minutes = 30): Slot => ({ day: text.slice(0, 10), start: moment(text), minutes });
const days = [{ day: '2026-03-28', work: { from: 600, to: 1080 } }] as HourDay[];
const clockOf = ({ start }: Slot) =>
  start === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(start)
        .toZonedDateTimeISO('Europe/Berlin')
        .toPlainTime()
        .toString();

describe('K-08 moving', () => {
  it('goes by quarters, days, to the whole day and back to when work begins', () => {
    const ten = slot('2026-03-28T09:00:00Z');
    expect(clockOf(moved(berlin, ten, 'later', days))).toBe('10:15:00');
    expect(clockOf(moved(berlin, ten, 'earlier', days))).toBe('09:45:00');
    expect(moved(berlin, ten, 'wholeDay', days)).toEqual({ day: '2026-03-28', start: null, minutes: 30 });
    expect(clockOf(moved(berlin, { ...ten, start: null }, 'later', days))).toBe('10:00:00');
    expect(moved(berlin, { ...ten, minutes: 50 }, 'longer', days).minutes).toBe(60);
    expect(moved(berlin, { ...ten, minutes: 50 }, 'shorter', days).minutes).toBe(45);
    expect(moved(berlin, { ...ten, minutes: 15 }, 'shorter', days).minutes).toBe(15);
  });

  it('keeps the clock over a change of it, and steps over an hour that is skipped both ways', () => {
    const next = moved(berlin, slot('2026-03-28T09:00:00Z'), 'dayAfter', days);
    expect([next.day, clockOf(next)]).toEqual(['2026-03-29', '10:00:00']);
    expect(clockOf(moved(berlin, slot('2026-03-28T09:07:00Z'), 'dayAfter', days))).toBe('10:07:00');
    expect(clockOf(moved(berlin, slot('2026-03-28T09:07:00Z'), 'later', days))).toBe('10:15:00');
    const beforeJump = slot('2026-03-29T00:45:00Z'); // 1:45
    const after = moved(berlin, beforeJump, 'later', days);
    expect(clockOf(after)).toBe('03:00:00');
    expect(clockOf(moved(berlin, after, 'earlier', days))).toBe('01:45:00');
  });

  it('drops where it is held, resizes to real minutes, draws a new stretch', () => {
    const ten = slot('2026-03-28T09:00:00Z', 60);
    expect(clockOf(dropped(berlin, ten, { day: '2026-03-28', place: 46.2 }, 2))).toBe('11:00:00');
    expect(dropped(berlin, ten, { day: '2026-03-29', place: null }, 2)).toEqual({
      day: '2026-03-29',
      start: null,
      minutes: 60,
    });
    expect(resized(berlin, ten, 47.6).minutes).toBe(120);
    expect(resized(berlin, ten, 10).minutes).toBe(15);
    expect(resized(berlin, slot('2026-03-29T00:00:00Z'), 16).minutes).toBe(120); // 1:00 to 4:00 by the clock
    expect(stretched(berlin, '2026-03-28', 43.5, 40.2)).toEqual(slot('2026-03-28T09:00:00Z', 60));
  });
});

describe('K-08 walking', () => {
  const monday = { day: '2026-03-28', whole: ['w'], lying: [{ key: 'a', from: 40, to: 44 }] };
  const sunday = { day: '2026-03-29', whole: [], lying: [] };
  const walk = (
    from: { key: string | null; place: number | null },
    way: 'ArrowDown' | 'ArrowUp' | 'ArrowRight',
  ) => walkStops([monday, sunday], { day: monday.day, ...from }, { way, length: 96 });

  it('stops at what stands there and at free half hours', () => {
    const stops = stopsOf(monday, 96);
    expect(stops.slice(0, 3)).toEqual([
      { day: monday.day, key: 'w', place: null },
      { day: monday.day, key: null, place: null },
      { day: monday.day, key: null, place: 0 },
    ]);
    expect(stops).toHaveLength(2 + 48 - 2 + 1);
    expect(walk({ key: null, place: 38 }, 'ArrowDown')).toMatchObject({ key: 'a' });
    expect(walk({ key: 'a', place: 40 }, 'ArrowDown')).toMatchObject({ key: null, place: 44 });
    expect(walk({ key: 'w', place: null }, 'ArrowUp')).toMatchObject({ key: 'w' });
    expect(walk({ key: 'a', place: 40 }, 'ArrowRight')).toEqual({ day: sunday.day, key: null, place: 40 });
    expect(
      walkStops([sunday], { day: sunday.day, key: null, place: 0 }, { way: 'ArrowLeft', length: 96 }),
    ).toEqual({ step: -1 });
  });

  it('knows its keys by their place on the keyboard', () => {
    const press = (key: string, more: object = {}) =>
      moveDeed({ key, code: key, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...more });
    expect(press('ArrowDown', { altKey: true })).toBe('later');
    expect(press('ArrowDown', { shiftKey: true })).toBe('longer');
    expect(press('р', { code: 'KeyH' })).toBe('wholeDay');
    expect(press('ArrowDown')).toBeNull();
    expect(press('h', { code: 'KeyH', ctrlKey: true })).toBeNull();
  });
});
