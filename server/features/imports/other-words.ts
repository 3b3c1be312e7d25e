// Pure: what a row says otherwise than the client that it joins. Empty fields are filled and lists united (merge-client.ts); a second name or address finds no place there.
import type { ClientImportField } from '../../../contract/import-fields.ts';
import { fold } from '../../../contract/text/fold.ts';
import { type ClientDraft, columnsOf, singleFields } from './client-row.ts';
import { type Cell, cellsOf, hasNames, noteLine, type Reason, reasonAt, type Sheet } from './sheet.ts';

type Values = Record<string, unknown>;
type Other = { cells: Cell[]; now: unknown };

function others(now: Values, { cells, input }: ClientDraft, sheet: Sheet): Other[] {
  const given: Values = input;
  const differs = (field: string) => {
    const [is, wants] = [now[field] ?? '', given[field] ?? ''];
    return is !== '' && wants !== '' && fold(String(is)) !== fold(String(wants));
  };
  const named: ClientImportField[] = sheet.columns.has('name')
    ? ['name']
    : ['person', 'lastName', 'firstName', 'middleName'];
  const names: [string, ClientImportField[]][] = hasNames(sheet) ? [['name', named]] : [];
  const rest = singleFields.map((field): (typeof names)[number] => [field, columnsOf(field)]);
  return [...names, ...rest].flatMap(([field, columns]) => {
    const found = differs(field) ? cellsOf({ cells }, sheet, ...columns) : [];
    return found.length > 0 ? [{ cells: found, now: now[field] }] : [];
  });
}

/** Lines of notes under the headers of the table: no word of a row that repeats another is lost. */
export function otherNotes(now: Values, draft: ClientDraft, sheet: Sheet): string[] {
  return others(now, draft, sheet).flatMap(({ cells }) => cells.map(noteLine));
}

/** Remarks on what a client of the base keeps. */
export function otherRemarks(now: Values, draft: ClientDraft, sheet: Sheet): Reason[] {
  return others(now, draft, sheet).map(({ cells, now: kept }) =>
    reasonAt(cells[0], 'reason.kept', typeof kept === 'string' ? { text: kept.slice(0, 100) } : {}),
  );
}
