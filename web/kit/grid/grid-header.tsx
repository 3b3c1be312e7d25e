/** The sticky head of the grid: choice of all rows and the columns' titles. */
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { memo } from 'react';
import styles from './grid.module.css';
import type { GridLabels, GridSort } from './grid-types.ts';
import { HeaderCell } from './header-cell.tsx';
import type { PlacedColumn } from './layout.ts';
import type { HeaderActions } from './use-header.ts';

interface GridHeaderProps {
  gridId: string;
  columns: PlacedColumn<never>[];
  sort: GridSort[];
  activeColumn: string | undefined;
  menu: string | undefined;
  labels: GridLabels;
  actions: HeaderActions;
  chosen: 'all' | 'some' | 'none';
  onChooseAll(): void;
}

function GridHeaderPlain(props: GridHeaderProps) {
  const { columns, labels, chosen } = props;
  return (
    <div role="row" aria-rowindex={1} className={styles.headRow}>
      <div role="columnheader" aria-colindex={1} className={styles.gutter}>
        <button
          type="button"
          role="checkbox"
          tabIndex={-1}
          className={styles.check}
          aria-label={labels.selectAll}
          aria-checked={chosen === 'some' ? 'mixed' : chosen === 'all'}
          data-checked={chosen !== 'none' || undefined}
          onClick={props.onChooseAll}
        >
          {chosen === 'all' && <IconCheck size={11} stroke={3} />}
          {chosen === 'some' && <IconMinus size={11} stroke={3} />}
        </button>
      </div>
      {columns.map((placed, at) => (
        <HeaderCell
          key={placed.column.id}
          gridId={props.gridId}
          placed={placed}
          at={at}
          sort={props.sort}
          active={props.activeColumn === placed.column.id}
          menuOpen={props.menu === placed.column.id}
          labels={labels}
          actions={props.actions}
        />
      ))}
    </div>
  );
}

export const GridHeader = memo(GridHeaderPlain);
