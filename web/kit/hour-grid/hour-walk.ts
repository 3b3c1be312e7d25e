// Pure: where the arrows lead in a grid of hours. A day's stops from top to bottom: its whole-day things, the free part of that row,
// then things and free half hours as they follow.
import { quarter } from './hour-axis.ts';
import type { Lying } from './overlaps.ts';

/** `key` null: nothing stands there. `place` null: the row of the whole day. */
export type Stop = { day: string; key: string | null; place: number | null };

const half = 30 / quarter;

export type WalkedDay = { day: string; whole: string[]; lying: Lying[] };

export function stopsOf({ day, whole, lying }: WalkedDay, length: number): Stop[] {
  const top = [...whole, null].map((key) => ({ day, key, place: null }));
  const hours: { key: string | null; place: number }[] = lying.map(({ key, from }) => ({ key, place: from }));
  for (let place = 0; place < length; place += half)
    if (!lying.some(({ from, to }) => from < place + half && place < to)) hours.push({ key: null, place });
  hours.sort((one, other) => one.place - other.place);
  return [...top, ...hours.map((stop) => ({ day, ...stop }))];
}

/** Which of the stops one stands at: the same thing, or the nearest place. */
export function indexOf(stops: Stop[], { key, place }: Stop): number {
  const same = key === null ? -1 : stops.findIndex((stop) => stop.key === key);
  if (same >= 0) return same;
  if (place === null) return stops.findIndex((stop) => stop.place === null && stop.key === null);
  let best = 0;
  const far = (at: number) => Math.abs((stops[at]?.place ?? Number.POSITIVE_INFINITY) - place);
  for (let at = 1; at < stops.length; at++) if (far(at) < far(best)) best = at;
  return best;
}

export type Way = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** Where a key leads; `step` -1 or 1: out of the days to the left or right. */
export function walkStops(
  days: WalkedDay[],
  from: Stop,
  { way, length }: { way: Way; length: number },
): Stop | { step: -1 | 1 } {
  const at = Math.max(
    0,
    days.findIndex(({ day }) => day === from.day),
  );
  const stops = (n: number) => stopsOf(days[n] as WalkedDay, length);
  if (way === 'ArrowLeft' || way === 'ArrowRight') {
    const next = at + (way === 'ArrowLeft' ? -1 : 1);
    if (!days[next]) return { step: way === 'ArrowLeft' ? -1 : 1 };
    const beside = stops(next);
    return beside[indexOf(beside, { ...from, key: null })] as Stop;
  }
  const here = stops(at);
  if (way === 'Home') return here[0] as Stop;
  if (way === 'End') return here.at(-1) as Stop;
  const next = indexOf(here, from) + (way === 'ArrowUp' ? -1 : 1);
  return here[Math.min(Math.max(next, 0), here.length - 1)] as Stop;
}

export type MoveDeed = 'earlier' | 'later' | 'dayBefore' | 'dayAfter' | 'longer' | 'shorter' | 'wholeDay';

type Press = Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** What a key does with the thing one stands at; null: nothing. By physical key, so that the Russian layout works. */
export function moveDeed({ code, key, altKey, shiftKey, ctrlKey, metaKey }: Press): MoveDeed | null {
  if (ctrlKey || metaKey) return null;
  const moves: Record<string, MoveDeed> = {
    ArrowUp: 'earlier',
    ArrowDown: 'later',
    ArrowLeft: 'dayBefore',
    ArrowRight: 'dayAfter',
  };
  const sizes: Record<string, MoveDeed> = { ArrowUp: 'shorter', ArrowDown: 'longer' };
  if (altKey) return shiftKey ? null : (moves[key] ?? null);
  if (shiftKey) return sizes[key] ?? null;
  return code === 'KeyH' ? 'wholeDay' : null;
}
