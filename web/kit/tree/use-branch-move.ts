/** Moving a branch, by the mouse or carried by keyboard: what is allowed, and what is said about it. */
import { useEffect, useRef, useState } from 'react';
import { type GroupMove, type GroupNode, type MoveMode, refusalOf, settleMove } from './group-move.ts';
import type { GroupTreeLabels } from './group-tree-labels.ts';
import { itemOf } from './use-group-tree.ts';

interface BranchMove {
  nodes: GroupNode[];
  labels: GroupTreeLabels;
  mode: MoveMode;
  maxDepth: number;
  onMove: ((move: GroupMove) => unknown) | undefined;
  /** Opens a group, so that what has just been put into it is seen. */
  open(id: number): void;
}

type Said = { text: string; refused: boolean };
type Awaited = { id: number; parentId: number | null; arrived: boolean };

function parentAfter(nodes: GroupNode[], { targetId, mode }: GroupMove): number | null {
  return mode === 'inside' ? targetId : (nodes.find(({ id }) => id === targetId)?.parentId ?? null);
}

/** What was said of a move is true until the tree changes once more: undone, or moved by somebody else. */
function useAwaitedMove(nodes: GroupNode[], onOutdated: () => void) {
  const awaited = useRef<Awaited>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other nodes make it outdated
  useEffect(() => {
    const move = awaited.current;
    if (move?.arrived) {
      awaited.current = undefined;
      onOutdated();
    } else if (move) move.arrived = nodes.find(({ id }) => id === move.id)?.parentId === move.parentId;
  }, [nodes]);
  return awaited;
}

export function useBranchMove({ nodes, labels, mode, maxDepth, onMove, open }: BranchMove) {
  const [carried, setCarried] = useState<number>();
  const [refusedAt, setRefusedAt] = useState<string>();
  const [said, setSaid] = useState<Said>();
  const awaited = useAwaitedMove(nodes, () => setSaid(undefined));
  const say = (next: Said | undefined) => {
    awaited.current = undefined;
    setSaid(next);
  };
  const nameOf = (id: number | null) => nodes.find((node) => node.id === id)?.name ?? labels.all;
  const refuse = (id: number, targetId: number | null): boolean => {
    const reason = refusalOf(nodes, { id, targetId, mode }, maxDepth);
    setRefusedAt(reason && itemOf(targetId));
    say(reason && { text: labels.refused(reason, nameOf(id)), refused: true });
    return reason !== undefined;
  };
  const drop = (id: number, targetId: number | null) => {
    if (refuse(id, targetId)) return;
    const move = settleMove({ id, targetId, mode });
    setCarried(undefined);
    const moved = { text: labels.moved(nameOf(id), nameOf(targetId), move.mode), refused: false };
    say(moved);
    awaited.current = { id, parentId: parentAfter(nodes, move), arrived: false };
    if (targetId !== null && mode === 'inside') open(targetId);
    void takeBackUnlessDone(moved, onMove?.(move));
  };
  /** Whoever refuses says why; here it was said too early. */
  const takeBackUnlessDone = async (moved: Said, done: unknown) => {
    if ((await done) === false) setSaid((now) => (now === moved ? undefined : now));
  };
  const take = (id: number | null) => {
    if (id === null || !onMove) return;
    setCarried(id);
    say({ text: labels.carrying(nameOf(id), mode), refused: false });
  };
  const letGo = () => {
    if (carried === undefined) return;
    say({ text: labels.letGo(nameOf(carried)), refused: false });
    setCarried(undefined);
  };
  return { carried, refusedAt, said, hover: refuse, drop, take, letGo };
}
