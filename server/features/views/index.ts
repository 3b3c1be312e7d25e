// Views: saved views and layouts of lists. What a view means in SQL is the platform's; which fields there are, each slice's own.
import { join } from 'node:path';
import { sql } from '../../platform/db/sql.ts';
import type { Slice } from '../../platform/slice.ts';
import { mustStayTold, viewsCommands } from './commands.ts';
import { viewsQueries } from './queries.ts';

export { reassignShared } from './commands.ts';

export const viewsSlice: Slice = {
  name: 'views',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: viewsCommands,
  queries: viewsQueries,
  records: [
    {
      kind: 'views',
      table: 'saved_views',
      right: null,
      owner: 'owner_id',
      shared: { column: 'shared', right: 'settings' },
      changed: 'view.changed',
      events: ['view.created', 'view.changed', 'view.deleted'],
      title: 'name',
      afterUndo: mustStayTold,
    },
  ],
  references: [
    // What others use stays until somebody else has it; what is one's own goes with its owner.
    {
      ...{ to: 'people', table: 'saved_views', column: 'owner_id', kind: 'views', field: 'owner' },
      keeps: sql<boolean>`r.shared`,
    },
  ],
};
