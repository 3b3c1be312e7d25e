// A rule of repetition as a sentence: «каждые 2 недели: пн, чт, до 31 дек. 2026».
import { useCallback } from 'react';
import { type Repeat, readRepeat, weekdays } from '../../contract/kit/repeat.ts';
import { type Format, useFirmFormat, useFormat } from './format.ts';
import { type Say, useSay } from './texts.tsx';

/** Any Monday: only its name is used. */
const monday = Temporal.PlainDate.from('2024-01-01');

/** «пн» for `MO`. */
export const weekdayName = (format: Format, day: (typeof weekdays)[number]) =>
  format.weekday(monday.add({ days: weekdays.indexOf(day) }).toString());

/** Days of the shortest month: those after it are not in every one, and such a month is left out. */
const shortestMonth = 28;

const workdays = 'MO,TU,WE,TH,FR';

/** «По будням» is a week by its five days. */
export const isWorkdays = ({ freq, interval, days }: Repeat) =>
  freq === 'WEEKLY' && interval === 1 && days.join() === workdays;

/** Empty for no rule, and for one that cannot be read. Its days are the firm's: who lives by another clock is told. */
export function useRepeatWords(): (rule: string | null) => string {
  const say = useSay();
  const format = useFormat();
  const isElsewhere = format.timeZone !== useFirmFormat().timeZone;
  return useCallback(
    (rule) => {
      const repeat = readRepeat(rule ?? '');
      if (!repeat) return '';
      const words = withEnd(say, format, repeat);
      return isElsewhere && repeat.freq !== 'DAILY' ? `${words}, ${say('calendar.firmClock')}` : words;
    },
    [say, format, isElsewhere],
  );
}

function withEnd(say: Say, format: Format, repeat: Repeat): string {
  const rule = withDays(say, format, repeat);
  if (repeat.until) return say('repeat.untilDay', { rule, day: format.paperDay(repeat.until) });
  return repeat.count === null ? rule : say('repeat.timesLeft', { rule, count: repeat.count });
}

function withDays(say: Say, format: Format, repeat: Repeat): string {
  if (isWorkdays(repeat)) return say('repeat.workdays');
  const every = say(`repeat.every.${repeat.freq}`, { n: repeat.interval });
  const { days, monthDay, month } = repeat;
  if (days.length > 0)
    return say('repeat.onDays', { every, days: days.map((day) => weekdayName(format, day)).join(', ') });
  if (monthDay === null) return every;
  if (month !== null && monthDay > 0) {
    const isLeapDay = month === 2 && monthDay === 29;
    return say(isLeapDay ? 'repeat.onLeapDay' : 'repeat.onDate', {
      every,
      day: dateOf(format, month, monthDay),
    });
  }
  if (monthDay === -1) return say('repeat.onLastDay', { every });
  return say(monthDay > shortestMonth ? 'repeat.onSomeMonthDay' : 'repeat.onMonthDay', {
    every,
    day: monthDay,
  });
}

/** «25 нояб.»; of a leap year, so that every date of a year is one. */
function dateOf(format: Format, month: number, day: number): string {
  const date = Temporal.PlainDate.from({ year: 2024, month, day }).toString();
  return `${format.dayNumber(date)} ${format.month(date)}`;
}
