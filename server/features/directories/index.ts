// Directories: task types and states, client statuses, types and origins. One table, one set of rules.
import { join } from 'node:path';
import type { DirectoryName } from '../../../contract/directories.ts';
import type { Fault } from '../../../contract/kit/refusal.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import type { Slice } from '../../platform/slice.ts';
import { directoriesCommands, mustFitAgain } from './commands.ts';
import { directoriesQueries } from './queries.ts';
import { directoriesReactions } from './reactions.ts';

export const directoriesSlice: Slice = {
  name: 'directories',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: directoriesCommands,
  queries: directoriesQueries,
  reactions: directoriesReactions,
  records: [
    {
      kind: 'directories',
      table: 'directory_entries',
      right: 'directories',
      owner: null,
      changed: 'entry.changed',
      events: ['entry.created', 'entry.changed', 'entry.deleted'],
      title: 'name',
      afterUndo: mustFitAgain,
    },
  ],
  references: [
    { to: 'groups', table: 'directory_entries', column: 'group_id', kind: 'taskTypes', field: 'group' },
  ],
};

type Named = { path: string; directory: DirectoryName; id: number | null | undefined };

/** Faults of fields that name no entry of their directory. */
export async function entryFaults(rows: Rows, named: Named[]): Promise<Fault[]> {
  const given = named.filter(({ id }) => id != null);
  if (given.length === 0) return [];
  const known = await rows.rows(sql<{ id: number; directory: string }>`
    select id, directory from directory_entries where id = any(${given.map(({ id }) => id)}::bigint[])`);
  const fits = ({ id, directory }: Named) =>
    known.some((entry) => entry.id === id && entry.directory === directory);
  return given.filter((field) => !fits(field)).map(({ path }) => ({ path, code: 'fault.missingRecord' }));
}

export { makeEntry } from './commands.ts';
