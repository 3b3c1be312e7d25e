// Pure: the telephones, e-mails, sites, messengers and tags of a row; a cell may hold several.
import type { ClientInput } from '../../../contract/clients.ts';
import type { ClientImportField } from '../../../contract/import-fields.ts';
import { fold } from '../../../contract/text/fold.ts';
import { besideEmails, besidePhones, splitEmails, splitPhones } from '../../../contract/text/split-cell.ts';
import type { TableRow } from '../../platform/tables/table-limits.ts';
import { dialledBy } from './country-of.ts';
import { type Cell, cellsOf, type Reason, type Sheet } from './sheet.ts';

/** What is gathered while a row is read; `left`: cells that become notes. */
export type Reading = { row: TableRow; sheet: Sheet; left: Cell[]; reasons: Reason[] };

/** Gets the values of a cell, and the words beside them that are none. */
type Reader = { read: (text: string) => string[]; beside?: (text: string) => string[] };

/** Values of cells that may hold several; a cell that holds none becomes a note, and one that says what no other cell does. */
function split(
  reading: Reading,
  field: ClientImportField,
  { read, beside = () => [] }: Reader,
): { value: string; cell: Cell }[] {
  return cellsOf(reading.row, reading.sheet, field).flatMap((cell) => {
    const values = read(cell.text);
    if (values.length === 0 || saysMore(reading.row, cell, beside)) reading.left.push(cell);
    return values.map((value) => ({ value, cell }));
  });
}

function saysMore({ cells }: TableRow, { column, text }: Cell, beside: (text: string) => string[]): boolean {
  const elsewhere = fold(cells.filter((_, i) => i !== column).join(' '));
  return beside(text).some((word) => !elsewhere.includes(fold(word)));
}

function once<T>(all: T[], key: (each: T) => string): T[] {
  return [...new Map(all.toReversed().map((each) => [key(each), each])).values()].toReversed();
}

/** The header says which telephone it is, where a table has several columns of them. */
function entries(reading: Reading, field: 'phone' | 'email', read: (text: string) => string[]) {
  const beside = field === 'email' ? besideEmails : besidePhones;
  const several = (reading.sheet.columns.get(field)?.length ?? 0) > 1;
  const found = once(split(reading, field, { read, beside }), ({ value }) => fold(value));
  return found.map(({ value, cell }) => ({
    value,
    note: several ? cell.label.slice(0, noteAtMost).toWellFormed() : '',
  }));
}

const noteAtMost = 200; // characters

const words = (between: RegExp) => (text: string) =>
  text
    .split(between)
    .map((word) => word.trim())
    .filter((word) => word !== '');

export function readLists(reading: Reading): ClientInput {
  const lists: Record<string, unknown[]> = {
    phones: entries(reading, 'phone', (text) =>
      splitPhones(text)
        .filter((number) => /\p{Nd}/u.test(number))
        .map(dialledBy(reading.row, reading.sheet)),
    ),
    emails: entries(reading, 'email', splitEmails),
    sites: once(split(reading, 'site', { read: words(/[\s;,]+/u) }), ({ value }) => fold(value)).map(
      ({ value }) => value,
    ),
    messengers: cellsOf(reading.row, reading.sheet, 'messenger').map(
      ({ label, text }) => `${label}: ${text}`,
    ),
    tags: once(split(reading, 'tags', { read: words(/[,;|\n]+/u) }), ({ value }) => fold(value)).map(
      ({ value }) => value,
    ),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
