// What the platform itself need not keep for ever: events that everybody has reacted to.
import { sql } from './db/sql.ts';
import type { Turn } from './slice.ts';

/** Days for which events are kept, so that what went wrong can be looked into. */
const eventDays = 14;

export const platformTurns: Turn[] = [
  {
    name: 'platform.clearEvents',
    when: '7 1 * * *',
    async run(tx) {
      await tx.rows(sql`
        delete from events e where at < ${tx.now}::timestamptz - make_interval(days => ${eventDays})
          and not exists (select from jobs j where j.event_id = e.id)`);
    },
  },
];
