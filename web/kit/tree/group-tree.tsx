/**
 * A tree of groups with «all» as its root row. A branch is moved by the mouse, or taken with Ctrl+X and put with
 * Ctrl+V (or Enter) on its target; the mode says whether it goes beside the target or into it.
 */
import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { tip } from '../tip.ts';
import type { GroupMove, GroupNode, MoveMode } from './group-move.ts';
import { GroupRow } from './group-row.tsx';
import type { GroupTreeLabels } from './group-tree-labels.ts';
import styles from './tree.module.css';
import { useBranchMove } from './use-branch-move.ts';
import { allRow, idOf, itemOf, useGroupTree } from './use-group-tree.ts';

export interface GroupTreeProps {
  nodes: GroupNode[];
  /** null is the root row. */
  selected: number | null;
  onSelect(id: number | null): void;
  labels: GroupTreeLabels;
  allCount?: number;
  mode?: MoveMode;
  /** Levels under the root. */
  maxDepth?: number;
  /** Without it branches cannot be moved. Answers false, or a promise of it, where it was refused after all. */
  onMove?(move: GroupMove): unknown;
  onRename?(id: number, name: string, was: string): void;
  onDelete?(id: number): void;
  initiallyOpen?: 'all' | number[];
}

export function GroupTree(props: GroupTreeProps) {
  const { nodes, labels, mode = 'same', maxDepth = 3, initiallyOpen = 'all' } = props;
  const treeId = useId();
  const tree = useGroupTree({
    nodes,
    allLabel: labels.all,
    allCount: props.allCount,
    initiallyOpen,
    onRename: props.onRename,
  });
  const focused = () => idOf(tree.getFocusedItem().getId());
  const move = useBranchMove({
    nodes,
    labels,
    mode,
    maxDepth,
    onMove: props.onMove,
    open: (id) => tree.getItemInstance(String(id)).expand(),
  });
  const { carried } = move;
  const onKeyDown = treeKeys({
    take: () => move.take(focused()),
    letGo: carried === undefined ? undefined : move.letGo,
    put: () => carried !== undefined && move.drop(carried, focused()),
    choose: () => (carried === undefined ? props.onSelect(focused()) : move.drop(carried, focused())),
    remove: () => {
      const id = focused();
      if (id !== null) props.onDelete?.(id);
    },
    expandAll: () => void tree.expandAll(),
    collapseAll: () => collapseAll(tree),
  });
  return (
    <div className={styles.frame}>
      <div className={styles.tools}>
        <Tool label={labels.expandAll} icon="plus" onPress={() => void tree.expandAll()} />
        <Tool label={labels.collapseAll} icon="minus" onPress={() => collapseAll(tree)} />
      </div>
      <div {...tree.getContainerProps(labels.tree)} role="tree" className={styles.tree} onKeyDown={onKeyDown}>
        {tree.getItems().map((item) => {
          const id = idOf(item.getId());
          return (
            <GroupRow
              key={item.getId()}
              item={item}
              treeId={treeId}
              selected={id === props.selected}
              carried={id !== null && id === carried}
              movable={props.onMove !== undefined}
              puts={carried !== undefined}
              mode={mode}
              refused={move.refusedAt === itemOf(id)}
              labels={labels}
              onSelect={() => props.onSelect(id)}
              onOver={(dragged) => move.hover(dragged, id)}
              onDrop={(dragged) => move.drop(dragged, id)}
            />
          );
        })}
      </div>
      <div className={styles.said} role="status" data-refused={move.said?.refused || undefined}>
        {move.said?.text}
      </div>
    </div>
  );
}

type Tree = ReturnType<typeof useGroupTree>;

/** All but the root row, which is never closed. */
function collapseAll(tree: Tree) {
  tree.applySubStateUpdate('expandedItems', [allRow]);
  tree.getItemInstance(allRow).setFocused();
  tree.rebuildTree();
}

function Tool({ label, icon, onPress }: { label: string; icon: 'plus' | 'minus'; onPress(): void }) {
  const Icon = icon === 'plus' ? IconPlus : IconMinus;
  return (
    <ActionIcon {...tip(label)} size={24} aria-label={label} onClick={onPress}>
      <Icon size={15} stroke={1.75} />
    </ActionIcon>
  );
}

type TreeActions = Record<
  'take' | 'put' | 'letGo' | 'choose' | 'remove' | 'expandAll' | 'collapseAll',
  (() => unknown) | undefined
>;

const plainKeys: Record<string, keyof TreeActions> = {
  Enter: 'choose',
  ' ': 'choose',
  Escape: 'letGo',
  Delete: 'remove',
  '+': 'expandAll',
  '=': 'expandAll',
  '-': 'collapseAll',
};

/** By physical key with Ctrl, so that the Russian layout works; keys typed into a field are the field's own. */
function treeKeys(actions: TreeActions) {
  return (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).tagName === 'INPUT') return;
    const control = event.ctrlKey || event.metaKey;
    const name = control
      ? ({ KeyX: 'take', KeyV: 'put' } as const)[event.code as 'KeyX' | 'KeyV']
      : plainKeys[event.key];
    const act = name && actions[name];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
