// What a number in a workbook means by its format: a date, a time, a number with leading zeros, or a plain number.

export type NumberKind = 'plain' | 'date' | 'dateTime' | 'time' | 'elapsed' | { zeros: number };

/** Formats that files name by number only (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'dateTime'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'elapsed'],
  [47, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

/** The kind of a format that has no code in the file. */
export function builtInKind(id: number): NumberKind {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'plain';
}

/** A run of m stands for minutes after hours or before seconds, else for months. */
function partsOf(letters: string): Set<'day' | 'clock'> {
  const runs = letters.toLowerCase().match(/y+|m+|d+|h+|s+/g) ?? [];
  const parts = runs.map((run, i) => {
    const isMinutes = run.startsWith('m') && (runs[i - 1]?.startsWith('h') || runs[i + 1]?.startsWith('s'));
    return isMinutes || /^[hs]/.test(run) ? 'clock' : 'day';
  });
  return new Set(parts);
}

/** The kind of a format code such as `dd.mm.yyyy hh:mm`, `[$-419]d mmm yyyy;@`, `ДД.ММ.ГГГГ`, `00000` or `# ##0,00 "дней"`. */
export function formatKind(code: string): NumberKind {
  if (/^0{2,}$/.test(code)) return { zeros: code.length };
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./gu, '').split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return 'elapsed';
  if (/г{2}/iu.test(bare)) return 'date';
  const parts = partsOf(bare.replace(/\[[^\]]*\]|general|am\/pm|a\/p/giu, ''));
  if (parts.has('day')) return parts.has('clock') ? 'dateTime' : 'date';
  return parts.has('clock') ? 'time' : 'plain';
}

/** Excel keeps 15 digits; more are noise of binary fractions. Whole numbers that came as digits stay as they are. */
export function plainNumber(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw;
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return raw;
  const [digits = '', exponent = '0'] = number.toPrecision(15).split('e');
  return shiftPoint(digits, Number(exponent));
}

/** Moves the decimal point right (or left) without an exponent and drops the zeros at the end of the fraction. */
function shiftPoint(digits: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(digits) ?? [];
  const point = whole.length + places;
  const all = (whole + fraction).padStart(whole.length + fraction.length + Math.max(0, 1 - point), '0');
  const at = Math.max(point, 1);
  const left = all
    .slice(0, at)
    .padEnd(at, '0')
    .replace(/^0+(?=\d)/, '');
  const right = all.slice(at).replace(/0+$/, '');
  const number = right === '' ? left : `${left}.${right}`;
  return number === '0' ? '0' : sign + number;
}

const DAY_SECONDS = 86_400;
const DAYS_1904 = 1462;
/** Excel counts 29 February 1900, which never was: before it days are one off. */
const FALSE_LEAP_DAY = 60;

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function clock(seconds: number, hourDigits: number): string {
  const hours = String(Math.floor(seconds / 3600)).padStart(hourDigits, '0');
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${hours}:${two(Math.floor((seconds % 3600) / 60))}${rest}`;
}

function dayText(day: number): string {
  const fromEpoch = day < FALSE_LEAP_DAY ? day + 1 : day;
  return new Date(Date.UTC(1899, 11, 30 + fromEpoch)).toISOString().slice(0, 10);
}

function dateText(serial: number, kind: NumberKind): string {
  const seconds = Math.round(serial * DAY_SECONDS);
  if (kind === 'elapsed') return `${serial < 0 ? '-' : ''}${clock(Math.abs(seconds), 1)}`;
  const day = Math.floor(seconds / DAY_SECONDS);
  const ofDay = seconds - day * DAY_SECONDS;
  if (day === 0) return clock(ofDay, 2);
  if (kind === 'date' && ofDay === 0) return dayText(day);
  return `${dayText(day)}T${clock(ofDay, 2)}`;
}

/** Days since the first of January 9999 are no dates, nor are negative ones. */
const LAST_SERIAL = 2_958_466;

/**
 * The text of a number cell: `2020-11-20`, `2020-11-20T09:30`, `09:30` (seconds only if there are any), `36:15` for elapsed time,
 * `00123` for a format of zeros, else the number in plain decimal.
 */
export function numberText(raw: string, kind: NumberKind, date1904: boolean): string {
  if (kind === 'plain') return plainNumber(raw);
  if (typeof kind === 'object') return /^\d+$/.test(raw) ? raw.padStart(kind.zeros, '0') : plainNumber(raw);
  const serial = Number(raw) + (date1904 && kind !== 'time' && kind !== 'elapsed' ? DAYS_1904 : 0);
  const isDate = raw.trim() !== '' && Number.isFinite(serial) && serial >= 0 && serial < LAST_SERIAL;
  return isDate || (kind === 'elapsed' && Number.isFinite(serial))
    ? dateText(serial, kind)
    : plainNumber(raw);
}
