/** The groups as a headless tree: opening, keyboard walk, renaming. */
import {
  expandAllFeature,
  hotkeysCoreFeature,
  renamingFeature,
  syncDataLoaderFeature,
} from '@headless-tree/core';
import { useTree } from '@headless-tree/react';
import { useEffect, useMemo, useRef } from 'react';
import { childrenOf, type GroupNode } from './group-move.ts';

export interface TreeEntry {
  name: string;
  count: number | undefined;
}

/** The invisible root and the visible «all» row under it. */
const ground = 'ground';
export const allRow = 'all';

/** Our id of a tree item; null for the root row. */
export function idOf(item: string): number | null {
  return item === allRow ? null : Number(item);
}

export function itemOf(id: number | null): string {
  return id === null ? allRow : String(id);
}

export interface GroupTreeQuestion {
  nodes: GroupNode[];
  allLabel: string;
  allCount: number | undefined;
  initiallyOpen: 'all' | number[];
  /** `was`: the name that stood there when writing began. */
  onRename: ((id: number, name: string, was: string) => void) | undefined;
}

export function useGroupTree({ nodes, allLabel, allCount, initiallyOpen, onRename }: GroupTreeQuestion) {
  const loader = useMemo(
    () => loaderOf(nodes, { name: allLabel, count: allCount }),
    [nodes, allLabel, allCount],
  );
  const opened = initiallyOpen === 'all' ? nodes.map((node) => node.id) : initiallyOpen;
  const begun = useRef('');
  const tree = useTree<TreeEntry>({
    rootItemId: ground,
    dataLoader: loader,
    getItemName: (item) => item.getItemData().name,
    isItemFolder: (item) => item.getId() === allRow || loader.getChildren(item.getId()).length > 0,
    canRename: (item) => onRename !== undefined && item.getId() !== allRow,
    onRename: (item, value) => {
      const name = value.trim();
      const id = idOf(item.getId());
      if (id !== null && name && name !== item.getItemName()) onRename?.(id, name, begun.current);
    },
    initialState: { expandedItems: [allRow, ...opened.map(String)] },
    features: [syncDataLoaderFeature, hotkeysCoreFeature, renamingFeature, expandAllFeature],
  });
  const { renamingItem } = tree.getState();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a name that changes meanwhile is not the one that was seen
  useEffect(() => {
    if (renamingItem) begun.current = tree.getItemInstance(renamingItem).getItemName();
  }, [renamingItem]);
  const known = useRef(nodes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tree must be told that its nodes are other ones
  useEffect(() => {
    const fresh = initiallyOpen === 'all' ? parentsOfArrived(known.current, nodes) : [];
    known.current = nodes;
    if (fresh.length > 0)
      tree.applySubStateUpdate('expandedItems', (open) => [...new Set([...open, ...fresh])]);
    tree.rebuildTree();
  }, [tree, loader]);
  return tree;
}

/** A group that has just been added or moved into another is seen at once. */
function parentsOfArrived(before: GroupNode[], after: GroupNode[]): string[] {
  const parents = new Map(before.map(({ id, parentId }) => [id, parentId]));
  return after
    .filter(({ id, parentId }) => parents.get(id) !== parentId)
    .map(({ parentId }) => itemOf(parentId));
}

function loaderOf(nodes: GroupNode[], all: TreeEntry) {
  const byId = new Map(nodes.map((node) => [String(node.id), node]));
  const children = childrenOf(nodes);
  return {
    getItem: (item: string): TreeEntry => {
      const node = byId.get(item);
      return node ? { name: node.name, count: node.count } : all;
    },
    getChildren: (item: string) =>
      item === ground ? [allRow] : (children.get(idOf(item)) ?? []).map((node) => String(node.id)),
  };
}
