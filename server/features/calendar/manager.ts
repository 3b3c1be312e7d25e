// The days of one manager: when they work, what keeps them away, and their tasks.
import { type Absence, calendar, type OwnDay, type OwnDays } from '../../../contract/calendar.ts';
import type { View } from '../../../contract/kit/view.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { Refusal, refuse } from '../../platform/refusals.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { readListInput } from '../../platform/view/page.ts';
import { readerOf } from '../../platform/view/reader.ts';
import type { Reader } from '../../platform/view/source.ts';
import { rowsByDay, rowsLastingInto } from '../tasks/index.ts';
import { intervalOf, peopleSeen } from './queries.ts';
import { daysOf, type Holidays, hoursOf, type Span } from './rules.ts';
import { absencesShownTo, holidaysIn, readTimes, type Times, timesOf } from './times.ts';

/** Whose days are asked for; refuses `view.faulty` where that is not one person. */
function managerAsked(view: View, actor: Actor): number {
  const asked = view.where.find(({ field }) => field === 'manager');
  const [value, ...more] = asked?.op === 'in' ? asked.values : [];
  const id = value === 'me' ? actor.userId : Number(value);
  if (id !== null && Number.isSafeInteger(id) && more.length === 0) return id;
  throw new Refusal('view.faulty', {}, { faults: [{ path: 'f.manager', code: 'view.badValue' }] });
}

/** Whose tasks one may not see is nobody: `record.missing`. */
async function mustSee({ rows, actor }: Reader, managerId: number): Promise<void> {
  const found = await rows.one(
    sql`select id from pub_people where id = ${managerId} and ${peopleSeen(actor)}`,
  );
  if (!found) refuse('record.missing', { kind: 'people' });
}

type Around = {
  span: Span;
  times: Times;
  holidays: Holidays;
  absences: Absence[];
  counts: Map<string, number>;
};

function ownDays(managerId: number, { span, times, holidays, absences, counts }: Around): OwnDay[] {
  const { week } = timesOf(times, managerId);
  return [...daysOf(span)].map((date) => {
    const day = date.toString();
    return {
      day,
      hours: hoursOf(date, week, holidays),
      firmHours: hoursOf(date, times.firmWeek, holidays),
      holiday: holidays.get(day)?.name ?? null,
      away: absences.find(({ from, to }) => from <= day && day <= to)?.kind ?? null,
      count: counts.get(day) ?? 0,
    };
  });
}

export const manager: QueryHandler = queryHandler({
  request: calendar.manager,
  may: (actor) => may(actor, 'tasks', 'view'),
  async answer(reads, actor, input): Promise<OwnDays> {
    const { view, window } = readListInput('tasks', input);
    const reader = readerOf(reads, actor);
    const managerId = managerAsked(view, actor);
    const span = intervalOf(view, reader.today);
    await mustSee(reader, managerId);
    const [tasks, lasting, times, holidays] = await Promise.all([
      rowsByDay(reader, view, { ...span, most: window.limit }),
      rowsLastingInto(reader, view, span.from.toString()),
      readTimes(reads, { personId: managerId, span }),
      holidaysIn(reads, span),
    ]);
    const counts = new Map(tasks.map(({ day, count }) => [day, count]));
    const absences = absencesShownTo(actor, times.absences);
    return {
      managerId,
      days: ownDays(managerId, { span, times, holidays, absences, counts }),
      rows: tasks.map(({ row }) => row),
      lasting,
    };
  },
});
