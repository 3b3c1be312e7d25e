/** The head of one column: a click sorts, a drag moves, the edge resizes, the menu does the rest. */
import { IconArrowDown, IconArrowUp, IconDotsVertical } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { ColumnMenu } from './column-menu.tsx';
import { ColumnResizer } from './column-resizer.tsx';
import styles from './grid.module.css';
import { activeCellId, pinnedAt } from './grid-row.tsx';
import type { GridLabels, GridSort } from './grid-types.ts';
import { minWidthOf, type PlacedColumn } from './layout.ts';
import { useColumnDrag } from './use-column-drag.ts';
import type { HeaderActions } from './use-header.ts';

interface HeaderCellProps {
  gridId: string;
  placed: PlacedColumn<never>;
  at: number;
  sort: GridSort[];
  active: boolean;
  menuOpen: boolean;
  labels: GridLabels;
  actions: HeaderActions;
}

export function HeaderCell({ gridId, placed, at, sort, active, menuOpen, labels, actions }: HeaderCellProps) {
  const { column, pinned, width } = placed;
  const { ref, edge } = useColumnDrag(gridId, column.id, actions.move);
  const place = sort.findIndex((key) => key.field === column.id);
  const key = sort[place];
  const onClick = (event: MouseEvent) => {
    if (column.sortable) actions.sort(column.id, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the active header does the same
    <div
      ref={ref}
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={key ? (key.desc ? 'descending' : 'ascending') : undefined}
      id={active ? activeCellId(gridId) : undefined}
      className={styles.headCell}
      data-column={column.id}
      data-align={column.align}
      data-active={active || undefined}
      data-sortable={column.sortable || undefined}
      data-pinned={pinned || undefined}
      data-edge={edge ?? undefined}
      style={pinned ? pinnedAt(at) : undefined}
      onClick={onClick}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.openMenu(column.id);
      }}
    >
      <span className={styles.title}>{column.title}</span>
      {key && <SortMark desc={key.desc} ordinal={sort.length > 1 ? place + 1 : undefined} />}
      <ColumnMenu
        column={column}
        pinned={pinned}
        sort={key}
        labels={labels}
        opened={menuOpen}
        onClose={actions.closeMenu}
        {...actions.menuOf(column.id)}
      >
        <MenuButton label={labels.columnMenu(column.title)} onPress={() => actions.openMenu(column.id)} />
      </ColumnMenu>
      <ColumnResizer
        label={labels.resize(column.title)}
        width={width}
        minWidth={minWidthOf(column)}
        onPreview={(next) => actions.preview(column.id, next)}
        onResize={(next) => actions.resize(column.id, next)}
        onFit={() => actions.fit(column.id)}
      />
    </div>
  );
}

function SortMark({ desc, ordinal }: { desc: boolean; ordinal: number | undefined }) {
  const Arrow = desc ? IconArrowDown : IconArrowUp;
  return (
    <span className={styles.sortMark} aria-hidden>
      <Arrow size={13} stroke={2} />
      {ordinal}
    </span>
  );
}

interface MenuButtonProps {
  label: string;
  onPress(): void;
}

/** Takes whatever the menu adds (ref, aria) besides its own press. */
function MenuButton({ label, onPress, ...given }: MenuButtonProps) {
  return (
    <button
      {...given}
      type="button"
      tabIndex={-1}
      className={styles.menuButton}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      <IconDotsVertical size={14} stroke={1.5} />
    </button>
  );
}
