// How large a table may be. Each bound keeps one import within the memory and minutes of a small server.
import { TableFault } from './table-fault.ts';

const MEBIBYTE = 1024 * 1024;

/** The whole file is held in memory once. */
export const FILE_LIMIT = 100 * MEBIBYTE;
/** Wider tables are matrices, not lists of records; each column costs a line in the mapping screen. */
export const COLUMN_LIMIT = 500;
/** A little less than the rows of an Excel sheet; the file limit is met earlier with usual rows. */
export const ROW_LIMIT = 1_000_000;
/** The last row that a sheet can have. */
export const LAST_ROW = 1_048_576;
/** In letters. Excel's cells end at 32,767; exported letters and notes are longer. */
export const CELL_LIMIT = MEBIBYTE;
/** One CSV record in bytes of UTF-8. More than this between two line ends is a quote that nobody closed. */
export const RECORD_LIMIT = 8 * MEBIBYTE;
/** All parts of a workbook unpacked, by their own account and in fact. */
export const UNPACKED_LIMIT = 500 * MEBIBYTE;
/** Sheets pack 10 to 100 times; deflate cannot pass 1,032. Only parts above `RATIO_FREE` are held to it. */
export const RATIO_LIMIT = 500;
export const RATIO_FREE = 10 * MEBIBYTE;
/** Parts of a zip. A workbook has a dozen and one for each sheet and picture. */
export const ENTRY_LIMIT = 10_000;
/** Shared texts of a workbook are the only part that must be in memory whole; in letters. */
export const SHARED_TEXT_LIMIT = 200 * MEBIBYTE;

/** One row of a table as it stands in the file. */
export interface TableRow {
  /** Line (CSV: the first of the record) or row number in the file, from 1. */
  line: number;
  cells: string[];
  /** How many NUL characters were taken out of the cells: PostgreSQL cannot store them. 0 nearly always. */
  nuls: number;
}

function withoutNuls(cells: readonly string[]): { cells: string[]; nuls: number } {
  let nuls = 0;
  const clean = cells.map((cell) => {
    const kept = cell.replaceAll('\0', '');
    nuls += cell.length - kept.length;
    return kept;
  });
  return { cells: clean, nuls };
}

/** Makes a row of cells; null when all are blank. Throws when the row or one of its cells is too large. */
export function tableRow(line: number, raw: string[]): TableRow | null {
  if (raw.length > COLUMN_LIMIT) {
    throw new TableFault('table.tooManyColumns', { line, limit: COLUMN_LIMIT, found: raw.length });
  }
  const { cells, nuls } = raw.some((cell) => cell.includes('\0'))
    ? withoutNuls(raw)
    : { cells: raw, nuls: 0 };
  if (cells.every((cell) => cell.trim() === '')) return null;
  const longest = Math.max(...cells.map((cell) => cell.length));
  if (longest > CELL_LIMIT)
    throw new TableFault('table.tooLarge', { line, limit: CELL_LIMIT, found: longest, part: 'cell' });
  return { line, cells, nuls };
}

/** Hands the rows on, header included, and refuses the table when there are more than may be. */
export async function* withinRowLimit(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  let found = 0;
  for await (const row of rows) {
    found += 1;
    if (found > ROW_LIMIT + 1)
      throw new TableFault('table.tooManyRows', { line: row.line, limit: ROW_LIMIT });
    yield row;
  }
}
