// The trees as the screens draw them.
import { type Group, groups, type Tree, trees } from '../../../contract/groups.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { usedIds } from '../../platform/references.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';

/** Groups are for choosing, as directories are; those of clients only for whoever has to do with clients. */
const seesTree = (actor: Actor, tree: Tree) =>
  tree !== 'clients' ||
  may(actor, 'clients', 'view') ||
  may(actor, 'clients', 'add') ||
  may(actor, 'directories', 'change');

const list = queryHandler({
  request: groups.list,
  may: (actor) => actor.userId !== null,
  async answer(reads, actor) {
    const seen = trees.filter((tree) => seesTree(actor, tree));
    const [rows, used] = await Promise.all([
      reads.rows(sql<Omit<Group, 'used'>>`
        select id, tree, parent_id as "parentId", name, position, version from groups
        where tree = any(${seen}) order by tree, parent_id nulls first, position, id`),
      usedIds(reads, actor, 'groups'),
    ]);
    const inUse = new Set(used);
    return { rows: rows.map((row) => ({ ...row, used: inUse.has(row.id) })) };
  },
});

export const groupsQueries: QueryHandler[] = [list];
