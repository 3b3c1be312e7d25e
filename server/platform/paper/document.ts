// What a paper says, as plain values that go to the thread that draws it: pdfmake's content, its tables laid out by the names below.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { refuseFields } from '../refusals.ts';

export type Orientation = 'portrait' | 'landscape';

export type PaperDocument = {
  orientation: Orientation;
  /** Stands on each page. */
  title: string;
  content: Content[];
};

/** `ruled`: lines under rows; `boxed`: around each cell. */
export type TableLayout = 'ruled' | 'boxed';

/** Points beside what is written on a page, A4: ten millimetres, as in the preview. */
export const margin = 28.35;
/** Points between the columns of a ruled table. */
export const gap = 9;
/** Points that there are for columns. */
export const widthOf = { portrait: 595.28 - 2 * margin, landscape: 841.89 - 2 * margin };

/** As a request says it; refuses what is no paper. */
export function orientationOf(paper: string): Orientation {
  if (paper === 'landscape' || paper === 'portrait') return paper;
  return refuseFields([{ path: 'paper', code: 'fault.choice' }]);
}

/** A text without spaces is broken anywhere, or it would run over its neighbours. */
export function breakable(text: string) {
  return /\S{20}/.test(text) ? { text, style: 'unbroken' } : { text };
}

type Ruled = {
  orientation: Orientation;
  /** Stands above it on each page; left out: nothing. */
  title?: string;
  /** Empty: the columns have no names. */
  head: string[];
  rows: TableCell[][];
  /** Points, without the gaps. */
  widths: number[];
  /** By row and column: the texts of a cell, one under another. */
  texts: string[][][];
  /** Its rows are one matter: where one may be longer than a page, all may be cut. */
  isForm?: true;
};

/**
 * A table whose rows stay whole. One that may be longer than a page begins on a page of its own and goes on over the next ones; the
 * rows after it are whole again, beneath heads of their own.
 */
export function ruledTable(ruled: Ruled): Content {
  const { orientation, widths, texts } = ruled;
  const isShort = (row: number) => linesOf(texts[row] ?? [], widths) < linesOfPage[orientation];
  const areShort = texts.every((_, row) => isShort(row));
  const runs = ruled.isForm ? [{ rows: ruled.rows, areShort }] : runsOf(ruled.rows, isShort);
  const tables = runs.map((run, at) => runTable(ruled, run, at === 0));
  return tables.length === 1 ? (tables[0] as Content) : { stack: tables };
}

type Run = { rows: TableCell[][]; areShort: boolean };

/** Rows that follow one another and are short, or are not. */
function runsOf(rows: TableCell[][], isShort: (row: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (const [at, row] of rows.entries()) {
    const areShort = isShort(at);
    const last = runs.at(-1);
    if (last?.areShort === areShort) last.rows.push(row);
    else runs.push({ rows: [row], areShort });
  }
  return runs;
}

function runTable({ title, head, widths }: Ruled, { rows, areShort }: Run, isFirst: boolean): Content {
  const covered = widths.slice(1).map(() => '');
  const heads: TableCell[][] = [
    ...(title ? [[{ text: title, bold: true, fontSize: 10, colSpan: widths.length }, ...covered]] : []),
    ...(head.length > 0 ? [head.map((text) => ({ text, bold: true }))] : []),
  ];
  return {
    table: {
      headerRows: heads.length,
      // A row that is kept with its heads is cut where the page ends.
      keepWithHeaderRows: areShort ? 1 : 0,
      dontBreakRows: areShort,
      widths,
      body: [...heads, ...rows],
    },
    margin: [0, title && isFirst ? 10 : 0, 0, 0],
    layout: 'ruled' satisfies TableLayout,
    ...(areShort || isFirst ? {} : { pageBreak: 'before' }),
  };
}

/** Beneath the longest title there may be. */
const linesOfPage = { portrait: 44, landscape: 28 };
/** Points that an average letter takes. */
const letter = 4.8;

/** About how many lines the longest cell of a row takes. */
function linesOf(cells: string[][], widths: number[]): number {
  return Math.max(
    ...cells.map((texts, cell) => sum(texts.map((text) => wrapped(text, widths[cell] as number)))),
  );
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const wrapped = (text: string, width: number) =>
  sum(text.split('\n').map((line) => Math.max(1, Math.ceil((line.length * letter) / width))));
