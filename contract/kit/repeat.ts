// When a task comes again: the part of RFC 5545 (RRULE) that people say in a sentence. Pure; the server reckons the dates.
import { isDay } from './interval.ts';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

const freqs = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Freq = (typeof freqs)[number];

export type Repeat = {
  freq: Freq;
  /** Every so many days, weeks, months or years. */
  interval: number;
  /** Of a week; empty: the weekday that the task stands on. */
  days: Weekday[];
  /** Of a month or a year, 1 to 31; -1: the last; null: the day that the task stands on. */
  monthDay: number | null;
  /** Of a year, 1 to 12; null: the month that the task stands in. */
  month: number | null;
  /** The last day, `YYYY-MM-DD`; null: none. */
  until: string | null;
  /** How many times in all, the task that carries the rule among them; null: without an end. */
  count: number | null;
};

export const intervalAtMost = 999;
export const countAtMost = 999;
const textAtMost = 200;

function whole(text: string | undefined, least: number, most: number): number | undefined {
  const value = Number(text);
  return text !== undefined && /^-?\d{1,4}$/.test(text) && value >= least && value <= most
    ? value
    : undefined;
}

/** Of each part of a rule: which repetitions may have it, and how it is read; undefined: not to be understood. */
const readers: Record<string, { of: readonly Freq[]; read(text: string): Partial<Repeat> | undefined }> = {
  INTERVAL: { of: freqs, read: (text) => field('interval', whole(text, 1, intervalAtMost)) },
  COUNT: { of: freqs, read: (text) => field('count', whole(text, 1, countAtMost)) },
  UNTIL: { of: freqs, read: (text) => field('until', readDay(text)) },
  BYDAY: { of: ['WEEKLY'], read: (text) => field('days', readWeekdays(text)) },
  BYMONTHDAY: {
    of: ['MONTHLY', 'YEARLY'],
    read: (text) => field('monthDay', whole(text, -1, 31) || undefined),
  },
  BYMONTH: { of: ['YEARLY'], read: (text) => field('month', whole(text, 1, 12)) },
};

function field<K extends keyof Repeat>(name: K, value: Repeat[K] | undefined): Partial<Repeat> | undefined {
  return value === undefined ? undefined : ({ [name]: value } as Partial<Repeat>);
}

function readDay(text: string): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const day = parts?.slice(1).join('-');
  return day && isDay(day) ? day : undefined;
}

function readWeekdays(text: string): Weekday[] | undefined {
  const named = text.split(',');
  const known = weekdays.filter((day) => named.includes(day));
  return known.length === named.length ? known : undefined;
}

/** Every day, week, month or year without an end. */
export function repeatEvery(freq: Freq): Repeat {
  return { freq, interval: 1, days: [], monthDay: null, month: null, until: null, count: null };
}

/** Null: no rule, or one that says more than a task can do. */
export function readRepeat(text: string): Repeat | null {
  if (text.length > textAtMost) return null;
  const parts = text.split(';').map((part) => part.split('=') as [string, string | undefined]);
  const given = new Map(parts);
  const freq = freqs.find((each) => each === given.get('FREQ'));
  if (!freq || given.size !== parts.length) return null;
  const repeat = repeatEvery(freq);
  for (const [name, value = ''] of given) {
    if (name === 'FREQ') continue;
    const reader = readers[name];
    const read = reader?.of.includes(freq) ? reader.read(value) : undefined;
    if (!read) return null;
    Object.assign(repeat, read);
  }
  return isSound(repeat) ? repeat : null;
}

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isSound({ until, count, month, monthDay }: Repeat): boolean {
  if (until !== null && count !== null) return false;
  return month === null || monthDay === null || monthDay <= (longestMonths[month - 1] ?? 0);
}

/** The rule as it is kept and sent. */
export function repeatText({ freq, interval, days, monthDay, month, until, count }: Repeat): string {
  return [
    `FREQ=${freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    days.length > 0 && `BYDAY=${days.join(',')}`,
    month !== null && `BYMONTH=${month}`,
    monthDay !== null && `BYMONTHDAY=${monthDay}`,
    until !== null && `UNTIL=${until.replaceAll('-', '')}`,
    count !== null && `COUNT=${count}`,
  ]
    .filter(Boolean)
    .join(';');
}

/** What a rule leaves open is said by the day (`YYYY-MM-DD`) that its task stands on, so that moving one task moves no later one. */
export function settledRepeat(repeat: Repeat, day: string): Repeat {
  const [, month = 1, monthDay = 1] = day.split('-').map(Number);
  const weekday = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday;
  switch (repeat.freq) {
    case 'DAILY':
      return repeat;
    case 'WEEKLY':
      return repeat.days.length > 0 ? repeat : { ...repeat, days: [weekday] };
    case 'MONTHLY':
      return { ...repeat, monthDay: repeat.monthDay ?? monthDay };
    case 'YEARLY':
      return settledYear(repeat, { month, monthDay });
  }
}

function settledYear(repeat: Repeat, day: { month: number; monthDay: number }): Repeat {
  return { ...repeat, month: repeat.month ?? day.month, monthDay: repeat.monthDay ?? day.monthDay };
}
