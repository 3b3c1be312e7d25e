// Public holidays of Russia: article 112 of the Labour Code, and what the government's yearly decrees move.

export type MarkedDay = { day: string; name: string; working: boolean };

const newYear = 'Новогодние каникулы';

/** Month and day of the holidays that the law names. */
const byLaw: [string, string][] = [
  ['01-01', 'Новый год'],
  ['01-02', newYear],
  ['01-03', newYear],
  ['01-04', newYear],
  ['01-05', newYear],
  ['01-06', newYear],
  ['01-07', 'Рождество Христово'],
  ['01-08', newYear],
  ['02-23', 'День защитника Отечества'],
  ['03-08', 'Международный женский день'],
  ['05-01', 'Праздник Весны и Труда'],
  ['05-09', 'День Победы'],
  ['06-12', 'День России'],
  ['11-04', 'День народного единства'],
];

const dayOff = (day: string): MarkedDay => ({ day, name: 'Перенесённый выходной', working: false });
const workingDay = (day: string): MarkedDay => ({ day, name: 'Рабочая суббота', working: true });

/** All days that the government's decree of the year moves, those that the law would move by itself among them. */
const decrees: Record<number, MarkedDay[]> = {
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
export function russianDays(year: number): MarkedDay[] {
  const named = byLaw.map(([day, name]) => ({ day: `${year}-${day}`, name, working: false }));
  return [...named, ...(decrees[year] ?? movedByLaw(named))].sort((a, b) => a.day.localeCompare(b.day));
}

/** A holiday on a weekend gives the next working day off; those of January are moved by decree only. */
function movedByLaw(named: MarkedDay[]): MarkedDay[] {
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
