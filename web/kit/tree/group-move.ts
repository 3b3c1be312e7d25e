/** Where a branch of groups may go, and why not. Pure. */

export interface GroupNode {
  id: number;
  /** null stands right under the root. */
  parentId: number | null;
  name: string;
  count?: number;
}

/** same: after the target on its level; inside: the target becomes the parent. */
export type MoveMode = 'same' | 'inside';

export interface GroupMove {
  id: number;
  /** null is the root row. */
  targetId: number | null;
  mode: MoveMode;
}

export type MoveRefusal = 'depth' | 'itself' | 'ownBranch';

/** Children by parent, in the order given. */
export function childrenOf(nodes: GroupNode[]): Map<number | null, GroupNode[]> {
  return Map.groupBy(nodes, (node) => node.parentId);
}

/** Nothing stands beside the root, so a move to its level is a move into it. */
export function settleMove(move: GroupMove): GroupMove {
  return move.targetId === null ? { ...move, mode: 'inside' } : move;
}

/** Why the move is refused; undefined when it may be done. `maxDepth` counts levels under the root. */
export function refusalOf(nodes: GroupNode[], move: GroupMove, maxDepth: number): MoveRefusal | undefined {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  if (move.id === move.targetId) return 'itself';
  const { targetId } = move;
  if (targetId !== null && pathOf(byId, targetId).includes(move.id)) return 'ownBranch';
  const targetDepth = targetId === null ? 0 : pathOf(byId, targetId).length;
  const newDepth = settleMove(move).mode === 'inside' ? targetDepth + 1 : targetDepth;
  return newDepth - 1 + heightOf(childrenOf(nodes), move.id) > maxDepth ? 'depth' : undefined;
}

/** Ids from the node up to the level under the root. */
function pathOf(byId: Map<number, GroupNode>, id: number): number[] {
  const path: number[] = [];
  for (let node = byId.get(id); node; node = node.parentId === null ? undefined : byId.get(node.parentId))
    path.push(node.id);
  return path;
}

/** Levels of a branch, its own root included. */
function heightOf(children: Map<number | null, GroupNode[]>, id: number): number {
  return 1 + Math.max(0, ...(children.get(id) ?? []).map((child) => heightOf(children, child.id)));
}
