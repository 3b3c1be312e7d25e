// The days of one manager as paper lists them: each task on the day it begins, and on each day after into which it lasts. Pure.
import type { TaskRow } from './tasks.ts';

/** `until`: it began on a day before and ends here then, `HH:mm`; null: it takes the whole of this day; left out: it begins here. */
export type DayLine = { row: TaskRow; until?: string | null };

type Rows = { rows: TaskRow[]; lasting: TaskRow[] };
type DatedLine = DayLine & { day: string };

/** By day, those that began before first. `lasting` are tasks of days before. */
export function linesByDay({ rows, lasting }: Rows, timeZone: string): Map<string, DayLine[]> {
  const begun = rows.flatMap((row): DatedLine[] =>
    row.at === null ? [] : [{ row, day: zoned(row.at, timeZone).toPlainDate().toString() }],
  );
  const tails = [...lasting, ...rows].flatMap((row) => tailsOf(row, timeZone));
  return Map.groupBy([...tails, ...begun], ({ day }) => day);
}

const zoned = (moment: string, timeZone: string) =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);

/** The days after its first of a task that has an hour and a length. */
function tailsOf(row: TaskRow, timeZone: string): DatedLine[] {
  if (row.at === null || !row.hasTime || row.minutes === null) return [];
  const start = zoned(row.at, timeZone);
  const end = start.add({ minutes: row.minutes });
  const first = start.toPlainDate();
  const days = first.until(end.subtract({ nanoseconds: 1 }).toPlainDate()).days;
  return Array.from({ length: days }, (_, n) => {
    const day = first.add({ days: n + 1 });
    const endsHere = end.toPlainDate().equals(day);
    return {
      row,
      day: day.toString(),
      until: endsHere ? end.toPlainTime().toString({ smallestUnit: 'minute' }) : null,
    };
  });
}
