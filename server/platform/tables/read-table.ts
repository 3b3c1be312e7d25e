// The door of this folder: reads a table that a user brings, CSV or XLSX, without being told what it is.
import { csvRows, textStart } from './csv-rows.ts';
import { detectDelimiter } from './delimiter.ts';
import { TableFault } from './table-fault.ts';
import { FILE_LIMIT, RECORD_LIMIT, type TableRow, withinRowLimit } from './table-limits.ts';
import { detectEncoding, isKnownEncoding, textPieces } from './text-encoding.ts';
import { guessSheetRows, sheetRows } from './xlsx-rows.ts';
import { openWorkbook, type SheetPart, type Workbook } from './xlsx-workbook.ts';

/** What a person may set right after seeing the preview. */
export interface TableOptions {
  sheet?: string;
  encoding?: string;
  delimiter?: string;
}

export interface TableInspection {
  kind: 'csv' | 'xlsx';
  encoding?: string;
  delimiter?: string;
  /** Visible and hidden sheets with their rows, header included, about. */
  sheets?: { name: string; rows: number }[];
  /** The sheet that header and sample are of. */
  sheet?: string;
  header: string[];
  /** The first 50 rows after the header. */
  sample: string[][];
  /** Rows after the header, about: a record of several lines counts as several, blank rows count. */
  rowCountGuess: number;
  /** NUL characters taken out of header and sample; rows carry their own count. */
  nuls: number;
}

const SAMPLE_ROWS = 50;
const DELIMITER_LETTERS = 64 * 1024;

