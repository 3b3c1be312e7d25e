/** The mouse and the finger over rows, by delegation: rows carry no listeners of their own. */
import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import { activate, choose, extendTo, type GridModel, selectionOf } from './grid-commands.ts';
import type { GridRow } from './grid-types.ts';
import { toggleRow } from './selection.ts';
import type { Latest } from './use-latest.ts';

interface Spot<Row> {
  row: Row;
  index: number;
  /** Undefined in the gutter. */
  column: string | undefined;
  cell: HTMLElement;
}

export function useRowPointer<Row extends GridRow>(latest: Latest<GridModel<Row>>) {
  return useMemo(
    () => ({
      onMouseDown: (event: MouseEvent) => press(latest.current, event),
      onClick: (event: MouseEvent) => click(latest.current, event),
      onDoubleClick: (event: MouseEvent) => {
        const spot = spotOf(latest.current, event);
        if (!spot?.column || isControl(event)) return;
        // What a double click marks was not meant.
        window.getSelection()?.removeAllRanges();
        latest.current.props.onOpen?.(spot.row, spot.index);
      },
      onContextMenu: (event: MouseEvent) => openMenu(latest.current, event),
      onPointerOver: (event: PointerEvent) => explain(latest.current, event),
    }),
    [latest],
  );
}

function press<Row extends GridRow>(grid: GridModel<Row>, event: MouseEvent): void {
  const spot = spotOf(grid, event);
  if (!spot || event.button !== 0 || isControl(event)) return;
  const from = grid.active?.row ?? spot.index;
  const column = spot.column ?? grid.active?.column ?? grid.columns[0]?.column.id ?? '';
  activate(grid, { row: spot.index, column });
  if (event.shiftKey) extendTo(grid, Math.max(0, from), spot.index);
  else grid.anchor.current = undefined;
  if (!event.shiftKey && (event.ctrlKey || event.metaKey || !spot.column))
    choose(grid, toggleRow(selectionOf(grid), spot.row.id));
  if (event.shiftKey || event.ctrlKey || !spot.column) event.preventDefault();
  grid.focus();
}

/** On a phone one tap opens the card. */
function click<Row extends GridRow>(grid: GridModel<Row>, event: MouseEvent): void {
  const spot = grid.hasHeader ? undefined : spotOf(grid, event);
  if (spot?.column && !isControl(event)) grid.props.onOpen?.(spot.row, spot.index);
}

function openMenu<Row extends GridRow>(grid: GridModel<Row>, event: MouseEvent): void {
  const spot = spotOf(grid, event);
  if (!spot || !grid.props.onRowMenu) return;
  event.preventDefault();
  activate(grid, { row: spot.index, column: spot.column ?? grid.columns[0]?.column.id ?? '' });
  grid.props.onRowMenu(spot.row, { x: event.clientX, y: event.clientY });
}

/** A tooltip for what is cut, and for what the column wants to add. */
function explain<Row extends GridRow>(grid: GridModel<Row>, event: PointerEvent): void {
  const spot = spotOf(grid, event);
  const column = grid.columns.find((one) => one.column.id === spot?.column)?.column;
  if (!spot || !column || spot.cell.ariaInvalid) return;
  const cut = spot.cell.scrollWidth > spot.cell.clientWidth;
  spot.cell.title = column.tooltip?.(spot.row) ?? (cut ? column.text(spot.row) : '');
}

/** What is right of the last cell of a row is that cell's: keys that follow must not mean the row that was active before. */
function spotOf<Row extends GridRow>(grid: GridModel<Row>, event: MouseEvent): Spot<Row> | undefined {
  const target = event.target as HTMLElement;
  const line = target.closest<HTMLElement>('[data-index]');
  const cells = line?.querySelectorAll<HTMLElement>('[role="gridcell"]') ?? [];
  const cell = target.closest<HTMLElement>('[role="gridcell"]') ?? [...cells].at(-1);
  if (!cell || !line) return undefined;
  const index = Number(line.dataset.index);
  const row = grid.props.source.rowAt(index);
  if (!row) return undefined;
  const at = Number(cell.getAttribute('aria-colindex')) - 2;
  return { row, index, cell, column: grid.columns[at]?.column.id };
}

/** Links, buttons and editors inside a cell have their own meaning. */
function isControl(event: MouseEvent): boolean {
  return (event.target as HTMLElement).closest('a, button, input, textarea, select, [data-editing]') !== null;
}
