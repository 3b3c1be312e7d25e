// Pure: from a row of a table to a client as its contract has it. What finds no field becomes a line of the notes.
import { type ClientInput, clients } from '../../../contract/clients.ts';
import type { DirectoryName } from '../../../contract/directories.ts';
import type { ClientImportField } from '../../../contract/import-fields.ts';
import type { Fault } from '../../../contract/kit/refusal.ts';
import { fold } from '../../../contract/text/fold.ts';
import { tryInput } from '../../platform/input.ts';
import type { TableRow } from '../../platform/tables/table-limits.ts';
import { type Reading, readLists } from './client-lists.ts';
import { entryNamed, groupNamed, isReason, type Named, workerNamed } from './names.ts';
import { readMoment } from './read-moment.ts';
import { failedCells, lostDigits, requisiteCells, withFirstZero } from './requisite-cells.ts';
import {
  type Cell,
  cellsOf,
  distinct,
  hasNames,
  hasPeople,
  noteCells,
  noteLine,
  type Reason,
  reasonAt,
  type Sheet,
  unreadCells,
} from './sheet.ts';

/** Fields that name another record: an id, or the name of what is to be made. */
export const clientRefs = ['groupId', 'statusId', 'typeId', 'originId', 'responsibleId'] as const;
type Refs = (typeof clientRefs)[number];

export type StagedClient = Omit<ClientInput, Refs> & { [K in Refs]?: number | string | null };

export type ClientDraft = {
  line: number;
  cells: string[];
  title: string;
  input: StagedClient;
  /** True: the name is a company's, whose people stand beside it; equal names then need no equal telephone. */
  company: boolean;
  reasons: Reason[];
};

const directories: [ClientImportField, Refs, DirectoryName][] = [
  ['status', 'statusId', 'clientStatuses'],
  ['type', 'typeId', 'clientTypes'],
  ['origin', 'originId', 'clientOrigins'],
];
/** Numbers of which a client has one; spaces are no part of them. */
const numbers = ['inn', 'kpp', 'ogrn', 'account', 'bik', 'correspondentAccount', 'iban', 'vat'] as const;
const lines = ['fullName', 'line', 'legalAddress', 'contractNumber', 'bank'] as const;
const paragraphs = ['contractTerms', 'contactPersons', 'notes'] as const;
const days = ['contractDate', 'contractTill'] as const;

const nameFields = ['name', 'person', 'lastName', 'firstName', 'middleName'] as const;

/** The fields of a table that make a field of the contract, where the names differ. */
const sources: Partial<Record<keyof ClientInput, ClientImportField[]>> = {
  statusId: ['status'],
  typeId: ['type'],
  originId: ['origin'],
  groupId: ['group'],
  responsibleId: ['responsible'],
  name: [...nameFields, 'email', 'phone'],
  phones: ['phone'],
  emails: ['email'],
  sites: ['site'],
  messengers: ['messenger'],
  actualAddress: ['actualAddress', 'street', 'city', 'region', 'zip', 'country'],
};

/** The fields of a table that make a field of the contract. */
export const columnsOf = (field: keyof ClientInput): ClientImportField[] =>
  sources[field] ?? [field as ClientImportField];

/** Fields with room for one value, the name aside. */
export const singleFields = [
  ...lines,
  'actualAddress',
  ...clientRefs,
  ...days,
  'contractTerms',
  ...numbers,
] as const;

export function readClientRow(row: TableRow, sheet: Sheet): ClientDraft {
  const unread = unreadCells(row, sheet).map((cell) => reasonAt(cell, 'reason.badLetters'));
  const reading: Reading = { row, sheet, left: [], reasons: unread };
  const named = readName(reading);
  const input: ClientInput = {
    name: named.name,
    ...readTexts(reading),
    ...readLists(reading),
    ...readDays(reading),
  };
  const refs = readRefs(reading);
  const persons = [...named.persons, input.contactPersons ?? ''].filter((text) => text !== '');
  if (persons.length > 0) input.contactPersons = persons.join('\n');
  const notes = [input.notes ?? '', ...[...reading.left, ...noteCells(row, sheet)].map(noteLine)].filter(
    (text) => text !== '',
  );
  if (notes.length > 0) input.notes = notes.join('\n');
  if (named.name === '') reading.reasons.push(reasonAt(undefined, 'reason.nameMissing'));
  reading.reasons.push(
    ...failedCells(cellsOf(row, sheet, ...nameFields)),
    ...lostDigits(cellsOf(row, sheet, 'phone', ...numbers)),
  );
  const read = tryInput(clients.create.input, input);
  if ('faults' in read && named.name !== '')
    reading.reasons.push(...read.faults.map((fault) => reasonOf(fault, reading)));
  const fit = 'data' in read ? read.data : input;
  return {
    line: row.line,
    cells: row.cells,
    title: named.name.slice(0, titleAtMost),
    input: { ...fit, ...refs },
    company: named.company,
    reasons: reading.reasons,
  };
}

/** Enough to know a row by. */
const titleAtMost = 200; // characters

