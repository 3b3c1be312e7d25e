// Pure: from what was typed into a task to its columns; days are of the firm's zone.
import { isDay } from '../../../contract/kit/interval.ts';
import type { TaskInput } from '../../../contract/tasks.ts';
import { dayIn } from '../../platform/clock.ts';
import { refuseFields } from '../../platform/refusals.ts';

const plain = {
  typeId: 'type_id',
  stateId: 'state_id',
  managerId: 'manager_id',
  clientId: 'client_id',
  description: 'description',
  results: 'results',
  hasTime: 'has_time',
  minutes: 'minutes',
  deadline: 'deadline',
  tags: 'tags',
  repeat: 'repeat',
  ruleDay: 'rule_day',
  remind: 'remind',
} as const;

/** Columns and values of the fields that were given. */
export function taskColumns(
  input: TaskInput & { ruleDay?: string | null },
  timeZone: string,
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(plain)) {
    const value = input[field as keyof typeof plain];
    if (value !== undefined) columns[column] = value;
  }
  if (input.at !== undefined) Object.assign(columns, momentColumns(input.at, timeZone));
  return columns;
}

/** Refuses a moment that is no day of the firm's: by another clock it may fall outside of the years there are. */
export function mustBeOnADay(at: string | null | undefined, timeZone: string, path: string): void {
  if (at != null && !isDay(dayIn(at, timeZone))) refuseFields([{ path, code: 'fault.moment' }]);
}

type Now = { now: string; timeZone: string };

/** Whether the moment falls on a day of the firm's that is still to come; a clock that goes ahead within the day is forgiven. */
export const isAhead = (at: string, { now, timeZone }: Now) => dayIn(at, timeZone) > dayIn(now, timeZone);

/** Refuses a day on which nothing can have been done yet. */
export function mustHaveCome(at: string | null | undefined, now: Now, path: string): void {
  if (at != null && isAhead(at, now)) refuseFields([{ path, code: 'task.doneAhead' }]);
}

export function momentColumns(at: string | null, timeZone: string) {
  return at === null ? { at: null, day: null, has_time: false } : { at, day: dayIn(at, timeZone) };
}

/** A task without an hour is reminded of as if it were at nine in the morning. */
const morning = '09:00';

type Known = { at: string | null; hasTime: boolean } | null;

/** Refuses a reminder of the task's own whose moment has passed already. */
export function mustRemindAhead(
  { remind, at: givenAt, hasTime: givenHour }: TaskInput,
  known: Known,
  { now, path, timeZone }: { now: string; path: string; timeZone: string },
): void {
  const at = givenAt === undefined ? (known?.at ?? null) : givenAt;
  if (remind == null || remind < 0 || at === null) return;
  const hasTime = givenHour ?? known?.hasTime ?? false;
  const start = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const moment = hasTime
    ? start.subtract({ minutes: remind }).toInstant()
    : start
        .toPlainDate()
        .toPlainDateTime(morning)
        .subtract({ minutes: remind })
        .toZonedDateTime(timeZone)
        .toInstant();
  if (Temporal.Instant.compare(moment, now) < 0)
    refuseFields([{ path: `${path}remind`, code: 'task.remindPast' }]);
}
