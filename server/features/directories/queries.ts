// All directories at once, in their own order; archived entries too, since old records still show them.
import { directories, type Entry } from '../../../contract/directories.ts';
import { may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';

const list = queryHandler({
  request: directories.list,
  may: (actor) => actor.userId !== null,
  async answer(reads, actor) {
    const rows = await reads.rows(sql<Omit<Entry, 'can'>>`
      select id, directory, name, group_id as "groupId", tint, meaning, position, archived, version
      from directory_entries order by directory, position, id`);
    const can = { change: may(actor, 'directories', 'change'), delete: may(actor, 'directories', 'delete') };
    return { rows: rows.map((row) => ({ ...row, can })) };
  },
});

export const directoriesQueries: QueryHandler[] = [list];
