// Writes of the trees: make, rename, move, delete. Every move keeps the limit of depth.
import { groupDepth, groups, rightsOfTree, type Tree } from '../../../contract/groups.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { mustBeUnused } from '../../platform/references.ts';
import { refuse } from '../../platform/refusals.ts';
import { mustBeOnlyOne, mustStayOnlyOnes, type Named, type NamedRow } from '../../platform/same-name.ts';
import { type CommandHandler, commandHandler } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { levelOf, moveFault, type Node, placeOf } from './rules.ts';

type GroupRow = Node & { tree: Tree; name: string; version: number };

/** Refuses `right.missing`, naming what is missed, where the actor may not do this to the tree. */
function mustKeep(actor: Actor, tree: Tree, verb: 'add' | 'change' | 'delete'): void {
  for (const [kind, each] of rightsOfTree(tree, verb))
    if (!may(actor, kind, each)) refuse('right.missing', { kind, verb: each });
}

const mayChange = (actor: Actor) => may(actor, 'directories', 'change');

/** Locked for whoever has seen a version of it; a move locks the whole tree instead. */
async function mustFind(rows: Rows, id: number, lock = sql``): Promise<GroupRow> {
  const row = await rows.one(
    sql<GroupRow>`select id, tree, parent_id as "parentId", name, position, version from groups where id = ${id} ${lock}`,
  );
  return row ?? refuse('record.missing', { kind: 'groups' });
}

/** The tree, locked against a second move at the same time: two moves could make a circle together. */
async function lockTree(tx: Tx, tree: Tree): Promise<Map<number, Node>> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext(${`groups/${tree}`}))`);
  const rows = await tx.rows(
    sql<Node>`select id, parent_id as "parentId", position from groups where tree = ${tree}`,
  );
  return new Map(rows.map((node) => [node.id, node]));
}

export type NewGroup = { tree: Tree; parentId: number | null; name: string };

/** Refuses a group that is not of the tree: `group.otherTree`, or `record.missing` where it is gone. */
async function mustBeOfTree(tx: Tx, nodes: Map<number, Node>, id: number | null): Promise<void> {
  if (id === null || nodes.has(id)) return;
  await mustFind(tx, id);
  refuse('group.otherTree');
}

/** Makes a group as the last of its level. Refuses `group.tooDeep`, `group.otherTree`. */
export async function makeGroup(tx: Tx, { tree, parentId, name }: NewGroup): Promise<number> {
  const nodes = await lockTree(tx, tree);
  await mustBeOfTree(tx, nodes, parentId);
  if (levelOf(nodes, parentId) + 1 > groupDepth) refuse('group.tooDeep', { depth: groupDepth });
  const { position } = placeOf(nodes, parentId, 'inside');
  const row = await tx.one(sql<{ id: number }>`
    insert into groups (tree, parent_id, name, position) values (${tree}, ${parentId}, ${name}, ${position}) returning id`);
  return row?.id as number;
}

/** Beside it, under the same group, no other may have the name. Asked with the tree locked. */
async function mustHaveOwnName(tx: Tx, { tree, parentId, name }: NewGroup, self = 0): Promise<void> {
  const beside = await tx.rows(sql<Named>`
    select name from groups where tree = ${tree} and parent_id is not distinct from ${parentId} and id <> ${self}`);
  mustBeOnlyOne(name, beside, 'name');
}

const create = commandHandler({
  request: groups.create,
  may: (actor) => may(actor, 'directories', 'add'),
  async run(tx, actor, input, emit) {
    mustKeep(actor, input.tree, 'add');
    await lockTree(tx, input.tree);
    await mustHaveOwnName(tx, input);
    const id = await makeGroup(tx, input);
    emit({ name: 'group.created', ids: [id] });
    return { id };
  },
});

const rename = commandHandler({
  request: groups.rename,
  may: mayChange,
  async run(tx, actor, { id, version, name }, emit) {
    const { tree } = await mustFind(tx, id);
    mustKeep(actor, tree, 'change');
    await lockTree(tx, tree);
    const current = await mustFind(tx, id, sql`for update`);
    mustBeFresh(current, version);
    if (name !== current.name) await mustHaveOwnName(tx, { ...current, name }, id);
    await tx.rows(sql`update groups set name = ${name}, version = version + 1 where id = ${id}`);
    emit({ name: 'group.changed', ids: [id] });
    return {};
  },
});

const move = commandHandler({
  request: groups.move,
  may: mayChange,
  async run(tx, actor, { id, targetId, mode }, emit) {
    const { tree } = await mustFind(tx, id);
    mustKeep(actor, tree, 'change');
    const nodes = await lockTree(tx, tree);
    const { name } = await mustFind(tx, id);
    await mustBeOfTree(tx, nodes, targetId);
    if (targetId === id) return {};
    const to = placeOf(nodes, targetId, mode);
    const fault = moveFault(nodes, { id, to }, groupDepth);
    if (fault) refuse(fault, { depth: groupDepth });
    await mustHaveOwnName(tx, { tree, name, parentId: to.parentId }, id);
    await tx.rows(sql`update groups set position = position + 1, version = version + 1
      where tree = ${tree} and parent_id is not distinct from ${to.parentId} and position >= ${to.position} and id <> ${id}`);
    await tx.rows(
      sql`update groups set parent_id = ${to.parentId}, position = ${to.position}, version = version + 1 where id = ${id}`,
    );
    emit({ name: 'group.changed', ids: [id] });
    return {};
  },
});

const remove = commandHandler({
  request: groups.delete,
  may: (actor) => may(actor, 'directories', 'delete'),
  async run(tx, actor, { id }, emit) {
    const { tree } = await mustFind(tx, id);
    mustKeep(actor, tree, 'delete');
    const nodes = await lockTree(tx, tree);
    const below = [...nodes.values()].filter((node) => node.parentId === id);
    if (below.length > 0) refuse('group.hasGroups', { count: below.length });
    await mustBeUnused(tx, { actor, table: 'groups', ids: [id] });
    await tx.rows(sql`delete from groups where id = ${id}`);
    emit({ name: 'group.deleted', ids: [id] });
    return {};
  },
});

/** The trees that the groups stand or stood in. */
async function treesOf(tx: Tx, ids: number[]): Promise<Tree[]> {
  const rows = await tx.rows(sql<{ tree: Tree }>`
    select tree from groups where id = any(${ids}::bigint[])
    union select before ->> 'tree' from journal where of = 'groups' and row_id = any(${ids}::bigint[]) and change = 'd'`);
  return rows.map(({ tree }) => tree);
}

/**
 * An undo does no more to a tree than its maker may. It may bring back a place that is no more: below itself, deeper than the
 * trees go, or beside another of the name.
 */
export async function mustBeTrees(tx: Tx, ids: number[], actor: Actor): Promise<void> {
  for (const tree of await treesOf(tx, ids)) mustKeep(actor, tree, 'change');
  const rows = await tx.rows(sql<Node & NamedRow>`
    select id, parent_id as "parentId", position, name, concat(tree, '/', parent_id) as beside from groups`);
  mustStayOnlyOnes(rows, ids);
  const nodes = new Map(rows.map((node) => [node.id, node]));
  for (const { id } of rows) if (levelOf(nodes, id) > groupDepth) refuse('operation.clash');
}

export const groupsCommands: CommandHandler[] = [create, rename, move, remove];
