/** The scrolling rows. Only this part knows the scroll place, so nothing else re-renders while scrolling. */
import { memo, type Ref, useEffect, useImperativeHandle } from 'react';
import styles from './grid.module.css';
import { RowView } from './grid-row.tsx';
import type { CellEdit, DataGridProps, GridRow, GridSelection, GridSource } from './grid-types.ts';
import type { PlacedColumn } from './layout.ts';
import { drawnHeight } from './scroll-scale.ts';
import { isSelected } from './selection.ts';
import { useRowWindow } from './use-row-window.ts';

export interface BodyHandle {
  reveal(index: number): void;
  toTop(): void;
  /** Rows that PgDn passes. */
  page: number;
}

export interface ActiveCell {
  /** -1 is the header. */
  row: number;
  column: string;
}

export interface BodyProps<Row extends GridRow>
  extends Pick<DataGridProps<Row>, 'rowTint' | 'cellError' | 'renderCompact'> {
  gridId: string;
  scroller: HTMLElement;
  source: GridSource<Row>;
  columns: PlacedColumn<Row>[];
  rowHeight: number;
  headHeight: number;
  headRows: number;
  active: ActiveCell | undefined;
  edit: ActiveCell | undefined;
  selection: GridSelection;
  onEditEnd: CellEdit<Row>['close'];
  handle: Ref<BodyHandle>;
}

/** Shown until the exact count is known. */
const rowsWhileUnknown = 30;

function GridBodyPlain<Row extends GridRow>(props: BodyProps<Row>) {
  const { source, scroller, rowHeight, headHeight } = props;
  const rows = source.total ?? rowsWhileUnknown;
  const { window, space, reveal, goToPlace, page, slots } = useRowWindow({
    scroller,
    rows,
    rowHeight,
    headHeight,
    filled: source.total !== undefined && !source.busy,
  });
  useImperativeHandle(props.handle, () => ({ reveal, toTop: () => goToPlace(0), page }), [
    reveal,
    goToPlace,
    page,
  ]);
  const { want, total } = source;
  useEffect(() => {
    if (total !== 0 && window.last >= window.first) want(window.first, window.last);
  }, [want, total, window]);
  return (
    <div role="rowgroup" className={styles.body} style={{ height: drawnHeight(space) }}>
      {rowsIn(window.first, window.last).map((index) =>
        drawRow(props, index, { slot: index % slots, top: index * rowHeight - window.offset }),
      )}
    </div>
  );
}

export const GridBody = memo(GridBodyPlain) as typeof GridBodyPlain;

/** Rows are keyed by a slot, so a leap re-uses the DOM of the rows it leaves. */
function drawRow<Row extends GridRow>(
  props: BodyProps<Row>,
  index: number,
  at: { slot: number; top: number },
) {
  const row = props.source.rowAt(index);
  return (
    <RowView
      key={at.slot}
      gridId={props.gridId}
      row={row}
      index={index}
      headRows={props.headRows}
      top={at.top}
      columns={props.columns}
      tint={row && props.rowTint?.(row)}
      selected={row ? isSelected(props.selection, row.id) : false}
      activeColumn={props.active?.row === index ? props.active.column : undefined}
      edit={props.edit?.row === index ? props.edit : undefined}
      onEditEnd={props.onEditEnd}
      cellError={props.cellError}
      renderCompact={props.renderCompact}
    />
  );
}

function rowsIn(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
