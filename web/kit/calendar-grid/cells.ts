// Pure: a cell by what it is of, its line and its column by their keys; rows and columns come, go and shift by themselves.
import type { CalendarHead, CalendarLine } from './calendar-types.ts';
import type { Spot } from './use-cell-keys.ts';

/** `was`: where it was drawn when it was named, for the time when it is drawn nowhere. */
export type Cell = { line: string | null; column: string; was: Spot };

const nameColumn = 'name';
const totalColumn = 'total';

type Drawn = { lines: Pick<CalendarLine, 'key'>[]; heads: Pick<CalendarHead, 'key'>[] };

/** Between cells and where they are drawn now. */
export function cellsOf({ lines, heads }: Drawn) {
  const columns = [nameColumn, ...heads.map(({ key }) => key), totalColumn];
  const rowOf = ({ line }: Cell) =>
    line === null ? lines.length : lines.findIndex(({ key }) => key === line);
  /** Below -1 where it is drawn no more: -1 is the line's name. */
  const columnOf = ({ column }: Cell) => columns.indexOf(column) - 1;
  const nearest = (cell: Cell | null): Spot => {
    const { row, column } = cell?.was ?? { row: 0, column: 0 };
    const known = cell ? { row: rowOf(cell), column: columnOf(cell) } : { row: -1, column: -2 };
    return {
      row: known.row >= 0 ? known.row : Math.min(row, lines.length),
      column: known.column >= -1 ? known.column : Math.min(column, heads.length),
    };
  };
  return {
    cellAt: (spot: Spot): Cell => ({
      line: lines[spot.row]?.key ?? null,
      column: columns[spot.column + 1] ?? totalColumn,
      was: spot,
    }),
    /** Null: it is drawn no more. */
    spotOf: (cell: Cell | null | undefined): Spot | null => {
      const spot = cell && { row: rowOf(cell), column: columnOf(cell) };
      return spot && spot.row >= 0 && spot.column >= -1 ? spot : null;
    },
    /** Where one stands who stood on the cell: on it, or where it was; the first cell before anybody has walked. */
    nearest,
  };
}
