// How full days are, and what moves between them come to: reckoned by the server for what it proposes, by the screen for what is chosen of it.

import type { FilledDay } from './calendar.ts';

export type Fill = {
  /** Days with more work than they hold, days off with work among them. */
  overfull: number;
  /** Minutes of work beyond what its days hold. */
  over: number;
  /** Of the days that hold work the fullest, load by capacity in percent. */
  fullest: number;
};

/** Load by capacity; work on a day that holds none is beyond measure. */
export function fullness({ load, capacity }: { load: number; capacity: number }): number {
  if (load === 0) return 0;
  return capacity === 0 ? Number.POSITIVE_INFINITY : load / capacity;
}

/** Minutes of work on days that hold none, before these moves and after. */
export function workOnDaysOff(
  days: FilledDay[],
  moves: { minutes: number; from: string; to: string }[],
): { before: number; after: number } {
  const off = new Set(days.filter(({ capacity }) => capacity === 0).map(({ day }) => day));
  const sum = (minutes: number[]) => minutes.reduce((all, one) => all + one, 0);
  const before = sum(days.filter(({ day }) => off.has(day)).map(({ load }) => load));
  const leaving = sum(moves.map(({ minutes, from }) => (off.has(from) ? minutes : 0)));
  const coming = sum(moves.map(({ minutes, to }) => (off.has(to) ? minutes : 0)));
  return { before, after: before - leaving + coming };
}

/** What the days come to once these moves are made; moves from and to days that are not given leave those given as they are. */
export function fillAfter(days: FilledDay[], moves: { minutes: number; from: string; to: string }[]): Fill {
  const loads = new Map(days.map(({ day, load }) => [day, load]));
  for (const { minutes, from, to } of moves) {
    loads.set(from, (loads.get(from) ?? 0) - minutes);
    loads.set(to, (loads.get(to) ?? 0) + minutes);
  }
  const filled = days.map(({ day, capacity }) => ({ load: loads.get(day) ?? 0, capacity }));
  const full = filled.map(fullness);
  return {
    overfull: full.filter((each) => each > 1).length,
    over: filled.reduce((sum, { load, capacity }) => sum + Math.max(0, load - capacity), 0),
    fullest: Math.round(Math.max(0, ...full.filter(Number.isFinite)) * 100),
  };
}
