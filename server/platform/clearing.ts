// What the platform itself need not keep for ever: events that everybody has reacted to.
import { sql } from './db/sql.ts';
import type { Turn } from './slice.ts';

/** Days for which events are kept, so that what went wrong can be looked into. */
const eventDays = 14;

/** Days in which a repeated request is known again; nobody repeats one later. */
const requestDays = 3;

export const platformTurns: Turn[] = [
  {
    name: 'platform.clearRequests',
    when: '17 1 * * *',
    async run(tx) {
      await tx.rows(
        sql`delete from quiet_requests where at < ${tx.now}::timestamptz - make_interval(days => ${requestDays})`,
      );
    },
  },
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
