// A thread that draws one list as a PDF and ends: A4 with repeated heads, numbered pages, ruled lines where results are to be written.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';

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
/** Points; with the gaps between them as wide as A4 between its margins. */
const widths = {
  portrait: [70, 60, 112, 84, 98, 79],
  landscape: [84, 74, 160, 130, 164, 138],
};
const margin = 22;
const gap = 8;
/** Blank lines for a result that is to be written by hand. */
const blankLines = 3;
const lineHeight = 14;
/** A row is kept on one page unless some row may be longer than a page. */
const linesOfPage = { portrait: 60, landscape: 40 };
/** Points that an average letter takes. */
const letter = 4.3;

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
    table: {
      headerRows: 1,
      dontBreakRows: rows.every((row) => linesOf(row, across) < linesOfPage[orientation]),
      widths: across,
      body: [head, ...body],
    },
    layout,
  };
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [margin, margin + 12, margin, margin + 12],
    info: { title },
    defaultStyle: { font: 'Roboto', fontSize: 8 },
    styles: { unbroken: { wordBreak: 'break-all' } },
    header: { text: title, fontSize: 9, bold: true, margin: [margin, 14, margin, 0] },
    footer: (page, pages) => ({
      text: `${words.page} ${page} / ${pages}`,
      alignment: 'right',
      margin: [margin, 8, margin, 0],
    }),
    content: rows.length > 0 ? [table] : [{ text: words.empty, margin: [0, 12, 0, 0] }],
  };
}

const layout: CustomTableLayout = {
  hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 1 : 0.4),
  vLineWidth: () => 0,
  hLineColor: '#888888',
  paddingLeft: () => 0,
  paddingRight: () => gap,
  paddingTop: () => 3,
  paddingBottom: () => 4,
};

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

/** A text without spaces is broken anywhere, or it would run over its neighbours. */
function breakable(text: string) {
  return /\S{20}/.test(text) ? { text, style: 'unbroken' } : { text };
}

/** About how many lines the longest cell of a row takes. */
function linesOf(row: SheetRow, across: number[]): number {
  const cells = [
    row.task,
    [row.manager],
    [row.client, ...row.clientLines],
    row.last,
    [row.description],
    [row.results],
  ];
  return Math.max(
    ...cells.map((texts, cell) => sum(texts.map((text) => wrapped(text, across[cell] as number)))),
  );
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const wrapped = (text: string, width: number) =>
  sum(text.split('\n').map((line) => Math.max(1, Math.ceil((line.length * letter) / width))));

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
