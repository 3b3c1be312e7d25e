// Rows of one sheet of a workbook, streamed. exceljs is not used for reading: its streaming reader writes temporary files, loses
// dates when styles come late and rich text in cells, trusts local headers of the zip and stops on cells without an address.
import { TableFault } from './table-fault.ts';
import {
  CELL_LIMIT,
  COLUMN_LIMIT,
  LAST_ROW,
  type TableRow,
  tableRow,
  UNPACKED_LIMIT,
} from './table-limits.ts';
import { numberText } from './xlsx-number.ts';
import { unescapeText, type Workbook } from './xlsx-workbook.ts';
import { readXml, type XmlListener } from './xml-events.ts';
import { unpack } from './zip-archive.ts';

/** Column number, from 0, of an address such as `AB12`; -1 when there is none. */
function columnOf(address: string | undefined): number {
  let column = 0;
  for (const letter of /^[A-Z]+/i.exec(address ?? '')?.[0] ?? '')
    column = column * 26 + Number.parseInt(letter, 36) - 9;
  return column - 1;
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string;
}

/** An empty result is a text of its own type; without a type and a value nobody has reckoned the formula. */
function isUncounted({ type, value, formula }: OpenCell): boolean {
  return type === 'n' && value === '' && formula !== '';
}

/**
 * Gathers rows from the events of one sheet. Of a formula the stored result counts; where a program has stored none, the formula
 * stands as a text, so that the cell is not taken for an empty one.
 */
class SheetReader implements XmlListener {
  readonly #workbook: Workbook;
  #rows: TableRow[] = [];
  #line = 0;
  #cells: string[] = [];
  /** The column of a cell that bears no address: after the cell before it, an empty one too. */
  #next = 0;
  #cell: OpenCell | null = null;
  #within = '';
  #phonetic = false;
  /** Of all cells: a text that many cells share stands once in the file. */
  #letters = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  /** The rows read since the last call. */
  take(): TableRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(tag: string, attributes: Record<string, string>): void {
    this.#within = tag;
    if (tag === 'row') this.#openRow(attributes);
    else if (tag === 'c') this.#openCell(attributes);
    else if (tag === 'rPh') this.#phonetic = true;
  }

  text(piece: string): void {
    if (!this.#cell || this.#phonetic) return;
    if (this.#within === 'v' || this.#within === 't') this.#cell.value += piece;
    else if (this.#within === 'f') this.#cell.formula += piece;
    if (Math.max(this.#cell.value.length, this.#cell.formula.length) > CELL_LIMIT) {
      throw new TableFault('table.tooLarge', { line: this.#line, limit: CELL_LIMIT, part: 'cell' });
    }
  }

  close(tag: string): void {
    this.#within = '';
    if (tag === 'rPh') this.#phonetic = false;
    else if (tag === 'c') this.#closeCell();
    else if (tag === 'row') this.#closeRow();
  }

  #openRow({ r }: Record<string, string>): void {
    const numbered = /^\d+$/.test(r ?? '') ? Number(r) : 0;
    this.#line = numbered >= 1 && numbered <= LAST_ROW ? numbered : this.#line + 1;
    this.#cells = [];
    this.#next = 0;
  }

  #openCell({ r, t = 'n', s = '' }: Record<string, string>): void {
    const addressed = columnOf(r);
    const column = addressed < 0 ? this.#next : addressed;
    this.#next = column + 1;
    this.#cell = { column, type: t, style: Number(s), value: '', formula: '' };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell || (cell.value === '' && !isUncounted(cell))) return;
    if (cell.column >= COLUMN_LIMIT) {
      throw new TableFault('table.tooManyColumns', {
        line: this.#line,
        limit: COLUMN_LIMIT,
        found: cell.column + 1,
      });
    }
    while (this.#cells.length < cell.column) this.#cells.push('');
    const text = isUncounted(cell) ? `=${cell.formula}` : this.#textOf(cell);
    this.#letters += text.length;
    if (this.#letters > UNPACKED_LIMIT)
      throw new TableFault('table.tooLarge', { line: this.#line, limit: UNPACKED_LIMIT, part: 'unpacked' });
    this.#cells[cell.column] = text;
  }

  #closeRow(): void {
    const row = tableRow(this.#line, this.#cells);
    if (row) this.#rows.push(row);
  }

  #textOf({ type, value, style }: OpenCell): string {
    const { sharedTexts, kinds, date1904 } = this.#workbook;
    if (type === 's') return sharedTexts[Number(value)] ?? '';
    if (type === 'b') return value === '1' || value === 'true' ? 'true' : 'false';
    if (type === 'n') return numberText(value, kinds[style] ?? 'plain', date1904);
    if (type === 'd') return value.replace(/(?:T00:00)?(?::00(?:\.0+)?)?Z?$/u, '');
    return unescapeText(value);
  }
}

/** Every row of the sheet that is not blank, the header first. Merged cells keep their text in the first one. */
export async function* sheetRows(workbook: Workbook, part: string): AsyncGenerator<TableRow> {
  const reader = new SheetReader(workbook);
  const listener: XmlListener = {
    open: (tag, attributes) => reader.open(tag, attributes),
    text: (piece) => reader.text(piece),
    close: (tag) => reader.close(tag),
  };
  for await (const _ of readXml(unpack(workbook.archive, part), listener)) yield* reader.take();
}

/** About how many rows a sheet has: their closing tags are counted, unpacked but not parsed. */
export async function guessSheetRows({ archive }: Workbook, part: string): Promise<number> {
  let rows = 0;
  let cutTag = '';
  for await (const piece of unpack(archive, part)) {
    const text = cutTag + piece.toString('latin1');
    rows += text.match(/<\/(?:\w+:)?row>/gu)?.length ?? 0;
    const last = text.slice(text.lastIndexOf('<'));
    cutTag = last.startsWith('<') && !last.includes('>') ? last : '';
  }
  return rows;
}
