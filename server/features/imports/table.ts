// The uploaded file as a table: what it is, and its records with labels for columns. Faults of the file become refusals with the same code.
import type { ImportFile } from '../../../contract/imports.ts';
import { readPhone } from '../../../contract/text/phone.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import {
  inspectTable,
  readRows,
  type TableInspection,
  type TableOptions,
} from '../../platform/tables/read-table.ts';
import { TableFault } from '../../platform/tables/table-fault.ts';
import type { TableRow } from '../../platform/tables/table-limits.ts';
import { readFile } from '../files/index.ts';
import { titlesAbove } from './suggest-mapping.ts';

export type OpenFile = NonNullable<Awaited<ReturnType<typeof readFile>>>;

/** One's own upload; refuses `record.missing`. */
export async function openFile(rows: Rows, fileId: number, ownerId: number | null): Promise<OpenFile> {
  const file = ownerId === null ? undefined : await readFile(rows, fileId, ownerId);
  return file ?? refuse('record.missing', { kind: 'files' });
}

/** What a person may correct after seeing the preview. */
export type Corrections = TableOptions & { headless?: boolean | undefined };

/** What a preview shows of a long cell. */
const shownAtMost = 200; // characters

function shown(cell: string): string {
  return cell.slice(0, shownAtMost).toWellFormed();
}

/** Looks at the file. Refuses `table.*` where it is no table. */
export async function inspectFile(
  { bytes, name }: OpenFile,
  corrections: Corrections = {},
): Promise<ImportFile> {
  try {
    return fileOf(name, await inspectTable(bytes, name, corrections), corrections.headless);
  } catch (error) {
    return refuseTable(error);
  }
}

/** Refuses with the code and the figures of a fault of the table; throws what is no such fault. */
export function refuseTable(error: unknown): never {
  if (error instanceof TableFault) refuse(error.code, { ...error.details });
  throw error;
}

function fileOf(name: string, found: TableInspection, headless: boolean | undefined): ImportFile {
  const all = [found.header, ...found.sample].map((row) => row.map(shown));
  const skipped = headless ? 0 : titlesAbove(all);
  const isHeadless = headless ?? (skipped === 0 && isRecord(found.header));
  const [header = [], ...rows] = all.slice(skipped);
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const first = [...header, ...Array.from({ length: width - header.length }, () => '')];
  return {
    name,
    format: found.kind,
    encoding: found.encoding ?? null,
    delimiter: found.delimiter ?? null,
    sheets: found.sheets ?? null,
    sheet: found.sheet ?? null,
    headless: isHeadless,
    skipped,
    header: isHeadless ? first.map(() => '') : first,
    sample: isHeadless ? [first, ...rows] : rows,
    rows: found.rowCountGuess - skipped + (isHeadless ? 1 : 0),
    nuls: found.nuls,
  };
}

/** A header holds no address and no telephone. */
function isRecord(header: string[]): boolean {
  return header.some(
    (cell) =>
      /^\S+@\S+\.\S+$/.test(cell.trim()) || (/\d{5}/.test(cell.replace(/\D/g, '')) && readPhone(cell).valid),
  );
}

/** What a column without a header is called, before its number. */
export const numbered = { ru: 'Столбец', en: 'Column' };

/** What each column is called: by its header, else by its number. */
export function labelsOf({ header }: ImportFile, locale: 'ru' | 'en'): string[] {
  return header.map((label, i) => label.replace(/\s+/gu, ' ').trim() || `${numbered[locale]} ${i + 1}`);
}

/** How the file was read when it was inspected. */
export function readingOf({ encoding, delimiter, sheet }: ImportFile): TableOptions {
  return {
    encoding: encoding ?? undefined,
    delimiter: delimiter ?? undefined,
    sheet: sheet ?? undefined,
  } as TableOptions;
}

/** All records, the header and the titles above it left out; every text can be stored, and no two rows have the same line. */
export async function* recordsOf(bytes: Buffer, file: ImportFile): AsyncGenerator<TableRow> {
  let above = file.headless ? 0 : (file.skipped ?? 0) + 1;
  let last = 0;
  try {
    for await (const row of readRows(bytes, readingOf(file))) {
      last = Math.max(row.line, last + 1);
      if (above === 0) yield { ...row, line: last, cells: row.cells.map((cell) => cell.toWellFormed()) };
      else above -= 1;
    }
  } catch (error) {
    refuseTable(error);
  }
}

/** Letters of a piece: a few long records fill it as well as many short ones. */
const lettersAtOnce = 2_000_000;

/** Records in pieces, so that the base is asked once for many. */
export async function* inChunks(records: AsyncIterable<TableRow>, size: number): AsyncGenerator<TableRow[]> {
  let chunk: TableRow[] = [];
  let letters = 0;
  for await (const record of records) {
    chunk.push(record);
    for (const cell of record.cells) letters += cell.length;
    if (chunk.length < size && letters < lettersAtOnce) continue;
    yield chunk;
    chunk = [];
    letters = 0;
  }
  if (chunk.length > 0) yield chunk;
}
