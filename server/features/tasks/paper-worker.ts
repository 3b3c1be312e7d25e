// A thread that draws one list as a PDF and ends: A4 with repeated heads, numbered pages, ruled lines where results are to be written.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';

type Column = 'task' | 'manager' | 'client' | 'last' | 'description' | 'results';

export type Sheet = {
  orientation: 'portrait' | 'landscape';
  title: string;
  words: Record<Column | 'page' | 'empty', string>;
  rows: SheetRow[];
};

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
/** Points; together as wide as A4 between its margins. */
const widths = {
  portrait: [68, 58, 112, 84, 95, 76],
  landscape: [80, 74, 160, 130, 160, 136],
};
const margin = 22;
/** Blank lines for a result that is to be written by hand. */
const blankLines = 3;
const lineHeight = 14;
/** Longer texts would fill pages of their own: a row is never broken. */
const textAtMost = 1500;

function setFonts(): void {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfmake'))), '..', 'fonts', 'Roboto');
  const face = (name: string) => join(folder, `Roboto-${name}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: face('Regular'),
      bold: face('Medium'),
      italics: face('Italic'),
      bolditalics: face('MediumItalic'),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
}

function definitionOf({ orientation, title, words, rows }: Sheet): TDocumentDefinitions {
  const across = widths[orientation];
  const head: TableCell[] = columns.map((column) => ({ text: words[column], bold: true }));
  const body = rows.map((row) => cellsOf(row, across.at(-1) as number));
  const table: Content = {
    table: { headerRows: 1, dontBreakRows: true, widths: across, body: [head, ...body] },
    layout: 'lightHorizontalLines',
  };
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [margin, margin + 12, margin, margin + 12],
    info: { title },
    defaultStyle: { font: 'Roboto', fontSize: 8 },
    header: { text: title, fontSize: 9, bold: true, margin: [margin, 14, margin, 0] },
    footer: (page, pages) => ({
      text: `${words.page} ${page} / ${pages}`,
      alignment: 'right',
      margin: [margin, 8, margin, 0],
    }),
    content: rows.length > 0 ? [table] : [{ text: words.empty, margin: [0, 12, 0, 0] }],
  };
}

function cellsOf(row: SheetRow, width: number): TableCell[] {
  const [number = '', ...rest] = row.task;
  return [
    { stack: [{ text: number, bold: true }, ...rest] },
    row.manager,
    { stack: [{ text: row.client, bold: true }, ...row.clientLines.map(short)] },
    { stack: row.last.map(short) },
    short(row.description),
    row.results === '' && row.isOpen ? ruled(width) : short(row.results),
  ];
}

const short = (text: string) => (text.length > textAtMost ? `${text.slice(0, textAtMost)}…` : text);

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

setFonts();
const bytes = new Uint8Array(await pdfmake.createPdf(definitionOf(workerData as Sheet)).getBuffer());
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
