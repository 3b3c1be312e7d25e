/** Rules of moving groups: two modes, a limit of depth, never into one's own branch. */
import { describe, expect, it } from 'vitest';
import { type GroupNode, refusalOf, settleMove } from './group-move.ts';

/** 1 ─ 2 ─ 3, and 4 ─ 5 beside; 6 is empty. */
const nodes: GroupNode[] = [
  { id: 1, parentId: null, name: 'a' },
  { id: 2, parentId: 1, name: 'b' },
  { id: 3, parentId: 2, name: 'c' },
  { id: 4, parentId: null, name: 'd' },
  { id: 5, parentId: 4, name: 'e' },
  { id: 6, parentId: null, name: 'f' },
];

describe('D-03 moving a group', () => {
  it('D-03 puts a branch into an empty group', () => {
    expect(refusalOf(nodes, { id: 4, targetId: 6, mode: 'inside' }, 3)).toBeUndefined();
  });

  it('D-03 refuses a branch that would grow below the limit', () => {
    expect(refusalOf(nodes, { id: 4, targetId: 2, mode: 'inside' }, 3)).toBe('depth');
    expect(refusalOf(nodes, { id: 4, targetId: 3, mode: 'same' }, 3)).toBe('depth');
    expect(refusalOf(nodes, { id: 4, targetId: 2, mode: 'same' }, 3)).toBeUndefined();
  });

  it('D-03 refuses the group itself and its own branch', () => {
    expect(refusalOf(nodes, { id: 1, targetId: 1, mode: 'same' }, 3)).toBe('itself');
    expect(refusalOf(nodes, { id: 1, targetId: 3, mode: 'inside' }, 9)).toBe('ownBranch');
  });

  it('D-03 takes the root only as a parent', () => {
    expect(settleMove({ id: 3, targetId: null, mode: 'same' }).mode).toBe('inside');
    expect(refusalOf(nodes, { id: 3, targetId: null, mode: 'same' }, 3)).toBeUndefined();
  });
});
