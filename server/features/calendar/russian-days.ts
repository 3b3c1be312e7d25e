// Public holidays of Russia: article 112 of the Labour Code, and what the government's yearly decrees move.

export type MarkedDay = { day: string; name: string; working: boolean };

type Locale = 'ru' | 'en';
type Named = Record<Locale, string>;
/** `name` in every language there is. */
type Day = Omit<MarkedDay, 'name'> & { name: Named };

const newYear: Named = { ru: 'Новогодние каникулы', en: 'New Year holidays' };

/** Month and day of the holidays that the law names. */
const byLaw: [string, Named][] = [
  ['01-01', { ru: 'Новый год', en: 'New Year’s Day' }],
  ['01-02', newYear],
  ['01-03', newYear],
  ['01-04', newYear],
  ['01-05', newYear],
  ['01-06', newYear],
  ['01-07', { ru: 'Рождество Христово', en: 'Orthodox Christmas' }],
  ['01-08', newYear],
  ['02-23', { ru: 'День защитника Отечества', en: 'Defender of the Fatherland Day' }],
  ['03-08', { ru: 'Международный женский день', en: 'International Women’s Day' }],
  ['05-01', { ru: 'Праздник Весны и Труда', en: 'Spring and Labour Day' }],
  ['05-09', { ru: 'День Победы', en: 'Victory Day' }],
  ['06-12', { ru: 'День России', en: 'Russia Day' }],
  ['11-04', { ru: 'День народного единства', en: 'National Unity Day' }],
];

const dayOff = (day: string): Day => ({
  day,
  name: { ru: 'Перенесённый выходной', en: 'Day off, moved' },
  working: false,
});
const workingDay = (day: string): Day => ({
  day,
  name: { ru: 'Рабочая суббота', en: 'Working Saturday' },
  working: true,
});

/** All days that the government's decree of the year moves, those that the law would move by itself among them. */
const decrees: Record<number, Day[]> = {
  2025: [
    dayOff('2025-05-02'),
    dayOff('2025-05-08'),
    dayOff('2025-06-13'),
    workingDay('2025-11-01'),
    dayOff('2025-11-03'),
    dayOff('2025-12-31'),
  ],
  2026: [dayOff('2026-01-09'), dayOff('2026-03-09'), dayOff('2026-05-11'), dayOff('2026-12-31')],
};

/** Days off and moved working days of a year. A year without a decree here goes by the law alone; the firm adds what is decreed later. */
export function russianDays(year: number, locale: Locale): MarkedDay[] {
  const named = byLaw.map(([day, name]) => ({ day: `${year}-${day}`, name, working: false }));
  return [...named, ...(decrees[year] ?? movedByLaw(named))]
    .map((day) => ({ ...day, name: day.name[locale] }))
    .sort((a, b) => a.day.localeCompare(b.day));
}

/** A holiday on a weekend gives the next working day off; those of January are moved by decree only. */
function movedByLaw(named: Day[]): Day[] {
  const taken = new Set(named.map(({ day }) => day));
  return named.flatMap(({ day }) => {
    const date = Temporal.PlainDate.from(day);
    if (date.month === 1 || date.dayOfWeek < 6) return [];
    let next = date;
    do next = next.add({ days: 1 });
    while (next.dayOfWeek > 5 || taken.has(next.toString()));
    taken.add(next.toString());
    return [dayOff(next.toString())];
  });
}
