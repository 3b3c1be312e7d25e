// Pure decisions about a move in a tree: where the branch comes to stand, and whether it may.

export type Node = { id: number; parentId: number | null; position: number };

export type Place = { parentId: number | null; position: number };
export type MoveFault = 'group.tooDeep' | 'group.intoItself';

/** Levels above a node, itself included: 1 for a node under the root. In a circle: without end. */
export function levelOf(nodes: Map<number, Node>, id: number | null): number {
  let level = 0;
  for (let at = id; at !== null && level <= nodes.size; at = nodes.get(at)?.parentId ?? null) level++;
  return level > nodes.size ? Number.POSITIVE_INFINITY : level;
}

/** Levels that a branch takes up, its top included. */
export function heightOf(nodes: Map<number, Node>, id: number): number {
  const below = [...nodes.values()].filter((node) => node.parentId === id);
  return 1 + Math.max(0, ...below.map((node) => heightOf(nodes, node.id)));
}

export function isWithin(nodes: Map<number, Node>, id: number | null, branch: number): boolean {
  if (id === null) return false;
  return id === branch || isWithin(nodes, nodes.get(id)?.parentId ?? null, branch);
}

/** Where the branch comes to stand: after the target on its level, or inside it at the end; null target: the root's end or start. */
export function placeOf(nodes: Map<number, Node>, targetId: number | null, mode: 'same' | 'inside'): Place {
  if (mode === 'same' && targetId !== null) {
    const target = nodes.get(targetId);
    return { parentId: target?.parentId ?? null, position: (target?.position ?? 0) + 1 };
  }
  const siblings = [...nodes.values()].filter((node) => node.parentId === targetId);
  return { parentId: targetId, position: 1 + Math.max(0, ...siblings.map((node) => node.position)) };
}

/** Why the move cannot be; null: it can. `depth`: levels allowed under the root. */
export function moveFault(
  nodes: Map<number, Node>,
  move: { id: number; to: Place },
  depth: number,
): MoveFault | null {
  if (isWithin(nodes, move.to.parentId, move.id)) return 'group.intoItself';
  return levelOf(nodes, move.to.parentId) + heightOf(nodes, move.id) > depth ? 'group.tooDeep' : null;
}
