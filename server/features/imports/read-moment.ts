// Days and times as tables write them: ISO, 31.12.2026, 12/31/2026, 31-Dec-2026, Mar 20 2024, 5 марта 2024, each with or without a time.

/** Which number of 03/04/2026 is the day. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** A day and perhaps a time of day, by the firm's clock unless `zone` is given. */
export type ReadMoment = { day: string; time: string | null; zone: string | null };
export type MomentFault = 'reason.badDate' | 'reason.badTime' | 'reason.dateOutOfRange';

/** The years that the contract takes. */
const firstYear = 1900;
const lastYear = 2200;
/** Two-digit years from here on are of the last century. */
const lastCenturyFrom = 70;

const months = [
  /^(?:jan|янв)/,
  /^(?:feb|фев)/,
  /^(?:mar|мар)/,
  /^(?:apr|апр)/,
  /^(?:may|ма[йя])/,
  /^(?:jun|июн)/,
  /^(?:jul|июл)/,
  /^(?:aug|авг)/,
  /^(?:sep|сен)/,
  /^(?:oct|окт)/,
  /^(?:nov|ноя)/,
  /^(?:dec|дек)/,
];

const timePattern = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?$/i;
const isoPattern = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const numericPattern = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/;
const dayWordPattern = /^(\d{1,2})[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4})(?!\d)/u;
const wordDayPattern = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/u;

type Found = { year: number; month: number; date: number; length: number };

function monthOf(word: string | undefined): number {
  return months.findIndex((pattern) => pattern.test((word ?? '').toLowerCase())) + 1;
}

function yearOf(digits: string | undefined): number {
  const year = Number(digits);
  if (digits?.length !== 2) return year;
  return year + (year >= lastCenturyFrom ? 1900 : 2000);
}

function readNumeric(text: string, order: DayOrder): Found | null {
  const found = numericPattern.exec(text);
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const says = orderOf(text) ?? order;
  const [date, month] = says === 'dayFirst' ? [first, second] : [second, first];
  return { year: yearOf(found[4]), month, date, length: found[0].length };
}

function readDay(text: string, order: DayOrder): Found | null {
  const iso = isoPattern.exec(text);
  if (iso)
    return { year: Number(iso[1]), month: Number(iso[2]), date: Number(iso[3]), length: iso[0].length };
  const numeric = readNumeric(text, order);
  if (numeric) return numeric;
  const word = dayWordPattern.exec(text);
  if (word)
    return { year: Number(word[3]), month: monthOf(word[2]), date: Number(word[1]), length: word[0].length };
  const turned = wordDayPattern.exec(text);
  if (!turned) return null;
  return {
    year: Number(turned[3]),
    month: monthOf(turned[1]),
    date: Number(turned[2]),
    length: turned[0].length,
  };
}

/** What the text by itself says of the order of day and month; null: it could be either. */
export function orderOf(text: string): DayOrder | null {
  const found = numericPattern.exec(text.trim());
  if (!found) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  if (first > 12 && second <= 12) return 'dayFirst';
  if (second > 12 && first <= 12) return 'monthFirst';
  return found[2] === '.' ? 'dayFirst' : null;
}

/** A time of day as `HH:MM:SS`; null: it is none. */
export function readTime(text: string): string | null {
  const found = timePattern.exec(text.trim());
  if (!found) return null;
  const half = found[4]?.toLowerCase();
  const typed = Number(found[1]);
  const hour = half ? (typed % 12) + (half === 'pm' ? 12 : 0) : typed;
  const [minute, second] = [Number(found[2]), Number(found[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || (half && typed > 12)) return null;
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}

function isRealDay({ year, month, date }: Found): boolean {
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** No clock on earth is further from UTC. */
const zonePattern = /\s*(z|utc|gmt|[+-](?:0\d|1[0-4]):?[0-5]\d)$/i;

function zoneOf(text: string): string | null {
  const zone = zonePattern.exec(text)?.[1];
  if (!zone) return null;
  return /^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, '$1:$2') : 'Z';
}

/** `23.11.2026 10:00-11:00` says from when to when; a zone behind UTC stands after a `T` or after seconds. */
const rangePattern = /^\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}$/;

/** Reads one cell. `order` decides where the text itself does not. */
export function readMoment(raw: string, order: DayOrder): ReadMoment | MomentFault {
  const text = raw.trim();
  const found = readDay(text, order);
  if (!found) return 'reason.badDate';
  if (found.year < firstYear || found.year > lastYear) return 'reason.dateOutOfRange';
  if (!isRealDay(found)) return 'reason.badDate';
  const day = [String(found.year).padStart(4, '0'), found.month, found.date]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const rest = text.slice(found.length).replace(/^(?:\s*г(?:ода?)?\.?)?[\s,T]*(?:в\s+)?/u, '');
  if (rest === '') return { day, time: null, zone: null };
  if (text[found.length] !== 'T' && rangePattern.test(rest)) return 'reason.badTime';
  const zone = zoneOf(rest);
  const time = readTime(zone ? rest.replace(zonePattern, '') : rest);
  return time ? { day, time, zone } : 'reason.badTime';
}

/** The instant, ISO 8601 in UTC; `otherwise` is the time of day where none was written. */
export function instantOf({ day, time, zone }: ReadMoment, timeZone: string, otherwise = '00:00:00'): string {
  const clock = `${day}T${time ?? otherwise}`;
  if (zone) return Temporal.Instant.from(`${clock}${zone}`).toString();
  return Temporal.PlainDateTime.from(clock).toZonedDateTime(timeZone).toInstant().toString();
}

/** Counts what the cells of one column say of the order of day and month. */
export class DayOrderVotes {
  readonly #votes = { dayFirst: 0, monthFirst: 0 };

  add(text: string): void {
    const says = orderOf(text);
    if (says) this.#votes[says] += 1;
  }

  /** The order of most; `otherwise` where the column says nothing. */
  order(otherwise: DayOrder): DayOrder {
    const { dayFirst, monthFirst } = this.#votes;
    if (dayFirst === monthFirst) return otherwise;
    return dayFirst > monthFirst ? 'dayFirst' : 'monthFirst';
  }
}
