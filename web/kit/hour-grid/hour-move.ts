// Pure: what a move makes of where a thing stands, in quarters of an hour.
import { type Axis, dayAfter, momentAt, placeAt, placeOfClock, quarter } from './hour-axis.ts';
import type { HourDay, Slot } from './hour-types.ts';
import type { MoveDeed } from './hour-walk.ts';

export const shortest = quarter; // minutes
/** When a day begins of which nobody has said it. */
export const usualStart = 9 * 60; // minutes of the clock

/** The hour that something without one gets: when the day's work begins. */
function firstHour(axis: Axis, day: string, days: HourDay[]): number {
  const work = days.find((each) => each.day === day)?.work;
  return momentAt(axis, day, placeOfClock(axis, work?.from ?? usualStart));
}

function byQuarters(axis: Axis, { day, start, minutes }: Slot, quarters: number): Slot {
  if (start === null) return { day, start, minutes };
  const here = placeAt(axis, day, start);
  const wanted = quarters > 0 ? Math.floor(here) + quarters : Math.ceil(here) + quarters;
  const place = Math.min(Math.max(wanted, 0), axis.marks.length - 1);
  const next = momentAt(axis, day, place);
  // In an hour that the clock skips there is nowhere to stand: one step earlier leads over it.
  const stuck = quarters < 0 && next >= start;
  return { day, minutes, start: stuck ? start + quarters * quarter * 60_000 : next };
}

/** Another day, by the same clock. */
export function onDay(axis: Axis, { day, start, minutes }: Slot, other: string): Slot {
  return {
    day: other,
    minutes,
    start: start === null ? null : momentAt(axis, other, placeAt(axis, day, start)),
  };
}

export function moved(axis: Axis, slot: Slot, deed: MoveDeed, days: HourDay[]): Slot {
  const size = (by: number) =>
    slot.start === null ? slot : { ...slot, minutes: Math.max(shortest, rounded(slot.minutes, by) + by) };
  switch (deed) {
    case 'earlier':
      return byQuarters(axis, slot, -1);
    case 'later':
      return slot.start === null
        ? { ...slot, start: firstHour(axis, slot.day, days) }
        : byQuarters(axis, slot, 1);
    case 'dayBefore':
      return onDay(axis, slot, dayAfter(slot.day, -1));
    case 'dayAfter':
      return onDay(axis, slot, dayAfter(slot.day, 1));
    case 'longer':
      return size(quarter);
    case 'shorter':
      return size(-quarter);
    case 'wholeDay':
      return { ...slot, start: slot.start === null ? firstHour(axis, slot.day, days) : null };
  }
}

/** So that a length that is no multiple of a quarter comes to one by the step. */
function rounded(minutes: number, by: number): number {
  return by > 0 ? Math.floor(minutes / quarter) * quarter : Math.ceil(minutes / quarter) * quarter;
}

export type Point = { day: string; place: number | null };

/** A thing taken `hold` quarters below its beginning and let go at a point. */
export function dropped(axis: Axis, slot: Slot, { day, place }: Point, hold: number): Slot {
  if (place === null) return { day, start: null, minutes: slot.minutes };
  const from = Math.min(Math.max(Math.round(place - hold), 0), axis.marks.length - 1);
  return { day, start: momentAt(axis, day, from), minutes: slot.minutes };
}

/** The lower edge drawn to a point of its own day. */
export function resized(axis: Axis, slot: Slot, place: number): Slot {
  if (slot.start === null) return slot;
  const end = momentAt(axis, slot.day, Math.round(place));
  return { ...slot, minutes: Math.max(shortest, Math.round((end - slot.start) / 60_000)) };
}

/** A stretch of free room drawn from one place to another. */
export function stretched(axis: Axis, day: string, from: number, to: number): Slot {
  const top = Math.floor(Math.min(from, to));
  const bottom = Math.max(top + 1, Math.ceil(Math.max(from, to)));
  const start = momentAt(axis, day, top);
  return { day, start, minutes: Math.max(shortest, (momentAt(axis, day, bottom) - start) / 60_000) };
}
