// What need not be kept of the door: sessions and invitations that have ended, attempts that no longer count.
import { sql } from '../../platform/db/sql.ts';
import type { Turn } from '../../platform/slice.ts';
import { firmDay } from './day.ts';

const clear: Turn = {
  name: 'people.clearDoor',
  when: '17 1 * * *',
  async run(tx) {
    await tx.rows(sql`delete from sessions where expires_at <= ${tx.now}`);
    await tx.rows(sql`delete from invitations where expires_at <= ${tx.now}`);
    await tx.rows(sql`delete from sign_in_attempts where at < ${tx.now}::timestamptz - interval '1 day'`);
  },
};

export const peopleTurns: Turn[] = [clear, firmDay];
