// The firm's day: screens that stand open over midnight ask anew, or "tomorrow" would mean today.

import { dayIn } from '../../platform/clock.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Turn } from '../../platform/slice.ts';

export const firmDay: Turn = {
  name: 'people.firmDay',
  // Every midnight of the world falls on a quarter of an hour.
  when: '*/15 * * * *',
  async run(tx, emit, last) {
    const firm = await tx.one(sql<{ timeZone: string }>`select time_zone as "timeZone" from firms`);
    if (!firm) return;
    if (dayIn(last, firm.timeZone) !== dayIn(tx.now, firm.timeZone))
      emit({ name: 'firm.dayStarted', ids: [1] });
  },
};
