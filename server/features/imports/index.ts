// Imports: a table of clients or tasks becomes one operation. Reads files, writes through the doors of clients, tasks, directories and groups.
import { join } from 'node:path';
import type { Slice } from '../../platform/slice.ts';
import { importsCommands } from './commands.ts';
import { importsQueries } from './queries.ts';
import { importsReactions } from './reactions.ts';

export const importsSlice: Slice = {
  name: 'imports',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: importsCommands,
  queries: importsQueries,
  reactions: importsReactions,
  records: [
    {
      kind: 'imports',
      table: 'imports',
      right: 'clients',
      owner: 'owner_id',
      changed: 'import.changed',
      events: ['import.created', 'import.changed', 'import.discarded'],
      title: "file ->> 'name'",
    },
  ],
  references: [{ to: 'files', table: 'imports', column: 'file_id', kind: 'imports', field: 'file' }],
};

export { importRoutes } from './refused-csv.ts';
