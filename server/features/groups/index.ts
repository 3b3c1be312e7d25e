// Groups: the trees beside the lists of managers, clients and task types. Other slices keep a group_id and nothing else.
import { join } from 'node:path';
import type { Tree } from '../../../contract/groups.ts';
import type { Fault } from '../../../contract/kit/refusal.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import type { Slice } from '../../platform/slice.ts';
import { groupsCommands, mustBeTrees } from './commands.ts';
import { groupsQueries } from './queries.ts';

export const groupsSlice: Slice = {
  name: 'groups',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: groupsCommands,
  queries: groupsQueries,
  records: [
    {
      kind: 'groups',
      table: 'groups',
      right: 'directories',
      owner: null,
      changed: 'group.changed',
      events: ['group.created', 'group.changed', 'group.deleted'],
      title: 'name',
      afterUndo: mustBeTrees,
    },
  ],
};

/** The fault of a field that names no group of the tree (null: no group, which is always right). */
export async function groupFaults(
  rows: Rows,
  { tree, path, id }: { tree: Tree; path: string; id: number | null | undefined },
): Promise<Fault[]> {
  if (id == null) return [];
  const found = await rows.one(sql`select 1 from groups where id = ${id} and tree = ${tree}`);
  return found ? [] : [{ path, code: 'fault.missingRecord' }];
}

/** The groups of a tree, those under the root first. */
export function groupsOf(
  rows: Rows,
  tree: Tree,
): Promise<{ id: number; parentId: number | null; name: string }[]> {
  return rows.rows(
    sql`select id, parent_id as "parentId", name from groups where tree = ${tree} order by parent_id nulls first, position, id`,
  );
}

export { makeGroup } from './commands.ts';
