// Public holidays of a country and year: Russia's by our own table, since days off are moved by decree; others by date-holidays.
import { type MarkedDay, russianDays } from './russian-days.ts';

/** In the language given where the holiday has a name in it; nothing for a country that the library does not know. */
export async function publicDays(country: string, year: number, locale: 'ru' | 'en'): Promise<MarkedDay[]> {
  if (country === 'RU') return russianDays(year, locale);
  // 12 MB of the world's holidays are read only when they are asked for, once a year.
  const { default: Holidays } = await import('date-holidays');
  const days = new Holidays(country).getHolidays(year, locale) ?? [];
  const found = new Map<string, MarkedDay>();
  for (const holiday of days.filter(({ type }) => type === 'public'))
    for (const day of daysOf(holiday))
      if (day.startsWith(`${year}-`) && !found.has(day))
        found.set(day, { day, name: holiday.name, working: false });
  return [...found.values()];
}

/** All days that a holiday lasts, by its own clock: a day on which that changes has an hour more or less. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length }, (_, n) => first.add({ days: n }).toString());
}