/** First bytes (as latin1) of what people bring instead of a table. */
const MAGIC: readonly (readonly [format: string, start: string])[] = [
  ['pdf', '%PDF'],
  ['png', '\u0089PNG'],
  ['jpeg', '\u00ff\u00d8\u00ff'],
  ['gif', 'GIF8'],
  ['rtf', '{\\rtf'],
  ['gzip', '\u001f\u008b'],
  ['rar', 'Rar!'],
  ['7z', '7z\u00bc\u00af'],
];
/** The same for texts, after a byte order mark and blanks. */
const MARKUP: readonly (readonly [format: string, start: RegExp])[] = [
  ['html', /^<(?:!doctype html|html|table)/iu],
  ['xml', /^<\?xml/iu],
  ['vcard', /^BEGIN:VCARD/iu],
  ['json', /^(?:\[\s*)?\{\s*"/u],
];

function otherFormat(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 512);
  const magic = MAGIC.find(([, prefix]) => start.startsWith(prefix));
  if (magic) return magic[0];
  const text = bytes
    .toString('utf8', 0, 512)
    .replace(/^\ufeff/u, '')
    .trimStart();
  return MARKUP.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Compound files: the old .xls, or a workbook locked with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

function refuseOtherFormats(bytes: Buffer): void {
  if (bytes.length > FILE_LIMIT)
    throw new TableFault('table.tooLarge', { limit: FILE_LIMIT, found: bytes.length });
  if (bytes.length === 0) throw new TableFault('table.empty');
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    throw bytes.includes(LOCKED)
      ? new TableFault('table.encrypted')
      : new TableFault('table.notATable', { format: 'xls' });
  }
  const format = otherFormat(bytes);
  if (format) throw new TableFault('table.notATable', { format });
}

const ZIP_STARTS = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\b'];

function isZip(bytes: Buffer): boolean {
  return ZIP_STARTS.includes(bytes.toString('latin1', 0, 4));
}

/** Control characters stand in no text, NUL apart: broken exports are full of them. */
function isBinary(text: string): boolean {
  const controls = text.replaceAll('\0', '').match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0;
  return controls * 50 > text.length;
}

interface TextTable {
  encoding: string;
  delimiter: string;
}

function openText(bytes: Buffer, options: TableOptions, fileName: string): TextTable {
  const chosen = options.encoding && isKnownEncoding(options.encoding) ? options.encoding : undefined;
  const encoding = chosen ?? detectEncoding(bytes);
  const start = textStart(bytes, encoding, RECORD_LIMIT);
  if (isBinary(start.slice(0, DELIMITER_LETTERS)))
    throw new TableFault('table.notATable', { format: 'binary' });
  if (start.length === RECORD_LIMIT && !/[\r\n]/.test(start))
    throw new TableFault('table.notATable', { format: 'text' });
  return {
    encoding,
    delimiter: options.delimiter ?? detectDelimiter(start.slice(0, DELIMITER_LETTERS), fileName),
  };
}

function chooseSheet({ sheets }: Workbook, name: string | undefined): SheetPart {
  const sheet =
    name === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find((one) => one.name === name);
  if (sheet) return sheet;
  throw new TableFault(sheets.length === 0 ? 'table.empty' : 'table.noSuchSheet');
}

interface Preview {
  header: string[];
  sample: string[][];
  nuls: number;
}

async function preview(rows: AsyncIterable<TableRow>): Promise<Preview | null> {
  const taken: TableRow[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length > SAMPLE_ROWS) break;
  }
  const [header, ...sample] = taken.map(({ cells }) => cells);
  return header ? { header, sample, nuls: taken.reduce((sum, { nuls }) => sum + nuls, 0) } : null;
}

async function inspectText(bytes: Buffer, options: TableOptions, fileName: string): Promise<TableInspection> {
  const table = openText(bytes, options, fileName);
  const seen = await preview(csvRows(bytes, table.encoding, table.delimiter));
  if (!seen) throw new TableFault('table.empty');
  let lineEnds = 0;
  for (const piece of textPieces(bytes, table.encoding)) lineEnds += piece.split(/\r\n|\n|\r/u).length - 1;
  const isWhole = seen.sample.length < SAMPLE_ROWS;
  return {
    kind: 'csv',
    ...table,
    ...seen,
    rowCountGuess: isWhole ? seen.sample.length : Math.max(lineEnds - 1, SAMPLE_ROWS),
  };
}

/** Unless a sheet is asked for, the first visible one that is not blank is shown. */
async function previewWorkbook(
  workbook: Workbook,
  wanted: string | undefined,
): Promise<Preview & { sheet: SheetPart }> {
  const first = chooseSheet(workbook, wanted);
  const others = wanted === undefined ? workbook.sheets.filter((one) => one !== first && !one.hidden) : [];
  for (const sheet of [first, ...others]) {
    const seen = await preview(sheetRows(workbook, sheet.part));
    if (seen) return { ...seen, sheet };
  }
  throw new TableFault('table.empty');
}

async function inspectWorkbook(bytes: Buffer, options: TableOptions): Promise<TableInspection> {
  const workbook = await openWorkbook(bytes);
  const { sheet, ...seen } = await previewWorkbook(workbook, options.sheet);
  const sheets: { name: string; rows: number }[] = [];
  for (const { name, part } of workbook.sheets)
    sheets.push({ name, rows: await guessSheetRows(workbook, part) });
  const guessed = (sheets[workbook.sheets.indexOf(sheet)]?.rows ?? 1) - 1;
  const isWhole = seen.sample.length < SAMPLE_ROWS;
  return {
    kind: 'xlsx',
    sheets,
    sheet: sheet.name,
    ...seen,
    rowCountGuess: isWhole ? seen.sample.length : guessed,
  };
}

/**
 * Looks at a file a person brought: what it is and how it begins. `options` are the person's corrections of an earlier look.
 * Throws `TableFault` when the file is no table, is broken or passes a limit that shows at its beginning.
 */
export async function inspectTable(
  bytes: Buffer,
  fileName: string,
  options: TableOptions = {},
): Promise<TableInspection> {
  refuseOtherFormats(bytes);
  return isZip(bytes) ? inspectWorkbook(bytes, options) : inspectText(bytes, options, fileName);
}

async function* rowsOf(bytes: Buffer, options: TableOptions): AsyncGenerator<TableRow> {
  refuseOtherFormats(bytes);
  if (isZip(bytes)) {
    const workbook = await openWorkbook(bytes);
    yield* sheetRows(workbook, chooseSheet(workbook, options.sheet).part);
    return;
  }
  const { encoding, delimiter } = openText(bytes, options, '');
  yield* csvRows(bytes, encoding, delimiter);
}

/**
 * All rows that are not blank, in the file's order, **the header first**. Memory does not grow with the number of rows (a workbook's
 * shared texts apart). Give what `inspectTable` found, so that both read alike. Throws `TableFault` in the middle when a fault shows there.
 */
export function readRows(bytes: Buffer, options: TableOptions = {}): AsyncGenerator<TableRow> {
  return withinRowLimit(rowsOf(bytes, options));
}
