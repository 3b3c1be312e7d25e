// The law of the next task, for any rule, moment and zone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRepeat, repeatText, settledRepeat, weekdays } from '../../../contract/kit/repeat.ts';
import { nextOccurrence } from './next-occurrence.ts';

type Task = Parameters<typeof nextOccurrence>[0];

const series = (task: Task, around: { now: string; timeZone: string }, times: number): string[] => {
  const found: string[] = [];
  for (let at: Task | null = task; at && found.length <= times; at = nextOccurrence(at, around))
    found.push(at.at);
  return found.slice(1);
};
const wall = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);
const plain = (at: string, repeat: string): Task => ({ at, hasTime: true, deadline: null, repeat });

describe('T-10 a task that was moved', () => {
  it.each([
    ['a week’s, a day earlier', 'FREQ=WEEKLY;BYDAY=MO', '2026-12-07', '2026-12-06', '2026-12-14'],
    ['a week’s, onto the next of its days', 'FREQ=WEEKLY;BYDAY=MO', '2026-12-07', '2026-12-14', '2026-12-21'],
    [
      'a month’s last day, a day earlier',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      '2026-12-31',
      '2026-12-30',
      '2027-01-31',
    ],
    [
      'each other week’s, a week later',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
    ],
    ['each third day’s, a day later', 'FREQ=DAILY;INTERVAL=3', '2026-12-07', '2026-12-08', '2026-12-10'],
  ])('%s, comes again by its rule', (_name, repeat, ruleDay, moved, expected) => {
    const task = { ...plain(`${moved}T09:00:00Z`, repeat), ruleDay };
    const next = nextOccurrence(task, { now: '2026-12-01T00:00:00Z', timeZone: 'Europe/Moscow' });
    expect([next?.day, next?.ruleDay]).toEqual([expected, expected]);
  });
});

describe('T-10 the hour of a task that repeats', () => {
  it.each([
    ['Europe/Berlin', '2026-10-23T07:00:00Z', ['2026-10-24T07:00:00Z', '2026-10-25T08:00:00Z']],
    ['Europe/Berlin', '2027-03-27T08:00:00Z', ['2027-03-28T07:00:00Z', '2027-03-29T07:00:00Z']],
    // From +6 to +5 on the first of March 2024.
    ['Asia/Almaty', '2024-02-28T03:00:00Z', ['2024-02-29T03:00:00Z', '2024-03-01T04:00:00Z']],
  ])('stays in %s from %s on', (timeZone, at, expected) => {
    expect(series(plain(at, 'FREQ=DAILY'), { now: at, timeZone }, 2)).toEqual(expected);
  });

  it('that the clock leaves out is no occurrence, and the later ones keep it', () => {
    const around = { now: '2027-03-01T00:00:00Z', timeZone: 'Europe/Berlin' };
    expect(series(plain('2027-03-27T01:30:00Z', 'FREQ=DAILY'), around, 1)).toEqual(['2027-03-29T00:30:00Z']);
  });

  it('is none: a day begins when it does there, and its deadline keeps its distance', () => {
    const around = { now: '2026-04-20T00:00:00Z', timeZone: 'Africa/Cairo' };
    const day = wall('2026-04-23T09:00:00Z', 'Africa/Cairo').startOfDay().toInstant().toString();
    const next = nextOccurrence(
      { at: day, hasTime: false, deadline: '2026-04-23T15:00:00Z', repeat: 'FREQ=DAILY' },
      around,
    );
    expect(next).toMatchObject({
      at: '2026-04-23T22:00:00Z',
      day: '2026-04-24',
      deadline: '2026-04-24T14:00:00Z',
    });
  });

  it('on the last day of months follows the months', () => {
    const around = { now: '2026-01-01T00:00:00Z', timeZone: 'UTC' };
    expect(series(plain('2026-01-31T10:00:00Z', 'FREQ=MONTHLY;BYMONTHDAY=-1'), around, 3)).toEqual([
      '2026-02-28T10:00:00Z',
      '2026-03-31T10:00:00Z',
      '2026-04-30T10:00:00Z',
    ]);
    expect(series(plain('2026-01-31T10:00:00Z', 'FREQ=MONTHLY;BYMONTHDAY=31'), around, 2)).toEqual([
      '2026-03-31T10:00:00Z',
      '2026-05-31T10:00:00Z',
    ]);
  });

  it('comes however long ago the task was, and never where there is no such day', () => {
    const around = { now: '2199-01-01T00:00:00Z', timeZone: 'UTC' };
    for (const rule of [
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=TU',
      'FREQ=MONTHLY;BYMONTHDAY=2',
      'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=2',
    ])
      expect(nextOccurrence(plain('1900-01-02T10:00:00Z', rule), around)?.day.slice(0, 7)).toBe('2199-01');
    const never = plain('2023-02-01T10:00:00Z', 'FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=30');
    expect(nextOccurrence(never, around)).toBeNull();
  });

  it('ends after so many times, and on its last day', () => {
    const around = { now: '2026-01-01T00:00:00Z', timeZone: 'UTC' };
    expect(series(plain('2026-01-05T10:00:00Z', 'FREQ=DAILY;COUNT=4'), around, 20).length).toBe(3);
    expect(series(plain('2026-01-05T10:00:00Z', 'FREQ=DAILY;UNTIL=20260107'), around, 20).length).toBe(2);
  });
});

