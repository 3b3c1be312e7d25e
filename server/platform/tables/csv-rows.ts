// Rows of a CSV text, streamed through csv-parse with loose quotes; finds the line where a quote swallows what follows.
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterHint } from './delimiter.ts';
import { TableFault } from './table-fault.ts';
import { RECORD_LIMIT, type TableRow, tableRow } from './table-limits.ts';
import { textBytes, textPieces } from './text-encoding.ts';

/** The start of a text, at most `letters` long. */
export function textStart(bytes: Buffer, encoding: string, letters: number): string {
  let text = '';
  for (const piece of textPieces(bytes, encoding)) {
    text += piece;
    if (text.length >= letters) break;
  }
  return text.slice(0, letters);
}

interface Shape {
  encoding: string;
  delimiter: string;
  /** Letters before the table: Excel's `sep=;` line. */
  skip: number;
  lineEnd: '\n' | '\r';
}

const START_LETTERS = 64 * 1024;

function shapeOf(bytes: Buffer, encoding: string, delimiter: string): Shape {
  const start = textStart(bytes, encoding, START_LETTERS);
  const skip = delimiterHint(start)?.length ?? 0;
  return { encoding, delimiter, skip, lineEnd: !start.includes('\n') && start.includes('\r') ? '\r' : '\n' };
}

function* tableText(bytes: Buffer, { encoding, skip }: Shape): Generator<string> {
  let left = skip;
  for (const piece of textPieces(bytes, encoding)) {
    const text = left > 0 ? piece.slice(left) : piece;
    left = Math.max(0, left - piece.length);
    if (text !== '') yield text;
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

interface Doubts {
  shape: Shape;
  /** Whether the file has the cell in quotes with each of its own doubled: then it says what its writer meant. */
  isWhole(cell: string): boolean;
}

/** Asked of cells in the order of the file, so that it is looked through once. */
function doubtsOf(bytes: Buffer, shape: Shape): Doubts {
  let from = 0;
  const isWhole = (cell: string) => {
    const written = textBytes(`"${cell.replaceAll('"', '""')}"`, shape.encoding);
    const at = bytes.indexOf(written, from);
    if (at >= 0) from = at + written.length;
    return at >= 0;
  };
  return { shape, isWhole };
}

/**
 * A quote that nobody closed takes the next lines into its cell until some other quote stops it. csv-parse then leaves a cell that
 * begins with a quote, spans lines and has an odd number of quotes; or the record has not the header's width and a line
 * inside one of its cells is a whole record of its own.
 */
function swallowedLines(cells: readonly string[], width: number, { shape, isWhole }: Doubts): boolean {
  const { delimiter, lineEnd } = shape;
  return cells.some((cell) => {
    if (!cell.includes(lineEnd)) return false;
    if (cell.startsWith('"') && count(cell, '"') % 2 === 1 && !isWhole(cell)) return true;
    const inner = cell.split(lineEnd).slice(1, -1);
    return width > 1 && cells.length !== width && inner.some((line) => count(line, delimiter) === width - 1);
  });
}

/** Where the parser stands; it reads ahead of those who take the rows. */
interface Place {
  /** First line of the record that is being read. */
  line: number;
  /** First lines of the records that are read but not yet taken. */
  ahead: number[];
}

function linesOf(cells: readonly string[], lineEnd: string): number {
  return 1 + cells.reduce((sum, cell) => sum + (cell.includes(lineEnd) ? count(cell, lineEnd) : 0), 0);
}

function records(bytes: Buffer, shape: Shape, place: Place): AsyncIterable<string[]> {
  const parser = parse({
    delimiter: shape.delimiter,
    record_delimiter: shape.lineEnd === '\r' ? ['\r'] : ['\r\n', '\n'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: RECORD_LIMIT,
    on_record: (cells) => {
      place.ahead.push(place.line);
      place.line += linesOf(cells, shape.lineEnd);
      return cells;
    },
  });
  return pipeline(Readable.from(tableText(bytes, shape)), parser, () => undefined);
}

function faultOf(error: unknown, line: number): unknown {
  const isQuote =
    error instanceof CsvError && ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(error.code);
  return isQuote ? new TableFault('table.unclosedQuote', { line }) : error;
}

/** Every record that is not blank, the header first. The line is the first of the record. */
export async function* csvRows(bytes: Buffer, encoding: string, delimiter: string): AsyncGenerator<TableRow> {
  const shape = shapeOf(bytes, encoding, delimiter);
  const place: Place = { line: shape.skip > 0 ? 2 : 1, ahead: [] };
  const doubts = doubtsOf(bytes, shape);
  let width = 0;
  try {
    for await (const cells of records(bytes, shape, place)) {
      const line = place.ahead.shift() ?? place.line;
      const row = tableRow(line, cells);
      if (!row) continue;
      if (width > 0 && swallowedLines(cells, width, doubts))
        throw new TableFault('table.unclosedQuote', { line });
      if (width === 0) width = cells.length;
      yield row;
    }
  } catch (error) {
    throw faultOf(error, place.line);
  }
}
