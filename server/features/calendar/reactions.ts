// Public holidays come by themselves: with the first run, and each autumn for the year after.
import { sql } from '../../platform/db/sql.ts';
import type { Reaction, Turn } from '../../platform/slice.ts';
import { addPublicDays } from './commands.ts';

const yearOf = (moment: string) => Number(moment.slice(0, 4));

const onSetUp: Reaction = {
  name: 'calendar.markHolidays',
  on: ['firm.setUp'],
  async run(tx, _event, emit) {
    const year = yearOf(tx.now);
    const ids = await addPublicDays(tx, [year - 1, year, year + 1]);
    if (ids.length > 0) emit({ name: 'holiday.changed', ids });
  },
};

/** A year that has some is the firm's own business. */
const nextYear: Turn = {
  name: 'calendar.markNextYear',
  when: '12 2 1 10-12 *',
  async run(tx, emit) {
    const year = yearOf(tx.now) + 1;
    const kept = await tx.one(
      sql`select 1 from holidays where day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date limit 1`,
    );
    if (kept || !(await tx.one(sql`select 1 from pub_firm`))) return;
    const ids = await addPublicDays(tx, [year]);
    if (ids.length > 0) emit({ name: 'holiday.changed', ids });
  },
};

export const calendarReactions: Reaction[] = [onSetUp];
export const calendarTurns: Turn[] = [nextYear];
