// The trees as the screens draw them.
import { type Group, groups } from '../../../contract/groups.ts';
import { sql } from '../../platform/db/sql.ts';
import { usedIds } from '../../platform/references.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';

const list = queryHandler({
  request: groups.list,
  may: (actor) => actor.userId !== null,
  async answer(reads) {
    const [rows, used] = await Promise.all([
      reads.rows(sql<Omit<Group, 'used'>>`
        select id, tree, parent_id as "parentId", name, position, version from groups order by tree, parent_id nulls first, position, id`),
      usedIds(reads, 'groups'),
    ]);
    const inUse = new Set(used);
    return { rows: rows.map((row) => ({ ...row, used: inUse.has(row.id) })) };
  },
});

export const groupsQueries: QueryHandler[] = [list];
