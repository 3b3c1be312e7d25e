// The words of the hours in the reader's language, by the firm's clock.
import { useMemo } from 'react';
import type { Hours } from '../../../contract/calendar.ts';
import { clockOf } from '../../../contract/text/clock.ts';
import type { HourLabels } from '../../kit/hour-grid/hour-types.ts';
import type { Format } from '../../platform/format.ts';
import { type Say, useSay } from '../../platform/texts.tsx';

/** «1 ч 30 мин». */
export function lengthWords(say: Say, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return [
    hours > 0 && say('hours.hours', { hours }),
    (minutes % 60 > 0 || hours === 0) && say('calendar.minutes', { minutes: minutes % 60 }),
  ]
    .filter(Boolean)
    .join(' ');
}

export function useHourLabels(format: Format, firmHours: Hours | null): HourLabels {
  const say = useSay();
  return useMemo(
    () => ({
      grid: say('hours.grid'),
      wholeDay: say('hours.wholeDay'),
      clock: (moment) => format.clock(new Date(moment).toISOString()),
      hour: clockOf,
      hourAgain: say('hours.again'),
      length: (minutes) => lengthWords(say, minutes),
      count: (count) => say('task.count', { count }),
      more: (count) => say('hours.more', { count }),
      fewer: say('hours.fewer'),
      free: say('hours.free'),
      noSuchHour: say('hours.noSuchHour'),
      houseHours: firmHours
        ? say('hours.firmHours', { from: clockOf(firmHours.from), to: clockOf(firmHours.to) })
        : say('hours.firmOff'),
      openDay: (title) => say('hours.openDay', { day: title }),
    }),
    [say, format, firmHours],
  );
}
