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
    return String(formatOf(message, locale).format(values));
  } catch {
    return message;
  }
}

function formatOf(message: string, locale: string): IntlMessageFormat {
  const key = `${locale} ${message}`;
  const format = read.get(key) ?? new IntlMessageFormat(message, locale, undefined, { formatters });
  read.set(key, format);
  return format;
}
