// How one is spoken to in what is made for them: their language, dates as their screens say them, the firm's day.
import { people } from '../../../contract/people.ts';
import { type Format, formatFor } from '../../../contract/text/format.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import type { Ask } from '../../platform/asking.ts';

export type Spoken = { locale: 'ru' | 'en'; format: Format; today: string };

const nearDays = {
  ru: { yesterday: 'вчера', today: 'сегодня', tomorrow: 'завтра' },
  en: { yesterday: 'yesterday', today: 'today', tomorrow: 'tomorrow' },
};

export async function spokenTo(ask: Ask): Promise<Spoken> {
  const { appearance, firm, today } = await ask(people.me, {});
  const { locale } = appearance;
  const timeZone = appearance.timeZone ?? firm.timeZone;
  return { locale, today, format: formatOf({ locale, timeZone, dayZone: firm.timeZone }) };
}

/** `dayZone` is that of the firm's days: a moment without a time is such a day. */
export type Speech = { locale: 'ru' | 'en'; timeZone: string; dayZone: string };

/** Dates and numbers as their screens say them. */
export function formatOf({ locale, timeZone, dayZone }: Speech): Format {
  return formatFor(locale, timeZone, nearDays[locale], dayZone);
}

/** Names by id; the number of what is not among them. */
export function namesIn(rows: { id: number; name: string }[], locale: 'ru' | 'en') {
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id: number | null) => (id === null ? '' : (names.get(id) ?? numbered(id, locale)));
}
