// Pure: which days a span shows and where its arrows lead; from a task to what stands in the hours.
import type { OwnDay } from '../../../contract/calendar.ts';
import { isDay } from '../../../contract/kit/interval.ts';
import { oneOfFaults, type ViewFault } from '../../../contract/kit/view-url.ts';
import type { TaskRow } from '../../../contract/tasks.ts';
import type { HourItem } from '../../kit/hour-grid/hour-types.ts';

export const spans = ['day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];

/** What a task takes when nobody has said how long; minutes. */
export const usualMinutes = 30;
/** In a hand a week is three days at a time. */
const daysInHand = 3;

const plain = (day: string) => Temporal.PlainDate.from(day);
const monday = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

export function spanOf(text: string | undefined, inHand: boolean): Span {
  return spans.find((span) => span === text) ?? (inHand ? 'day' : 'week');
}

export function dayOf(text: string | undefined, today: string): string {
  return text !== undefined && isDay(text) ? text : today;
}

/** What an address says that is no span or no day there is; another is shown instead. */
export function shownFaults({ span, d }: { span?: string; d?: string }): ViewFault[] {
  const isStrange = d !== undefined && !isDay(d);
  return [
    ...oneOfFaults('span', span, spans),
    ...(isStrange ? [{ path: 'd', code: 'view.noSuchDay' as const }] : []),
  ];
}

export type Shown = { span: Span; day: string; inHand: boolean };

/** First and last day that are shown; a month in whole weeks. */
export function boundsOf({ span, day, inHand }: Shown): { from: string; to: string } {
  const at = plain(day);
  const bounds = (from: Temporal.PlainDate, to: Temporal.PlainDate) => ({
    from: from.toString(),
    to: to.toString(),
  });
  if (span === 'day') return bounds(at, at);
  if (span === 'month') {
    const first = at.with({ day: 1 });
    const last = first.add({ months: 1 }).subtract({ days: 1 });
    return bounds(monday(first), monday(last).add({ days: 6 }));
  }
  return inHand
    ? bounds(at, at.add({ days: daysInHand - 1 }))
    : bounds(monday(at), monday(at).add({ days: 6 }));
}

/** The day that stands for the span before or after. */
export function stepped({ span, day, inHand }: Shown, way: -1 | 1): string {
  const at = plain(day);
  if (span === 'month') return at.with({ day: 1 }).add({ months: way }).toString();
  const days = span === 'day' ? 1 : inHand ? daysInHand : 7;
  return at.add({ days: way * days }).toString();
}

/** Of each day the tasks that are asked for: as many as it can show. */
export const tasksADay: Record<Span, number> = { day: 1000, week: 300, month: 12 };

export type ItemWords = {
  timeZone: string;
  typeName(id: number | null): string;
  tint(stateId: number): string | undefined;
  hint(row: TaskRow): string;
  nameless(id: number): string;
};

export const dayIn = (at: string, timeZone: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** A task as it stands in the hours; one without any moment does not. */
export function itemOf(row: TaskRow, words: ItemWords): HourItem | null {
  if (row.at === null) return null;
  const said = row.description.split('\n')[0] ?? '';
  const about = row.clientName ?? said;
  const type = words.typeName(row.typeId);
  return {
    key: String(row.id),
    day: dayIn(row.at, words.timeZone),
    start: row.hasTime ? Date.parse(row.at) : null,
    minutes: row.minutes ?? usualMinutes,
    title: [type, about].filter(Boolean).join(' · ') || words.nameless(row.id),
    note: row.clientName ? said : '',
    hint: words.hint(row),
    tint: words.tint(row.stateId),
    quiet: !row.isOpen,
    // what is closed stands where it was done
    movable: row.can.change && row.isOpen,
  };
}

const minute = 60_000; // ms

/** The same thing on each day after its first into which it lasts: seen there, moved on its first. */
export function tailsOf(item: HourItem, timeZone: string): HourItem[] {
  if (item.start === null) return [];
  const last = Temporal.Instant.fromEpochMilliseconds(item.start + item.minutes * minute - 1);
  const until = last.toZonedDateTimeISO(timeZone).toPlainDate();
  const days = plain(item.day).until(until).days;
  return Array.from({ length: days }, (_, n) => ({
    ...item,
    key: `${item.key}+${n + 1}`,
    day: plain(item.day)
      .add({ days: n + 1 })
      .toString(),
    movable: false,
    tail: true,
  }));
}

/** Of the task that a thing, or its tail, was made of. */
export const idOfKey = (key: string) => Number.parseInt(key, 10);

type Answer = { days: OwnDay[]; rows: TaskRow[] };

/** The answer as it will be once a task is changed: shown before the house has said yes. */
export function withRow<Known extends Answer>(known: Known, row: TaskRow, timeZone: string): Known {
  const was = known.rows.find(({ id }) => id === row.id);
  if (!was) return known;
  const dayBefore = was.at && dayIn(was.at, timeZone);
  const dayNow = row.at && dayIn(row.at, timeZone);
  const counted = (day: OwnDay) =>
    dayBefore === dayNow
      ? day
      : { ...day, count: day.count + (day.day === dayNow ? 1 : 0) - (day.day === dayBefore ? 1 : 0) };
  return {
    ...known,
    days: known.days.map(counted),
    rows: known.rows.map((each) => (each.id === row.id ? row : each)),
  };
}
