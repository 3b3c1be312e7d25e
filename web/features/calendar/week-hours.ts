// Pure: minutes of the day as a clock shows them, and back; which days of a week hold nothing.
import type { Hours, Week } from '../../../contract/calendar.ts';

export const usualHours: Hours = { from: 540, to: 1080, pause: 60 };

/** 570 of `9:30`, `09.30`, `930`, 540 of `9`; null of what is no time of day. */
export function minutesOf(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.]?(\d\d))?$/.exec(text.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return minute < 60 && hour * 60 + minute <= 1440 ? hour * 60 + minute : null;
}

/** Days of which nothing is left after the break, or that end before they begin. */
export function emptyDays(week: Week): number[] {
  return week.flatMap((hours, day) => (hours && hours.to - hours.from <= hours.pause ? [day] : []));
}

/**
 * Days of a week that are being written, by their place in it: they lie over the week as it is, so that what a colleague makes of the
 * others stays. `before`: as the day was when its writing began.
 */
export type WrittenDays = Record<number, { mine: Week[number]; before: Week[number] }>;

const isSame = (one: Week[number], other: Week[number]) => JSON.stringify(one) === JSON.stringify(other);

export function weekOver(kept: Week, written: WrittenDays): Week {
  return kept.map((hours, day) => written[day]?.mine ?? (written[day] ? null : hours));
}

/** What is written after one more change, of which `week` is the whole week. */
export function daysWritten(kept: Week, week: Week, written: WrittenDays): WrittenDays {
  return Object.fromEntries(
    week.flatMap((mine, day) => {
      const now = kept[day] ?? null;
      return isSame(mine, now) ? [] : [[day, { mine, before: written[day] ? written[day].before : now }]];
    }),
  );
}

/** The written days that somebody else has changed since, and to something else. */
export function daysMeanwhile(kept: Week, written: WrittenDays): number[] {
  return kept.flatMap((now, day) => {
    const writing = written[day];
    return writing && !isSame(now, writing.before) && !isSame(now, writing.mine) ? [day] : [];
  });
}

/** The same days, begun anew from the week as it is. */
export function begunAnew(kept: Week, written: WrittenDays): WrittenDays {
  return daysWritten(kept, weekOver(kept, written), {});
}
