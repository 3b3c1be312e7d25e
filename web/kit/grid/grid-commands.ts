/** What each key does. The model is the grid of this moment; nothing is kept here. */
import type { Dispatch, SetStateAction } from 'react';
import type { ActiveCell, BodyHandle } from './grid-body.tsx';
import type { GridCommand, KeyPress } from './grid-keys.ts';
import type { GridRow, GridSelection } from './grid-types.ts';
import { setWidth } from './layout.ts';
import { everythingSelected, nothingSelected, selectRows, toggleRow } from './selection.ts';
import type { HeaderActions, HeaderModel } from './use-header.ts';

/** Where a Shift selection began, and what was chosen before it. */
export interface SelectionAnchor {
  row: number;
  before: GridSelection;
}

export interface GridModel<Row extends GridRow> extends HeaderModel<Row> {
  active: ActiveCell | undefined;
  setActive: Dispatch<SetStateAction<ActiveCell | undefined>>;
  edit: ActiveCell | undefined;
  setEdit(edit: ActiveCell | undefined): void;
  anchor: { current: SelectionAnchor | undefined };
  body: { readonly current: BodyHandle | null };
  header: HeaderActions;
  /** False on a phone, where rows are cards. */
  hasHeader: boolean;
  revealColumn(at: number): void;
  /** Where the active cell is on the screen. */
  activeBox(): DOMRect | undefined;
}

type Model = GridModel<GridRow>;
type Action = (grid: Model, press: KeyPress) => void;

/** Pixels a Shift+arrow adds to a column. */
const widthStep = 10;

const actions: Record<GridCommand, Action> = {
  up: (grid, press) => moveBy(grid, -1, press.shiftKey),
  down: (grid, press) => moveBy(grid, 1, press.shiftKey),
  pageUp: (grid, press) => moveBy(grid, -(grid.body.current?.page ?? 1), press.shiftKey),
  pageDown: (grid, press) => moveBy(grid, grid.body.current?.page ?? 1, press.shiftKey),
  first: (grid, press) => moveToRow(grid, 0, press.shiftKey),
  last: (grid, press) => moveToRow(grid, rowCount(grid) - 1, press.shiftKey),
  left: (grid, press) => (onHeader(grid) && press.shiftKey ? widen(grid, -widthStep) : moveAcross(grid, -1)),
  right: (grid, press) => (onHeader(grid) && press.shiftKey ? widen(grid, widthStep) : moveAcross(grid, 1)),
  rowStart: (grid) => moveToColumn(grid, 0),
  rowEnd: (grid) => moveToColumn(grid, grid.columns.length - 1),
  open: (grid, press) => {
    if (onHeader(grid)) sortByActive(grid, press.shiftKey);
    else withActiveRow(grid, (row, index) => grid.props.onOpen?.(row, index));
  },
  edit: (grid) => startEdit(grid),
  delete: (grid) => withActiveRow(grid, (row) => grid.props.onDelete?.(row)),
  toggle: (grid) => {
    grid.anchor.current = undefined;
    withActiveRow(grid, (row) => choose(grid, toggleRow(selectionOf(grid), row.id)));
  },
  selectAll: (grid) => choose(grid, everythingSelected),
  clear: (grid) => choose(grid, nothingSelected),
  menu: (grid) => openMenu(grid),
  columnLeft: (grid) => onHeader(grid) && grid.active && grid.header.step(grid.active.column, -1),
  columnRight: (grid) => onHeader(grid) && grid.active && grid.header.step(grid.active.column, 1),
};

export function perform<Row extends GridRow>(
  grid: GridModel<Row>,
  command: GridCommand,
  press: KeyPress,
): void {
  actions[command](grid as unknown as Model, press);
}

/** Makes a row active; with `extend` everything from the anchor to it is chosen. */
export function moveToRow<Row extends GridRow>(grid: GridModel<Row>, row: number, extend: boolean): void {
  const from = grid.active?.row ?? 0;
  const top = grid.hasHeader && !extend ? -1 : 0;
  const to = Math.min(Math.max(row, top), rowCount(grid) - 1);
  const column = grid.active?.column ?? grid.columns[0]?.column.id ?? '';
  activate(grid, { row: to, column });
  if (extend) extendTo(grid, Math.max(0, from), to);
  else grid.anchor.current = undefined;
}

/** Makes a cell active and tells the caller. */
export function activate<Row extends GridRow>(grid: GridModel<Row>, cell: ActiveCell): void {
  grid.setActive(cell);
  if (cell.row >= 0) grid.body.current?.reveal(cell.row);
  if (cell.row !== grid.active?.row) grid.props.onActiveChange?.(grid.props.source.rowAt(cell.row), cell.row);
}

