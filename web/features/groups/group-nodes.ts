// Groups as the tree draws them: all of them, or only those in use with the way to them. Pure.
import type { Group, Tree } from '../../../contract/groups.ts';
import type { GroupNode } from '../../kit/tree/group-move.ts';

/** All groups of a tree, level by level in their own order. */
export function allNodes(groups: Group[], tree: Tree): GroupNode[] {
  return groups
    .filter((group) => group.tree === tree)
    .map(({ id, parentId, name }) => ({ id, parentId, name }));
}

/** Groups that hold anything, in themselves or below, and the one that is chosen, which must not vanish under the hand. */
export function nodesInUse(groups: Group[], tree: Tree, selected: number | null): GroupNode[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const shown = new Set<number>();
  for (const group of groups) {
    if (!group.used && group.id !== selected) continue;
    for (let at: Group | undefined = group; at; at = at.parentId === null ? undefined : byId.get(at.parentId))
      shown.add(at.id);
  }
  return allNodes(groups, tree).filter(({ id }) => shown.has(id));
}

/** The group with all groups below it; null: no group, which is no branch at all. */
export function branchOf(groups: Pick<Group, 'id' | 'parentId'>[], id: number): Set<number> {
  const branch = new Set([id]);
  for (let grown = -1; grown !== branch.size; ) {
    grown = branch.size;
    for (const group of groups)
      if (group.parentId !== null && branch.has(group.parentId)) branch.add(group.id);
  }
  return branch;
}
