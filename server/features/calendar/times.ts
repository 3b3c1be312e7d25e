// What is kept of working time: weeks, absences and holidays, as the calendar and the cards read them.
import type { Absence, Holiday, Week } from '../../../contract/calendar.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { type Holidays, type Span, usualWeek } from './rules.ts';

export type Times = {
  firmWeek: Week;
  weeks: { personId: number; week: Week }[];
  absences: Absence[];
};

const absenceColumns = sql`id, person_id as "personId", kind, from_day as "from", to_day as "to", note, version`;

/** Weeks and absences of everybody or of one; with a span only the absences that touch it. */
export async function readTimes(
  rows: Rows,
  { personId, span }: { personId?: number | undefined; span?: Span },
): Promise<Times> {
  const [weeks, absences] = await Promise.all([
    rows.rows(sql<{ personId: number | null; week: Week }>`
      select person_id as "personId", week from work_weeks where person_id is null or ${personId ?? null}::bigint is null or person_id = ${personId ?? null}`),
    rows.rows(sql<Absence>`
      select ${absenceColumns} from absences
      where (${personId ?? null}::bigint is null or person_id = ${personId ?? null})
        and (${span?.from ?? null}::date is null or (to_day >= ${span?.from ?? null} and from_day <= ${span?.to ?? null}))
      order by from_day desc, id`),
  ]);
  return {
    firmWeek: weeks.find((week) => week.personId === null)?.week ?? usualWeek,
    weeks: weeks.flatMap(({ personId: whose, week }) => (whose === null ? [] : [{ personId: whose, week }])),
    absences,
  };
}

/** The week and the absences of one person among those of all. */
export function timesOf({ firmWeek, weeks, absences }: Times, personId: number | null) {
  return {
    week: weeks.find((week) => week.personId === personId)?.week ?? firmWeek,
    absences: absences.filter((absence) => absence.personId === personId),
  };
}

/** When somebody is away is plain to all; why is not. */
export function absencesShownTo(actor: Actor, absences: Absence[]): Absence[] {
  if (may(actor, 'people', 'view')) return absences;
  return absences.map((absence) =>
    absence.personId === actor.userId ? absence : { ...absence, kind: 'other' as const, note: '' },
  );
}

export function readHolidays(rows: Rows, { from, to }: Span): Promise<Holiday[]> {
  return rows.rows(
    sql<Holiday>`select id, day, name, working, version from holidays where day between ${from}::date and ${to}::date order by day`,
  );
}

export async function holidaysIn(rows: Rows, span: Span): Promise<Holidays> {
  const days = await readHolidays(rows, span);
  return new Map(days.map(({ day, name, working }) => [day, { name, working }]));
}

/** Whether somebody has said when the firm works; until then it is what Voronka assumes. */
export async function isFirmWeekSet(rows: Rows): Promise<boolean> {
  return (await rows.one(sql`select 1 from work_weeks where person_id is null`)) !== undefined;
}
