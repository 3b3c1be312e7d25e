// Pure: which quarter of the axis stands at the top when the hours are first seen.
import { type Axis, placeAt, placeOfClock } from './hour-axis.ts';
import { usualStart } from './hour-move.ts';
import type { HourDay, HourItem } from './hour-types.ts';

const beforeNow = 12; // quarters
const afterNow = 4; // quarters
const ofWork = 16; // quarters

type First = { axis: Axis; days: HourDay[]; items: HourItem[]; now: number; seen: number };

/**
 * Half an hour before the first work and the first thing of the days; later where four hours of the work, or the now, would otherwise be
 * out of sight. `now`: epoch milliseconds; `seen`: quarters that there is room for.
 */
export function firstPlace({ axis, days, items, now, seen }: First): number {
  const today = days.find((day) => day.today);
  const work = Math.min(usualStart, ...days.flatMap((day) => (day.work ? [day.work.from] : [])));
  const places = items.flatMap(({ day, start, tail }) =>
    start === null || tail ? [] : [placeAt(axis, day, start)],
  );
  const workPlace = placeOfClock(axis, work);
  const early = Math.min(workPlace, ...places) - 2;
  const first = Math.max(0, early, Math.min(workPlace - 2, workPlace + ofWork - seen));
  const nowPlace = today ? placeAt(axis, today.day, now) : 0;
  const isSeen = nowPlace + afterNow <= first + seen;
  return Math.floor(isSeen ? first : Math.max(first, nowPlace - beforeNow));
}
