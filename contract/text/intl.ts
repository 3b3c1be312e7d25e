// Formatters of the language's own rules. One costs milliseconds to make and nothing to use, so each is made once, when it is first used.

type Locale = 'ru' | 'en';

const made = new Map<string, Intl.DateTimeFormat>();

/** Days and months as they are written in Russia and in Great Britain. */
export const regional = { ru: 'ru-RU', en: 'en-GB' } as const;

/** The formatter of these options: made once for each of them. */
export function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(regional[locale], options);
  made.set(key, format);
  return format;
}