const zones = [
  'Europe/Berlin',
  'Asia/Almaty',
  'Europe/Moscow',
  'America/Santiago',
  'Australia/Lord_Howe',
  'UTC',
];
const rules = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 40 }),
    days: fc.subarray([...weekdays]),
    monthDay: fc.option(fc.constantFrom(-1, 1, 15, 28, 29, 30, 31)),
    count: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  .map(({ freq, interval, days, monthDay, count }) =>
    repeatText({
      freq: freq as 'DAILY',
      interval,
      days: freq === 'WEEKLY' ? days : [],
      monthDay: freq === 'MONTHLY' ? monthDay : null,
      month: null,
      until: null,
      count,
    }),
  );
const seconds = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / 60_000, max: Date.parse(to) / 60_000 })
    .map((minutes) => new Date(minutes * 60_000).toISOString());

describe('T-10 the law of the next task', () => {
  it('a rule read and said again is the same', () => {
    fc.assert(
      fc.property(rules, (text) => {
        expect(repeatText(readRepeat(text) as never)).toBe(text);
      }),
    );
  });

  it('is later than the task and than now, at the same hour, on a day of the rule', () => {
    const moments = seconds('2020-01-01', '2035-01-01');
    fc.assert(
      fc.property(rules, moments, moments, fc.constantFrom(...zones), (text, at, now, timeZone) => {
        const day = wall(at, timeZone).toPlainDate().toString();
        const repeat = settledRepeat(readRepeat(text) as never, day);
        const next = nextOccurrence(plain(at, repeatText(repeat)), { now, timeZone });
        if (!next) {
          expect(repeat.count === 1 || repeat.freq === 'YEARLY' || repeat.freq === 'MONTHLY').toBe(true);
          return;
        }
        const then = wall(next.at, timeZone);
        expect(Temporal.Instant.compare(next.at, at)).toBe(1);
        expect(Temporal.Instant.compare(next.at, now)).toBeGreaterThanOrEqual(0);
        expect(then.toPlainTime().toString()).toBe(wall(at, timeZone).toPlainTime().toString());
        if (repeat.freq === 'WEEKLY') expect(repeat.days).toContain(weekdays[then.dayOfWeek - 1]);
        if (repeat.freq === 'DAILY')
          expect(Temporal.PlainDate.from(day).until(next.day).days % repeat.interval).toBe(0);
        if (repeat.monthDay !== null)
          expect(then.day).toBe(repeat.monthDay === -1 ? then.daysInMonth : repeat.monthDay);
      }),
      { numRuns: 300 },
    );
  });
});
