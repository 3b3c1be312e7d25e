// Messages in ICU's notation, as the catalogues write them: {name}, {count, number}, {count, plural, …}, {kind, select, …}.
import { IntlMessageFormat } from 'intl-messageformat';

export type MessageValues = Record<string, string | number | null | undefined>;

const read = new Map<string, IntlMessageFormat>();

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
  const format = read.get(key) ?? new IntlMessageFormat(message, locale);
  read.set(key, format);
  return format;
}
