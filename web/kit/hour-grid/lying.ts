// Pure: where the things of a day lie on its axis. A short one takes as much room as its line of text needs.
import { type Axis, placeAt } from './hour-axis.ts';
import type { HourItem } from './hour-types.ts';
import type { Lying } from './overlaps.ts';

const leastQuarters = 1.5;

export function lyingOf(axis: Axis, items: HourItem[]): Lying[] {
  return items.flatMap(({ key, day, start, minutes }) => {
    if (start === null) return [];
    const from = Math.min(placeAt(axis, day, start), axis.marks.length - leastQuarters);
    const end = start + minutes * 60_000;
    return [{ key, from, to: Math.max(placeAt(axis, day, end), from + leastQuarters) }];
  });
}