/** Chooses from the anchor (or `from`, when there is none yet) to a row. */
export function extendTo<Row extends GridRow>(grid: GridModel<Row>, from: number, to: number): void {
  const anchor = (grid.anchor.current ??= { row: from, before: selectionOf(grid) });
  const [first, last] = [Math.min(anchor.row, to), Math.max(anchor.row, to)];
  const { source } = grid.props;
  const ids: number[] = [];
  for (let index = first; index <= last; index++) {
    const row = source.rowAt(index);
    if (row) ids.push(row.id);
    else if (source.idsBetween) {
      loadAndChoose(grid, anchor, first, last);
      return;
    }
  }
  choose(grid, selectRows(anchor.before, ids, true));
}

/** The selection reaches rows that are not here yet; a newer selection makes the answer void. */
function loadAndChoose<Row extends GridRow>(
  grid: GridModel<Row>,
  anchor: SelectionAnchor,
  first: number,
  last: number,
): void {
  void grid.props.source.idsBetween?.(first, last).then((ids) => {
    if (grid.anchor.current === anchor) choose(grid, selectRows(anchor.before, ids, true));
  });
}

export function choose<Row extends GridRow>(grid: GridModel<Row>, selection: GridSelection): void {
  grid.props.onSelectionChange?.(selection);
}

export function selectionOf<Row extends GridRow>(grid: GridModel<Row>): GridSelection {
  return grid.props.selection ?? nothingSelected;
}

/** Opens the editor of the active cell, or of another column in its row. */
export function startEdit<Row extends GridRow>(grid: GridModel<Row>, columnId = grid.active?.column): void {
  const column = grid.columns.find((one) => one.column.id === columnId)?.column;
  if (!grid.active || grid.active.row < 0 || !column?.editor || !grid.props.source.rowAt(grid.active.row))
    return;
  const cell = { row: grid.active.row, column: column.id };
  grid.setActive(cell);
  grid.setEdit(cell);
}

/** The editor is done: back to the grid, and on. */
export function endEdit<Row extends GridRow>(
  grid: GridModel<Row>,
  then: 'stay' | 'down' | 'next' | 'previous',
): void {
  grid.setEdit(undefined);
  grid.focus();
  if (then === 'down') moveBy(grid, 1, false);
  if (then !== 'next' && then !== 'previous') return;
  const editable = grid.columns.filter((one) => one.column.editor).map((one) => one.column.id);
  const at = editable.indexOf(grid.active?.column ?? '');
  const neighbour = editable[at + (then === 'next' ? 1 : -1)];
  if (neighbour) startEdit(grid, neighbour);
}

function moveBy<Row extends GridRow>(grid: GridModel<Row>, rows: number, extend: boolean): void {
  const from = grid.active?.row ?? -1;
  const clamped = rows < -1 ? Math.max(0, from + rows) : from + rows;
  moveToRow(grid, clamped, extend);
}

function moveAcross(grid: Model, by: number): void {
  const at = grid.columns.findIndex((one) => one.column.id === grid.active?.column);
  moveToColumn(grid, Math.min(Math.max(at + by, 0), grid.columns.length - 1));
}

function moveToColumn(grid: Model, at: number): void {
  const placed = grid.columns[at];
  if (!placed) return;
  grid.setActive({ row: grid.active?.row ?? 0, column: placed.column.id });
  grid.revealColumn(at);
}

function withActiveRow(grid: Model, act: (row: GridRow, index: number) => void): void {
  const index = grid.active?.row ?? -1;
  const row = grid.props.source.rowAt(index);
  if (row) act(row, index);
}

function sortByActive(grid: Model, add: boolean): void {
  const column = grid.columns.find((one) => one.column.id === grid.active?.column)?.column;
  if (column?.sortable) grid.header.sort(column.id, add);
}

function widen(grid: Model, by: number): void {
  const placed = grid.columns.find((one) => one.column.id === grid.active?.column);
  if (placed) grid.props.onLayoutChange(setWidth(grid.props.layout, placed.column, placed.width + by));
}

function openMenu(grid: Model): void {
  if (onHeader(grid) && grid.active) grid.header.openMenu(grid.active.column);
  const box = grid.activeBox();
  if (box && !onHeader(grid))
    withActiveRow(grid, (row) => grid.props.onRowMenu?.(row, { x: box.left + 8, y: box.bottom }));
}

function onHeader(grid: Model): boolean {
  return grid.active?.row === -1;
}

function rowCount<Row extends GridRow>(grid: GridModel<Row>): number {
  return grid.props.source.total ?? 0;
}
