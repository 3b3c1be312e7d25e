// The printed list as a table of a PDF, laid out as the preview is, with ruled lines where results are to be written.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import {
  type PrintedCells,
  type PrintedColumn,
  printedColumns,
  printedShares,
} from '../../../contract/printed-task.ts';
import { breakable, gap, type Orientation, ruledTable, widthOf } from '../../platform/paper/document.ts';

export type TableWords = Record<PrintedColumn, string> & { setAt(when: string): string };

/** Blank lines for a result that is to be written by hand, points apart. */
const blankLines = 3;
const lineHeight = 16;
const small = 7.5;

export function tasksTable(orientation: Orientation, words: TableWords, rows: PrintedCells[]): Content {
  const width = widthOf[orientation] - gap * printedColumns.length;
  const widths = printedColumns.map((column) => (width * printedShares[column]) / 100);
  return ruledTable({
    orientation,
    head: printedColumns.map((column) => words[column]),
    widths,
    rows: rows.map((row) => cellsOf(row, words, widths.at(-1) as number)),
    texts: rows.map((row) => textsOf(row, words)),
  });
}

function cellsOf(row: PrintedCells, words: TableWords, width: number): TableCell[] {
  return [
    row.id,
    {
      stack: [
        { text: row.when, bold: true },
        row.state,
        breakable(row.manager),
        { text: words.setAt(row.setAt), fontSize: small },
      ],
    },
    { stack: [{ ...breakable(row.client), bold: true }, ...row.clientLines.map(breakable)] },
    { stack: row.last.map(breakable) },
    { stack: [...(row.type ? [{ text: row.type, bold: true }] : []), breakable(row.description)] },
    row.ruled ? ruled(width) : breakable(row.results),
  ];
}

const textsOf = (row: PrintedCells, words: TableWords): string[][] => [
  [row.id],
  [row.when, row.state, row.manager, words.setAt(row.setAt)],
  [row.client, ...row.clientLines],
  row.last,
  [row.type, row.description],
  [row.results],
];

function ruled(width: number): TableCell {
  return {
    canvas: Array.from({ length: blankLines }, (_, n) => ({
      type: 'line' as const,
      x1: 0,
      x2: width,
      y1: (n + 1) * lineHeight,
      y2: (n + 1) * lineHeight,
      lineWidth: 0.4,
      lineColor: '#999999',
    })),
  };
}
