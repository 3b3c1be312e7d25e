/** One row of the tree: the chevron opens, the name selects, F2 or a double click renames. */
import type { ItemInstance } from '@headless-tree/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useRef } from 'react';
import type { GroupTreeLabels } from './group-tree-labels.ts';
import styles from './tree.module.css';
import { useBranchDrag } from './use-branch-drag.ts';
import { idOf, type TreeEntry } from './use-group-tree.ts';

export interface GroupRowProps {
  item: ItemInstance<TreeEntry>;
  treeId: string;
  selected: boolean;
  /** Taken up by keyboard and waiting for its new place. */
  carried: boolean;
  movable: boolean;
  mode: 'same' | 'inside';
  /** How this row would take what hovers over it. */
  refused: boolean;
  /** A branch that was taken can be put here. */
  puts: boolean;
  labels: Pick<GroupTreeLabels, 'rename' | 'count'>;
  onSelect(): void;
  onOver(draggedId: number): void;
  onDrop(draggedId: number): void;
}

export function GroupRow(props: GroupRowProps) {
  const { item, mode } = props;
  const element = useRef<HTMLDivElement>(null);
  const id = idOf(item.getId());
  const over = useBranchDrag({
    element,
    treeId: props.treeId,
    id,
    disabled: !props.movable || item.isRenaming(),
    onOver: props.onOver,
    onDrop: props.onDrop,
  });
  const { level } = item.getItemMeta();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys
    <div
      {...item.getProps()}
      role="treeitem"
      aria-label={undefined}
      ref={(node) => {
        element.current = node;
        item.registerElement(node);
      }}
      aria-selected={props.selected}
      className={styles.row}
      style={{ paddingLeft: 4 + level * 16 }}
      data-over={over ? (props.refused ? 'refused' : id === null ? 'inside' : mode) : undefined}
      data-carried={props.carried || undefined}
      data-clip-of={props.movable ? 'groups' : undefined}
      data-clip={[id !== null && 'cut', props.puts && 'paste'].filter(Boolean).join(' ')}
      onClick={() => {
        item.setFocused();
        props.onSelect();
      }}
      onDoubleClick={() => id !== null && item.startRenaming()}
    >
      <Chevron item={item} />
      {item.isRenaming() ? (
        <RenameField item={item} label={props.labels.rename} />
      ) : (
        <Name entry={item.getItemData()} count={props.labels.count} />
      )}
    </div>
  );
}

function Chevron({ item }: { item: ItemInstance<TreeEntry> }) {
  if (!item.isFolder() || item.getItemMeta().level === 0) return <span className={styles.chevron} />;
  const toggle = () => (item.isExpanded() ? item.collapse() : item.expand());
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrows of the tree do the same
    // biome-ignore lint/a11y/noStaticElementInteractions: the row itself is the tree item
    <span
      className={styles.chevron}
      data-open={item.isExpanded() || undefined}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
    >
      <IconChevronRight size={14} stroke={1.75} />
    </span>
  );
}

function Name({ entry, count }: { entry: TreeEntry; count(count: number): string }) {
  return (
    <>
      <span className={styles.name}>{entry.name}</span>{' '}
      {entry.count !== undefined && <span className={styles.count}>{count(entry.count)}</span>}
    </>
  );
}

function RenameField({ item, label }: { item: ItemInstance<TreeEntry>; label: string }) {
  return (
    <input
      {...item.getRenameInputProps()}
      className={styles.rename}
      aria-label={label}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => item.getTree().completeRenaming()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
