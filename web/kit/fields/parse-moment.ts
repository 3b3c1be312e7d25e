/** What a person types for a date: «25.11», «завтра 14:30», "fri", "+3". Words come from the caller's language. Pure. */

export interface Moment {
  date: Temporal.PlainDate;
  /** null is the whole day. */
  time: Temporal.PlainTime | null;
}

/** Words are compared by their beginning and without case: «ноя» finds «ноября». */
export interface MomentWords {
  /** Days from today: [['сегодня'], 0], [['послезавтра'], 2]. */
  near: [words: string[], days: number][];
  /** Monday first; each may have several spellings. */
  weekdays: string[][];
  /** January first. */
  months: string[][];
}

/** Undefined when the text is no date; a time alone means today. */
export function parseMoment(text: string, today: Temporal.PlainDate, words: MomentWords): Moment | undefined {
  const [rest, time] = takeTime(text.trim().toLowerCase());
  const date = rest === '' && time ? today : parseDate(rest, today, words);
  return date && { date, time };
}

/** «14:30», «14.30», «14-30» or «в 9» at the end. */
function takeTime(text: string): [rest: string, time: Temporal.PlainTime | null] {
  const match =
    /(?:^|[\s,]+)(?:(?:в|at)\s+)?(\d{1,2}):(\d{2})$/.exec(text) ??
    /[\s,]+(?:в|at)?\s*(\d{1,2})[.-](\d{2})$/.exec(text) ??
    /[\s,]+(?:в|at)\s+(\d{1,2})()$/.exec(text);
  if (!match) return [text, null];
  const [hour, minute] = [Number(match[1]), Number(match[2] || 0)];
  if (hour > 23 || minute > 59) return [text, null];
  return [text.slice(0, match.index).trim(), new Temporal.PlainTime(hour, minute)];
}

function parseDate(
  text: string,
  today: Temporal.PlainDate,
  words: MomentWords,
): Temporal.PlainDate | undefined {
  return (
    byShift(text, today) ??
    byNumbers(text, today) ??
    byMonth(text, today, words) ??
    byWord(text, today, words)
  );
}

/** «+3», «-1»: days from today. */
function byShift(text: string, today: Temporal.PlainDate) {
  const match = /^([+-])\s?(\d{1,3})$/.exec(text);
  return match ? today.add({ days: Number(`${match[1]}${match[2]}`) }) : undefined;
}

function byNumbers(text: string, today: Temporal.PlainDate) {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = /^(\d{1,2})(?:[./\s-](\d{1,2})(?:[./\s-](\d{2}|\d{4}))?)?\.?$/.exec(text);
  if (!match) return undefined;
  const day = Number(match[1]);
  if (!match[2]) return dateOf(today.year, today.month, day);
  const month = Number(match[2]);
  return match[3] ? dateOf(fullYear(match[3]), month, day) : nearest(today, month, day);
}

/** «25 ноября», «25 ноя 2027», "nov 25". */
function byMonth(text: string, today: Temporal.PlainDate, words: MomentWords) {
  const match =
    /^(?<day>\d{1,2})\s*(?<month>\p{L}{3,})\.?(?:\s+(?<year>\d{4}))?$/u.exec(text) ??
    /^(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2})(?:,?\s+(?<year>\d{4}))?$/u.exec(text);
  const found = match?.groups;
  const month = words.months.findIndex((spellings) => begins(spellings, found?.month ?? ''));
  if (!found || month < 0) return undefined;
  const day = Number(found.day);
  return found.year ? dateOf(Number(found.year), month + 1, day) : nearest(today, month + 1, day);
}

/** Without a year the nearest such day is meant: in November January is the next one. */
function nearest(today: Temporal.PlainDate, month: number, day: number): Temporal.PlainDate | undefined {
  const away = (date: Temporal.PlainDate) => Math.abs(today.until(date, { largestUnit: 'days' }).days);
  return [1, 0, -1, 2, -2]
    .map((years) => dateOf(today.year + years, month, day))
    .filter((date) => date !== undefined)
    .sort((one, other) => away(one) - away(other))[0];
}

function byWord(text: string, today: Temporal.PlainDate, words: MomentWords) {
  if (text.length < 2) return undefined;
  const near = words.near.find(([spellings]) => begins(spellings, text));
  if (near) return today.add({ days: near[1] });
  const weekday = words.weekdays.findIndex((spellings) => begins(spellings, text)) + 1;
  if (weekday === 0) return undefined;
  return today.add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 });
}

function begins(spellings: string[], text: string): boolean {
  return text !== '' && spellings.some((spelling) => spelling.startsWith(text));
}

/** Two digits are of this century; four are meant as they stand. */
function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
