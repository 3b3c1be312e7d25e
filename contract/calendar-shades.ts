// Pure: how strong a cell's background is by its number of tasks, so that ordinary days differ though one of them is far beyond.
import type { CalendarCell } from './kit/calendar-line.ts';

export type Shade = CalendarCell['shade'];

export const shadeSteps = 5;
/** Up to so many tasks a step is a task: a calendar of ones alone is not dark all over. */
const fewAtMost = 5;
/** Of the cells with something in them: the rest are beyond the usual, and the strongest shade is theirs alone. */
const usualShare = 0.95;

/** Within the steps; what there is has at least the palest. */
export const shadeOfShare = (share: number, steps = shadeSteps) =>
  Math.min(Math.max(Math.ceil(share * steps), 1), steps) as Shade;

/**
 * The shade of each count that these cells hold, never paler for more. Counts up to the usual most are held against it; where that would
 * make them alike, their place among the counts that occur tells them apart.
 */
export function shadesByCount(counts: number[]): Map<number, Shade> {
  const sorted = counts.filter((count) => count > 0).sort((one, other) => one - other);
  const most = sorted[Math.ceil(sorted.length * usualShare) - 1] ?? 0;
  const occurring = [...new Set(sorted)];
  const last = occurring.indexOf(most);
  const steps = last < occurring.length - 1 ? shadeSteps - 1 : shadeSteps;
  return new Map(
    occurring.map((count, place) => {
      if (place > last) return [count, shadeSteps as Shade];
      const amongOthers = 1 + Math.round((place * (steps - 1)) / Math.max(last, 1));
      const ofMost = shadeOfShare(count / Math.max(most, fewAtMost), steps);
      return [count, Math.max(amongOthers, ofMost) as Shade];
    }),
  );
}
