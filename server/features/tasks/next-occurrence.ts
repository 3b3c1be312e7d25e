// Pure: when a task that repeats comes again. Days are of the firm's zone; its hour stays the same by the clock on the wall.
import { RRuleTemporal } from 'rrule-temporal';
import { lastDay } from '../../../contract/kit/interval.ts';
import { type Repeat, readRepeat, repeatText } from '../../../contract/kit/repeat.ts';

/** What the next task takes from this one, changed; `day` is that of `at`. */
export type Occurrence = {
  at: string;
  day: string;
  hasTime: boolean;
  deadline: string | null;
  repeat: string | null;
  /** The day of the rule that the task stands for, wherever it has been moved; left out or null: its own. */
  ruleDay?: string | null;
};

/** The moment of this, and the firm's zone. */
type Around = { now: string; timeZone: string };

/** The rule's next day after this task's own and after the one it stands for, today at the earliest; null where there is none. A rule of so many times has one less. */
export function nextOccurrence(task: Omit<Occurrence, 'day'>, around: Around): Occurrence | null {
  const repeat = readRepeat(task.repeat ?? '');
  if (!repeat || repeat.count === 1) return null;
  const start = zonedOf(task.at, around);
  const from = task.ruleDay ? Temporal.PlainDate.from(task.ruleDay) : start.toPlainDate();
  const next = nextStart(repeat, { start, from, hasTime: task.hasTime }, around);
  if (!next) return null;
  return {
    at: next.toInstant().toString(),
    day: next.toPlainDate().toString(),
    hasTime: task.hasTime,
    deadline: task.deadline && movedAlong(zonedOf(task.deadline, around), start, next),
    repeat: repeatText({ ...repeat, count: repeat.count && repeat.count - 1 }),
    ruleDay: next.toPlainDate().toString(),
  };
}

const zonedOf = (moment: string, { timeZone }: Around) =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);

/** `from`: the day that the rule is counted from. */
type Start = { start: Temporal.ZonedDateTime; from: Temporal.PlainDate; hasTime: boolean };

function nextStart(repeat: Repeat, task: Start, around: Around): Temporal.ZonedDateTime | null {
  const last = repeat.until ?? lastDay;
  const own = task.start.toPlainDate();
  for (const day of daysAfter(repeat, task.from, { ...around, own })) {
    if (day.toString() > last) return null;
    const next = startOn(day, task);
    if (next && (!task.hasTime || Temporal.Instant.compare(next.toInstant(), around.now) >= 0)) return next;
  }
  return null;
}

/** Null where the clock on the wall never shows that hour on that day: RFC 5545 leaves such a day out. */
function startOn(
  day: Temporal.PlainDate,
  { start, hasTime }: Omit<Start, 'from'>,
): Temporal.ZonedDateTime | null {
  if (!hasTime) return day.toZonedDateTime(start.timeZoneId);
  const plainTime = start.toPlainTime();
  const next = day.toZonedDateTime({ timeZone: start.timeZoneId, plainTime });
  return next.toPlainTime().equals(plainTime) ? next : null;
}

/** The library counts from the task's own day on: from the first year that a day may have to the last. */
const stepsAtMost: Record<Repeat['freq'], number> = {
  DAILY: 120_000,
  WEEKLY: 20_000,
  MONTHLY: 4_000,
  YEARLY: 400,
};

/** Null too where the library gives up: every 24 months on the 30th, counted from a February, there is none. */
function nextOf(rule: RRuleTemporal, after: Temporal.PlainDate) {
  try {
    return rule.next(utc(after));
  } catch {
    return null;
  }
}

/** Whether there is a day of the rule after this one at all. */
export function comesEver(repeat: Repeat, day: string): boolean {
  const after = Temporal.PlainDate.from(day);
  const around = { now: utc(after).toInstant().toString(), timeZone: 'UTC' };
  const [first] = daysAfter(repeat, after, { ...around, own: after });
  return first !== undefined && first.toString() <= lastDay;
}

/** No rule that people set leaves out so many days in turn by its hour alone. */
const looksAtMost = 10;

/** The days of the rule, counted from `day`, after it and after the task's own, from today on; the end of the rule is not looked at. */
function* daysAfter(
  repeat: Repeat,
  day: Temporal.PlainDate,
  around: Around & { own: Temporal.PlainDate },
): Generator<Temporal.PlainDate> {
  const rule = new RRuleTemporal({
    rruleString: repeatText({ ...repeat, until: null, count: null }),
    dtstart: utc(day),
    maxIterations: stepsAtMost[repeat.freq],
  });
  const yesterday = zonedOf(around.now, around).toPlainDate().subtract({ days: 1 });
  let seen = [day, around.own, yesterday].reduce((late, each) =>
    Temporal.PlainDate.compare(each, late) > 0 ? each : late,
  );
  for (let look = 0; look < looksAtMost; look++) {
    const found = nextOf(rule, seen);
    if (!found) return;
    seen = Temporal.PlainDate.from(found.toString().slice(0, 10));
    yield seen;
  }
}

const utc = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC');

/** The deadline keeps its distance in days, and its own hour. */
function movedAlong(
  deadline: Temporal.ZonedDateTime,
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
): string {
  const { days } = from.toPlainDate().until(to.toPlainDate(), { largestUnit: 'days' });
  return deadline.add({ days }).toInstant().toString();
}
