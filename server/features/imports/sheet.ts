// What planning and running know of the table and of who asks: columns by field, labels, names of the house. Made once a job.
import type { ImportField } from '../../../contract/import-fields.ts';
import type { ImportMapping, ImportOptions } from '../../../contract/imports.ts';
import type { Params } from '../../../contract/kit/refusal.ts';
import type { Actor } from '../../platform/actor.ts';
import type { TableRow } from '../../platform/tables/table-limits.ts';
import { asItWas } from '../../platform/tables/write-csv.ts';
import type { DayOrder } from './read-moment.ts';

/** Why a row is refused: the column at fault where there is one, a code of the contract and its figures. */
export type Reason = { column: number | null; code: string; params: Params };

/** What the names of the house mean; `made` are those that the import would make, by directory (or `groups`). */
export type Names = {
  entries: Map<string, number>;
  groups: Map<string, number>;
  workers: Map<string, number | 'ambiguous'>;
  /** All ids that may be named at this moment. */
  ids: { entries: Set<number>; groups: Set<number>; workers: Set<number> };
  made: Map<string, Map<string, string>>;
};

export type Sheet = {
  actor: Actor;
  options: ImportOptions;
  names: Names;
  firm: { country: string; timeZone: string };
  columns: Map<ImportField, number[]>;
  /** What each column is called. */
  labels: string[];
  /** What a column without a header is called, before its number. */
  numbered: string;
  /** How each column writes days. */
  dayOrders: DayOrder[];
  /** A file of refused rows of this house, corrected: its cells are written as the house writes them. */
  isOurs: boolean;
  /** A text in UTF-8, where bytes of another encoding stand out. */
  isUnicode: boolean;
};

/** A filled cell under the name of its column. */
export type Cell = { column: number; label: string; text: string };

/** The columns of each field, in the order of the table. */
export function columnsByField(mapping: ImportMapping): Map<ImportField, number[]> {
  const columns = new Map<ImportField, number[]>();
  for (const [column, field] of mapping.entries())
    if (field) columns.set(field, [...(columns.get(field) ?? []), column]);
  return columns;
}

/** The filled cells of the fields in a row. */
export function cellsOf(row: Pick<TableRow, 'cells'>, sheet: Sheet, ...fields: ImportField[]): Cell[] {
  const cells: Cell[] = [];
  for (const field of fields)
    for (const column of sheet.columns.get(field) ?? []) {
      const cell = row.cells[column] ?? '';
      const text = (sheet.isOurs ? asItWas(cell) : cell).trim();
      if (text) cells.push({ column, label: sheet.labels[column] ?? '', text });
    }
  return cells;
}

/** Cells beyond the last column that has a name: they have no field and become notes. */
function extraCells(row: TableRow, { labels, numbered }: Sheet): Cell[] {
  return row.cells.slice(labels.length).flatMap((cell, i) => {
    const column = labels.length + i;
    const text = cell.trim();
    return text === '' ? [] : [{ column, label: `${numbered} ${column + 1}`, text }];
  });
}

/** The cells of a row that are notes from the first. */
export function noteCells(row: TableRow, sheet: Sheet): Cell[] {
  return [...cellsOf(row, sheet, 'note'), ...extraCells(row, sheet)];
}

/** Whether the table has columns with names; else a client is known by its e-mail or telephone. */
export function hasNames({ columns }: Sheet): boolean {
  return columns.has('name') || hasPeople(columns);
}

const personFields = ['person', 'lastName', 'firstName'] as const;

export function hasPeople(columns: Sheet['columns']): boolean {
  return personFields.some((field) => columns.has(field));
}

/** A cell that found no field of its own: kept as a line of text. */
export function noteLine({ label, text }: Cell): string {
  return `${label}: ${text}`;
}

const unread = '\ufffd';

/** Cells that are in another encoding than the file. */
export function unreadCells({ cells }: TableRow, { isUnicode, labels }: Sheet): Cell[] {
  if (!isUnicode) return [];
  return cells.flatMap((text, column) =>
    text.includes(unread) ? [{ column, label: labels[column] ?? '', text }] : [],
  );
}

export function reasonAt(cell: Cell | undefined, code: string, params: Params = {}): Reason {
  return { column: cell?.column ?? null, code, params };
}

/** The texts without those that an earlier one holds already. */
export function distinct(texts: string[]): string[] {
  return texts.filter((text, i) => !texts.slice(0, i).some((earlier) => earlier.includes(text)));
}
