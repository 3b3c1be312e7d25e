/** The words of the tree of groups, in the caller's language. */
import type { MoveMode, MoveRefusal } from './group-move.ts';

export interface GroupTreeLabels {
  tree: string;
  all: string;
  expandAll: string;
  collapseAll: string;
  rename: string;
  /** Writes a number of records. */
  count(count: number): string;
  refused(reason: MoveRefusal, name: string): string;
  /** Said when a branch is taken by keyboard; the mode is in force. */
  carrying(name: string, mode: MoveMode): string;
  moved(name: string, target: string, mode: MoveMode): string;
  letGo(name: string): string;
}
