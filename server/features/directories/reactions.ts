// A new firm gets its first entries as soon as it is set up; a directory that holds something by then is left as it is.
import { sql } from '../../platform/db/sql.ts';
import type { Reaction } from '../../platform/slice.ts';
import { makeEntry } from './commands.ts';
import { firstEntries } from './first-entries.ts';

const fill: Reaction = {
  name: 'directories.fill',
  on: ['firm.setUp'],
  async run(tx, event, emit) {
    const kept = await tx.rows(sql<{ directory: string }>`select distinct directory from directory_entries`);
    const filled = new Set(kept.map(({ directory }) => directory));
    const entries = firstEntries(event.details.locale === 'en' ? 'en' : 'ru').filter(
      ({ directory }) => !filled.has(directory),
    );
    const ids: number[] = [];
    for (const entry of entries) ids.push(await makeEntry(tx, entry));
    if (ids.length > 0) emit({ name: 'entry.created', ids });
  },
};

export const directoriesReactions: Reaction[] = [fill];
