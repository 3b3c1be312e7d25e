// Messages in ICU's notation, as the catalogues write them: {name}, {count, number}, {count, plural, …}, {kind, select, …}.
import { IntlMessageFormat } from 'intl-messageformat';

export type MessageValues = Record<string, string | number | null | undefined>;

const read = new Map<string, IntlMessageFormat>();

/** One of each for all messages: left alone, every message makes its own, and to make one costs more than all else. */
const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();
const formatters = {
  getNumberFormat: (locale: string | string[] | undefined, options?: Intl.NumberFormatOptions) =>
    remembered(numbers, [locale, options], () => new Intl.NumberFormat(locale, options)),
  getPluralRules: (locale: string | string[] | undefined, options?: Intl.PluralRulesOptions) =>
    remembered(plurals, [locale, options], () => new Intl.PluralRules(locale, options)),
  getDateTimeFormat: (locale: string | string[] | undefined, options?: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options),
};

function remembered<Made>(known: Map<string, Made>, of: unknown[], make: () => Made): Made {
  const key = JSON.stringify(of);
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

/** Says the message; read once a language, then remembered. One that lacks a value is shown as it is written: a screen must not fall over it. */
export function sayMessage(message: string, locale: string, values: MessageValues = {}): string {
  if (!/['{]/.test(message)) return message;
  try {
    const said = String(formatOf(message, locale).format(isolated(values)));
    return message.includes('«{') ? nested(said) : said;
  } catch {
    return message;
  }
}

/** Letters that run from right to left, and marks of direction. */
const turning = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u;
const directions = /[\u202a-\u202e\u2066-\u2069]/gu;

/** What runs the other way stays within itself: it does not turn the words around it. */
function isolated(values: MessageValues): MessageValues {
  const each = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && turning.test(value) ? `\u2068${value.replace(directions, '')}\u2069` : value,
  ]);
  return Object.fromEntries(each);
}

/** Quotation marks within quotation marks are „others“; a name whose own do not pair is left as it is. */
function nested(text: string): string {
  let depth = 0;
  let lowest = 0;
  const said = text.replace(/[«»]/gu, (mark) => {
    if (mark === '«') {
      depth += 1;
      return depth > 1 ? '„' : mark;
    }
    depth -= 1;
    lowest = Math.min(lowest, depth);
    return depth > 0 ? '“' : mark;
  });
  return depth === 0 && lowest === 0 ? said : text;
}

function formatOf(message: string, locale: string): IntlMessageFormat {
  const key = `${locale} ${message}`;
  const format = read.get(key) ?? new IntlMessageFormat(message, locale, undefined, { formatters });
  read.set(key, format);
  return format;
}
