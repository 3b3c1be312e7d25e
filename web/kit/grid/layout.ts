/** The arrangement of columns: which are seen, in what order, how wide, which stay at the left. Pure. */
import type { GridColumn, GridLayout } from './grid-types.ts';

export const emptyLayout: GridLayout = { order: [], widths: {}, hidden: {}, pinned: {} };

const defaultMinWidth = 48;

/** A visible column with its measures. */
export interface PlacedColumn<Row> {
  column: GridColumn<Row>;
  width: number;
  pinned: boolean;
}

type AnyColumn = Pick<GridColumn<never>, 'id' | 'width' | 'minWidth' | 'pinned' | 'hidden'>;

/** All columns in the user's order; those the layout does not know keep their place after their neighbour. */
export function orderColumns<Column extends AnyColumn>(columns: Column[], layout: GridLayout): Column[] {
  const known = new Map(columns.map((column) => [column.id, column]));
  const ordered = layout.order.flatMap((id) => known.get(id) ?? []);
  const placed = new Set(ordered.map((column) => column.id));
  columns.forEach((column, index) => {
    if (placed.has(column.id)) return;
    const before = columns[index - 1];
    const at = before ? ordered.indexOf(before) + 1 : 0;
    ordered.splice(at, 0, column);
    placed.add(column.id);
  });
  return ordered;
}

/** The columns to draw: pinned ones first. */
export function placeColumns<Row>(columns: GridColumn<Row>[], layout: GridLayout): PlacedColumn<Row>[] {
  const placed = orderColumns(columns, layout)
    .filter((column) => !isHidden(column, layout))
    .map((column) => ({
      column,
      width: widthOf(column, layout),
      pinned: isPinned(column, layout),
    }));
  return [...placed.filter((one) => one.pinned), ...placed.filter((one) => !one.pinned)];
}

export function isHidden(column: AnyColumn, layout: GridLayout): boolean {
  return layout.hidden[column.id] ?? column.hidden ?? false;
}

export function isPinned(column: AnyColumn, layout: GridLayout): boolean {
  return layout.pinned[column.id] ?? column.pinned ?? false;
}

export function widthOf(column: AnyColumn, layout: GridLayout): number {
  return Math.max(minWidthOf(column), layout.widths[column.id] ?? column.width);
}

export function minWidthOf(column: Pick<AnyColumn, 'minWidth'>): number {
  return column.minWidth ?? defaultMinWidth;
}

export function setWidth(layout: GridLayout, column: AnyColumn, width: number): GridLayout {
  const kept = Math.max(minWidthOf(column), Math.round(width));
  return { ...layout, widths: { ...layout.widths, [column.id]: kept } };
}

export function setHidden(layout: GridLayout, id: string, hidden: boolean): GridLayout {
  return { ...layout, hidden: { ...layout.hidden, [id]: hidden } };
}

export function setPinned(layout: GridLayout, id: string, pinned: boolean): GridLayout {
  return { ...layout, pinned: { ...layout.pinned, [id]: pinned } };
}

/** Puts a column beside another; it takes that one's pin, or the move would not be seen. */
export function moveColumn<Column extends AnyColumn>(
  layout: GridLayout,
  columns: Column[],
  move: { id: string; beside: string; edge: 'left' | 'right' },
): GridLayout {
  const target = columns.find((column) => column.id === move.beside);
  if (move.id === move.beside || !target) return layout;
  const order = orderColumns(columns, layout)
    .map((column) => column.id)
    .filter((id) => id !== move.id);
  order.splice(order.indexOf(move.beside) + (move.edge === 'right' ? 1 : 0), 0, move.id);
  return setPinned({ ...layout, order }, move.id, isPinned(target, layout));
}

/** The CSS variables all rows share: a resize changes these and touches no cell. */
export function columnVariables(
  columns: Pick<PlacedColumn<never>, 'width' | 'pinned'>[],
  gutter: number,
): Record<string, string> {
  const widths = columns.map((column) => `${column.width}px`).join(' ');
  const full = columns.reduce((sum, column) => sum + column.width, gutter);
  const variables: Record<string, string> = {
    '--cols': `${gutter}px ${widths} minmax(0, 1fr)`,
    '--full-width': `${full}px`,
  };
  let left = gutter;
  columns.forEach((column, index) => {
    if (!column.pinned) return;
    variables[`--left-${index}`] = `${left}px`;
    left += column.width;
  });
  return variables;
}
