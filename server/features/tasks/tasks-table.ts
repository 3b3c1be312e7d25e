// The printed list as a table of a PDF, with ruled lines where results are to be written.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { breakable, type Orientation, ruledTable } from '../../platform/paper/document.ts';

type Column = 'task' | 'manager' | 'client' | 'last' | 'description' | 'results';

/** Lines of one task; texts are drawn as they are. */
export type SheetRow = {
  task: string[];
  manager: string;
  client: string;
  clientLines: string[];
  last: string[];
  description: string;
  results: string;
  isOpen: boolean;
};

const columns: Column[] = ['task', 'manager', 'client', 'last', 'description', 'results'];
/** Points; with the gaps between them as wide as A4 between its margins. */
const widths = {
  portrait: [70, 60, 112, 84, 98, 79],
  landscape: [84, 74, 160, 130, 164, 138],
};
/** Blank lines for a result that is to be written by hand. */
const blankLines = 3;
const lineHeight = 14;

export function tasksTable(
  orientation: Orientation,
  words: Record<Column, string>,
  rows: SheetRow[],
): Content {
  const across = widths[orientation];
  return ruledTable({
    orientation,
    head: columns.map((column) => words[column]),
    widths: across,
    rows: rows.map((row) => cellsOf(row, across.at(-1) as number)),
    texts: rows.map(textsOf),
  });
}

function cellsOf(row: SheetRow, width: number): TableCell[] {
  const [number = '', ...rest] = row.task;
  return [
    { stack: [{ text: number, bold: true }, ...rest] },
    row.manager,
    { stack: [{ ...breakable(row.client), bold: true }, ...row.clientLines.map(breakable)] },
    { stack: row.last.map(breakable) },
    breakable(row.description),
    row.results === '' && row.isOpen ? ruled(width) : breakable(row.results),
  ];
}

const textsOf = (row: SheetRow): string[][] => [
  row.task,
  [row.manager],
  [row.client, ...row.clientLines],
  row.last,
  [row.description],
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
