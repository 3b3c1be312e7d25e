// Public holidays of a country and year: Russia's by our own table, since days off are moved by decree; others by date-holidays.
import { type MarkedDay, russianDays } from './russian-days.ts';

/** In the language given where the holiday has a name in it; nothing for a country that the library does not know. */
export async function publicDays(country: string, year: number, locale: 'ru' | 'en'): Promise<MarkedDay[]> {
  if (country === 'RU') return russianDays(year, locale);
  // 12 MB of the world's holidays are read only when they are asked for, once a year.
  const { default: Holidays } = await import('date-holidays');
  const days = new Holidays(country).getHolidays(year, locale) ?? [];
  const found = new Map<string, MarkedDay>();
  for (const { date, name, type } of days) {
    const day = date.slice(0, 10);
    if (type === 'public' && !found.has(day)) found.set(day, { day, name, working: false });
  }
  return [...found.values()];
}
