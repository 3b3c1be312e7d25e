/**
 * The list of everything: virtual rows from a source of blocks, columns in the user's arrangement, keyboard first.
 * It keeps no data and no settings: both come in by props, every change goes out by a callback.
 */
import { type KeyboardEvent, useCallback, useState } from 'react';
import { onCopy } from './copying.ts';
import styles from './grid.module.css';
import { GridBody } from './grid-body.tsx';
import { choose, type GridModel, perform, selectionOf } from './grid-commands.ts';
import { GridHeader } from './grid-header.tsx';
import { commandOf } from './grid-keys.ts';
import { activeCellId } from './grid-row.tsx';
import type { DataGridProps, GridRow, GridSelection, GridSort } from './grid-types.ts';
import { columnVariables, type PlacedColumn } from './layout.ts';
import { SearchRow } from './search-row.tsx';
import { countSelected, everythingSelected, nothingSelected } from './selection.ts';
import { type GridState, useGrid } from './use-grid.ts';
import { useRowPointer } from './use-row-pointer.ts';

const noSort: GridSort[] = [];
const noSearch: Record<string, string> = {};

export function DataGrid<Row extends GridRow>(props: DataGridProps<Row>) {
  const { source, labels, selection = nothingSelected } = props;
  const grid = useGrid(props);
  const { gridId, latest, columns } = grid;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const pointer = useRowPointer(latest);
  const total = source.total;
  const slot = props.error ?? (total === 0 ? props.empty : undefined);
  const isActiveDrawn = grid.active && (grid.active.row < 0 || slot === undefined);
  return (
    <div className={styles.frame} data-compact={grid.compact || undefined}>
      <div
        ref={(element) => {
          grid.root.current = element;
          setScroller(element);
        }}
        role="grid"
        tabIndex={0}
        aria-label={labels.grid}
        aria-rowcount={total === undefined ? -1 : total + grid.headRows}
        aria-colcount={grid.compact ? 2 : columns.length + 1}
        aria-multiselectable
        aria-busy={source.busy}
        data-clip-of="rows"
        data-clip={grid.active ? 'copy' : ''}
        aria-activedescendant={isActiveDrawn ? activeCellId(gridId) : undefined}
        className={styles.scroller}
        style={{ ...columnVariables(columns, grid.gutter), '--head': `${grid.headHeight}px` } as object}
        onKeyDown={(event) => onKeyDown(latest.current, event)}
        onCopy={(event) => onCopy(latest.current, event)}
        onFocus={(event) => enter(latest.current, event.target === event.currentTarget)}
        {...pointer}
      >
        {!grid.compact && <Head props={props} grid={grid} />}
        {scroller && slot === undefined && (
          <GridBody
            gridId={gridId}
            scroller={scroller}
            source={source}
            columns={columns}
            rowHeight={grid.rowHeight}
            headHeight={grid.headHeight}
            headRows={grid.headRows}
            active={grid.active}
            edit={grid.edit}
            selection={selection}
            rowTint={props.rowTint}
            cellError={props.cellError}
            renderCompact={grid.compact ? props.renderCompact : undefined}
            onEditEnd={grid.onEditEnd}
            handle={grid.body}
          />
        )}
      </div>
      {slot !== undefined && (
        <div className={`${styles.slot} background`} style={{ '--head': `${grid.headHeight}px` } as object}>
          {slot}
        </div>
      )}
      {source.busy && <div className={styles.busy} style={{ top: grid.headHeight }} />}
      <div className={styles.said} role="status">
        {grid.said}
      </div>
    </div>
  );
}

function Head<Row extends GridRow>({ props, grid }: { props: DataGridProps<Row>; grid: GridState<Row> }) {
  const { labels, selection = nothingSelected } = props;
  const { latest } = grid;
  const columns = grid.columns as unknown as PlacedColumn<never>[];
  const onSearchChange = useCallback(
    (search: Record<string, string>) => latest.current.props.onSearchChange?.(search),
    [latest],
  );
  const onLeave = useCallback(() => latest.current.focus(), [latest]);
  const onChooseAll = useCallback(() => chooseAll(latest.current), [latest]);
  return (
    <div role="rowgroup" className={styles.head}>
      <GridHeader
        gridId={grid.gridId}
        columns={columns}
        sort={props.sort ?? noSort}
        activeColumn={grid.active?.row === -1 ? grid.active.column : undefined}
        menu={grid.menu}
        labels={labels}
        actions={grid.actions}
        chosen={chosenOf(selection, props.source.total)}
        onChooseAll={onChooseAll}
      />
      {grid.hasSearch && (
        <SearchRow
          columns={columns}
          labels={labels}
          search={props.search ?? noSearch}
          onSearchChange={onSearchChange}
          mode={props.searchMode ?? 'prefix'}
          onModeChange={props.onSearchModeChange}
          answered={!props.source.stale}
          onLeave={onLeave}
        />
      )}
    </div>
  );
}

function onKeyDown<Row extends GridRow>(grid: GridModel<Row>, event: KeyboardEvent) {
  if (event.target !== event.currentTarget || grid.edit) return;
  if (isFind(event)) return goToSearch(grid, event);
  const command = commandOf(event);
  if (!command) return;
  if (command === 'clear' && !selectionOf(grid).all && selectionOf(grid).ids.size === 0) return;
  event.preventDefault();
  perform(grid, command, event);
}

function isFind({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key === '/' && !ctrlKey && !altKey && !metaKey;
}

/** To the search of the active column, or to the first that has one. */
function goToSearch<Row extends GridRow>(grid: GridModel<Row>, event: KeyboardEvent) {
  const at = grid.columns.findIndex((one) => one.column.id === grid.active?.column) + 2;
  const fields = event.currentTarget.querySelectorAll<HTMLInputElement>('[aria-rowindex="2"] input');
  const own = [...fields].find((field) => field.closest(`[aria-colindex="${at}"]`));
  (own ?? fields[0])?.focus();
  event.preventDefault();
}

/** The first focus makes the first cell active, so that keys have a place to start from. */
function enter<Row extends GridRow>(grid: GridModel<Row>, onGrid: boolean) {
  const first = grid.columns[0];
  if (onGrid && first) grid.setActive((cell) => cell ?? { row: 0, column: first.column.id });
}

function chosenOf(selection: GridSelection, total = 0): 'all' | 'some' | 'none' {
  const count = countSelected(selection, total);
  if (count === 0) return 'none';
  return count >= total ? 'all' : 'some';
}

function chooseAll<Row extends GridRow>(grid: GridModel<Row>) {
  const none = chosenOf(selectionOf(grid), grid.props.source.total) === 'none';
  choose(grid, none ? everythingSelected : nothingSelected);
  grid.focus();
}
