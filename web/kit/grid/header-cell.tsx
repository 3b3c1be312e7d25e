/** The head of one column: a click sorts, a drag moves, the edge resizes, the menu does the rest. */
import { IconArrowDown, IconArrowUp, IconDotsVertical } from '@tabler/icons-react';
import { type MouseEvent, useId, useRef } from 'react';
import { late } from '../late/late.tsx';
import { useOnceTrue } from '../late/standing.ts';
import { ColumnResizer } from './column-resizer.tsx';
import styles from './grid.module.css';
import { activeCellId, pinnedAt } from './grid-row.tsx';
import type { GridLabels, GridSort } from './grid-types.ts';
import { minWidthOf, type PlacedColumn } from './layout.ts';
import { useColumnDrag } from './use-column-drag.ts';
import type { HeaderActions } from './use-header.ts';

const ColumnMenu = late(() => import('./column-menu.tsx').then((file) => file.ColumnMenu));

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
  const button = useRef<HTMLButtonElement>(null);
  const buttonId = useId();
  const menuWanted = useOnceTrue(menuOpen);
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
      <button
        ref={button}
        type="button"
        id={buttonId}
        tabIndex={-1}
        className={styles.menuButton}
        aria-label={labels.columnMenu(column.title)}
        aria-haspopup="menu"
        aria-expanded={menuOpen}
        title={labels.columnMenu(column.title)}
        onClick={(event) => {
          event.stopPropagation();
          actions.openMenu(column.id);
        }}
      >
        <IconDotsVertical size={14} stroke={1.5} />
      </button>
      {menuWanted && (
        <ColumnMenu
          id={buttonId}
          anchor={button}
          column={column}
          pinned={pinned}
          sort={key}
          labels={labels}
          opened={menuOpen}
          onClose={actions.closeMenu}
          {...actions.menuOf(column.id)}
        />
      )}
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
