/** Rows as text for a spreadsheet. Pure. */
import type { GridColumn } from './grid-types.ts';

/** Tab-separated; a cell with a tab, a line break or a quote is quoted, as spreadsheets expect. */
export function toTsv<Row>(rows: Row[], columns: Pick<GridColumn<Row>, 'text'>[]): string {
  return rows.map((row) => columns.map((column) => quoted(column.text(row))).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
