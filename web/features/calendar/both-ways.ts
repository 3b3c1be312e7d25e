// Pure: the way from the calendar of all managers to that of one and back, with the interval and the filter.
import { intervalDays } from '../../../contract/kit/interval.ts';
import type { Interval } from '../../../contract/kit/view.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import { boundsOf, type Shown, type Span } from './own-days.ts';

/** What the address of one manager keeps for the way back: the interval of all, and of whom it spoke. */
export const keptForAll = ['all', 'f.manager', 'by'];

/** What an address of all means that names no days; it leads to the days where one always begins. */
const usual = 'next30';

const daysFrom = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1;

function spanOfDays(from: string, to: string | null): Span {
  const days = to === null ? Number.POSITIVE_INFINITY : daysFrom(from, to);
  return days <= 1 ? 'day' : days <= 7 ? 'week' : 'month';
}

type All = { parameters: Parameters; interval: Interval | null; today: string };

/** The address of one manager: the day, week or month that holds today, or the start of an interval without it. */
export function oneOfAll({ parameters, interval, today }: All): Parameters {
  const { d = usual, sort: _s, cols: _c, ...filter } = parameters;
  const days = interval && intervalDays(interval, today);
  const start = days?.from ?? days?.to;
  if (!days || !start || d === usual) return filter;
  const isNow = (days.from ?? today) <= today && today <= (days.to ?? today);
  return { ...filter, span: spanOfDays(start, days.to), d: isNow ? today : start, all: d };
}

type One = { kept: Parameters; interval: Interval | null; shown: Shown; today: string };

/** Of the address of all: the interval one came with while it holds the day that is shown, else the days that are shown. */
export function allOfOne({ kept, interval, shown, today }: One): Parameters {
  const { all, ...filter } = kept;
  const days = intervalDays(interval ?? { preset: usual }, today);
  const isHeld = days && (days.from ?? shown.day) <= shown.day && shown.day <= (days.to ?? shown.day);
  if (isHeld) return { ...filter, ...(interval && all ? { d: all } : {}) };
  const { from, to } = shown.span === 'month' ? monthOf(shown.day) : boundsOf(shown);
  return { ...filter, d: `${from}..${to}` };
}

function monthOf(day: string) {
  const first = Temporal.PlainDate.from(day).with({ day: 1 });
  return { from: first.toString(), to: first.add({ months: 1 }).subtract({ days: 1 }).toString() };
}