function reasonOf({ path, code, params }: Fault, { row, sheet }: Reading): Reason {
  const field = path.split('.')[0] as keyof ClientInput;
  const [cell] = cellsOf(row, sheet, ...columnsOf(field));
  return reasonAt(cell, code, params);
}

/** The first cell of a field that a client has once; the others become notes. */
function single(reading: Reading, field: ClientImportField, cells = cellsOf): Cell | undefined {
  const [first, ...more] = cells(reading.row, reading.sheet, field);
  reading.left.push(...more.filter(({ text }) => fold(text) !== fold(first?.text ?? '')));
  return first;
}

function personOf(reading: Reading): string[] {
  const whole = cellsOf(reading.row, reading.sheet, 'person').map(({ text }) => text);
  const [last, first, middle] = (['lastName', 'firstName', 'middleName'] as const).map(
    (field) => single(reading, field)?.text ?? '',
  );
  const parts = /\p{Script=Cyrillic}/u.test(`${last}${first}`)
    ? [last, first, middle]
    : [first, middle, last];
  const joined = parts.filter((part) => part !== '').join(' ');
  const known = whole.some((person) => parts.every((part) => fold(person).includes(fold(part ?? ''))));
  return distinct(known || joined === '' ? whole : [...whole, joined]);
}

/** A client is the company of the row, else its person; a table without names is known by e-mails or telephones. */
function readName(reading: Reading): { name: string; persons: string[]; company: boolean } {
  const { row, sheet } = reading;
  const company = single(reading, 'name')?.text;
  const persons = personOf(reading);
  const titles = cellsOf(row, sheet, 'personTitle');
  if (company === undefined) {
    reading.left.push(...titles);
    return { name: persons[0] ?? nameless(reading), persons: persons.slice(1), company: false };
  }
  const others = persons.filter((person) => fold(person) !== fold(company));
  const [first, ...more] = others;
  if (first === undefined) reading.left.push(...titles);
  const titled = first === undefined ? [] : [[first, ...titles.map(({ text }) => text)].join(', '), ...more];
  return { name: company, persons: titled, company: hasPeople(sheet.columns) };
}

function nameless({ row, sheet }: Reading): string {
  if (hasNames(sheet)) return '';
  return cellsOf(row, sheet, 'email', 'phone')[0]?.text ?? '';
}

function readTexts(reading: Reading): ClientInput {
  const { row, sheet } = reading;
  const texts: ClientInput = {};
  for (const field of numbers) {
    const cell = single(reading, field, requisiteCells);
    if (cell) texts[field] = withFirstZero(field, cell.text.replace(/\s+/gu, ''));
  }
  for (const field of lines) put(texts, field, cellsOf(row, sheet, field), ', ');
  for (const field of paragraphs) put(texts, field, cellsOf(row, sheet, field), '\n');
  put(texts, 'actualAddress', addressOf(row, sheet), ', ');
  return texts;
}

type TextField = (typeof lines)[number] | (typeof paragraphs)[number] | 'actualAddress';

function put(texts: ClientInput, field: TextField, cells: Cell[], between: string): void {
  const parts = distinct(cells.map(({ text }) => text));
  if (parts.length > 0) texts[field] = parts.join(between);
}

/** Russian addresses go from the whole to the part, others the other way round. */
function addressOf(row: TableRow, sheet: Sheet): Cell[] {
  const whole = cellsOf(row, sheet, 'actualAddress');
  const western = cellsOf(row, sheet, 'street', 'city', 'region', 'zip', 'country');
  const isRussian = western.some(({ text }) => /\p{Script=Cyrillic}/u.test(text));
  return [
    ...whole,
    ...(isRussian ? cellsOf(row, sheet, 'zip', 'country', 'region', 'city', 'street') : western),
  ];
}

function readDays(reading: Reading): ClientInput {
  const read: ClientInput = {};
  for (const field of days) {
    const cell = single(reading, field);
    if (!cell) continue;
    const found = readMoment(cell.text, reading.sheet.dayOrders[cell.column] ?? 'dayFirst');
    if (typeof found === 'string')
      reading.reasons.push(reasonAt(cell, found, { text: cell.text.slice(0, 50) }));
    else read[field] = found.day;
  }
  return read;
}

function readRefs(reading: Reading): { [K in Refs]?: number | string } {
  const { sheet, reasons } = reading;
  const refs: { [K in Refs]?: number | string } = {};
  const keep = (field: Refs, named: Named) => {
    if (isReason(named)) reasons.push(named);
    else refs[field] = named;
  };
  for (const [field, ref, directory] of directories) {
    const cell = single(reading, field);
    if (cell) keep(ref, entryNamed(sheet, directory, cell));
  }
  const group = single(reading, 'group');
  if (group) keep('groupId', groupNamed(sheet, group));
  const manager = single(reading, 'responsible');
  const named = manager && workerNamed(sheet, manager);
  if (manager && isReason(named) && sheet.options.unknownManager === 'default') reading.left.push(manager);
  else if (named !== undefined) keep('responsibleId', named);
  return refs;
}
