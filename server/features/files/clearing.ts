// Uploads that nothing came of are cleared away; what uses a file declares it as a reference.
import { house } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { usedIds } from '../../platform/references.ts';
import type { Turn } from '../../platform/slice.ts';

/** Long enough for an import that is prepared over a weekend. */
const unusedDays = 7;

const clear: Turn = {
  name: 'files.clearUnused',
  when: '27 1 * * *',
  async run(tx) {
    const used = await usedIds(tx, house, 'files');
    await tx.rows(sql`
      delete from files where at < ${tx.now}::timestamptz - make_interval(days => ${unusedDays}) and id <> all(${used}::bigint[])`);
  },
};

export const filesTurns: Turn[] = [clear];
