/** Copying out of the grid: the rows selected, else the active cell. */
import type { ClipboardEvent } from 'react';
import { toTsv } from './clipboard.ts';
import { type GridModel, selectionOf } from './grid-commands.ts';
import type { GridRow } from './grid-types.ts';
import { countSelected, isSelected } from './selection.ts';

/** More rows than this are not fetched for the clipboard: it is a workbook's work. */
const fetchedAtMost = 10_000;

export function onCopy<Row extends GridRow>(grid: GridModel<Row>, event: ClipboardEvent): void {
  const marked = window.getSelection()?.toString();
  if (grid.edit || marked || !grid.active) return;
  const { source } = grid.props;
  const chosen = rowsHere(grid).filter((row) => isSelected(selectionOf(grid), row.id));
  const count = countSelected(selectionOf(grid), source.total ?? 0);
  const activeRow = source.rowAt(grid.active.row);
  const columns = grid.columns.map((one) => one.column);
  const text = count
    ? toTsv(chosen, columns)
    : activeRow && columns.find((column) => column.id === grid.active?.column)?.text(activeRow);
  if (text === undefined) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', text);
  if (chosen.length < count) void copyRest(grid, chosen.length, count);
}

function rowsHere<Row extends GridRow>(grid: GridModel<Row>): Row[] {
  const { total = 0, rowAt } = grid.props.source;
  return Array.from({ length: total }, (_, index) => rowAt(index)).filter((row) => row !== undefined);
}

/** Not all that are selected are here: the others are fetched, and how many have been copied is told. */
async function copyRest<Row extends GridRow>(grid: GridModel<Row>, here: number, count: number) {
  const { source, onCopied } = grid.props;
  const { total = 0, rowsBetween } = source;
  try {
    if (!navigator.clipboard || !rowsBetween || total > fetchedAtMost) throw new Error('not to be fetched');
    const rows = (await rowsBetween(0, total - 1)).filter((row) => isSelected(selectionOf(grid), row.id));
    const columns = grid.columns.map((one) => one.column);
    await navigator.clipboard.writeText(toTsv(rows, columns));
    onCopied?.(rows.length, count);
  } catch {
    onCopied?.(here, count);
  }
}
