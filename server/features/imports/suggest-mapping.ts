// Pure: what each column of a table probably is, by its header, else by what stands in it. Nothing is left out: the rest becomes notes.
import type { ClientImportField, ImportField, TaskImportField } from '../../../contract/import-fields.ts';
import type { ImportFile, ImportKind, ImportMapping } from '../../../contract/imports.ts';
import { fold } from '../../../contract/text/fold.ts';
import { readPhone } from '../../../contract/text/phone.ts';
import { checkInn } from '../../../contract/text/requisites.ts';
import { clientHeaders, oftenMistyped, taskHeaders } from './headers.ts';
import { isReasonHeader } from './reason-texts.ts';

/** `companyName`, `E-mail (рабочий)`, `Person - Phone` as plain words. */
function wordsOf(header: string): string {
  const spaced = header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/№/g, ' no ');
  return fold(spaced.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' '));
}

/** True where one letter is missing, too many or changed places with its neighbour. */
function isSlip(typed: string, word: string): boolean {
  if (Math.min(typed.length, word.length) < 4 || typed === word) return false;
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = (text: string, skip: number) => text.slice(at + skip);
  if (typed.length === word.length)
    return typed[at] === word[at + 1] && typed[at + 1] === word[at] && rest(typed, 2) === rest(word, 2);
  if (typed.length === word.length + 1) return rest(typed, 1) === rest(word, 0);
  return typed.length + 1 === word.length && rest(typed, 0) === rest(word, 1);
}

function mistyped(header: string): ClientImportField | 'company' | undefined {
  return oftenMistyped.find(([, words]) => words.some((word) => isSlip(header, word)))?.[0];
}

/** A share of the filled cells that speaks for the column. */
const mostly = 0.6;

type Look = (cell: string) => boolean;
const looks: [ClientImportField, Look][] = [
  ['email', (cell) => /^\S+@\S+\.\S+$/.test(cell)],
  ['site', (cell) => /^(?:https?:\/\/|www\.)\S+$/i.test(cell)],
  ['inn', (cell) => /^(?:\d{10}|\d{12})$/.test(cell) && checkInn(cell) === null],
  ['phone', (cell) => /[+()\s-]|^[78]\d{10}$/.test(cell) && !/\p{L}{3}/u.test(cell) && readPhone(cell).valid],
];

function isMostly(cells: string[], look: Look): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(look).length >= filled.length * mostly;
}

function byContent(cells: string[]): ClientImportField | undefined {
  return looks.find(([, look]) => isMostly(cells, look))?.[0];
}

function columnOf(file: ImportFile, column: number): string[] {
  return file.sample.map((row) => row[column] ?? '');
}

/** Fields that a record has once: the first column gets it, further ones become notes. */
const once: ReadonlySet<ImportField | 'company'> = new Set([
  'name',
  'company',
  'person',
  'lastName',
  'firstName',
  'middleName',
  'personTitle',
  'fullName',
  'group',
  'status',
  'type',
  'origin',
  'responsible',
  'actualAddress',
  'legalAddress',
  'city',
  'region',
  'zip',
  'country',
  'contractNumber',
  'contractDate',
  'contractTill',
  'inn',
  'kpp',
  'ogrn',
  'account',
  'bank',
  'bik',
  'correspondentAccount',
  'iban',
  'vat',
  'line',
  'state',
  'manager',
  'date',
  'time',
  'deadline',
  'minutes',
  'clientName',
  'clientInn',
  'clientId',
  'results',
] as const);

function onlyOnce<Field extends ImportField | 'company'>(fields: Field[]): (Field | 'note')[] {
  return fields.map((field, i) => (once.has(field) && fields.indexOf(field) !== i ? 'note' : field));
}

/** Words that people read: no address, no number, no key made by a program. */
const isWorded: Look = (cell) =>
  /\p{L}{2}/u.test(cell) && !/[\d@]{3}|_/u.test(cell) && !cell.split(/\s+/).some(isKey);

/** Longer than words are, letters and digits in turn, or small letters and capitals. */
const isKey = (word: string) =>
  word.length > 30 || /\p{L}\d+\p{L}+\d/u.test(word) || (word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) > 1;

/** Headers of what advertisement and forms note beside a client, though it be words. */
const besides =
  /\b(?:id|guid|uuid|gclid|fbclid|utm|campaign|ad|adset|keyword|conversion|device|platform|form|page|url|browser|language|time|date)\b/u;

/** The column that could be a name: the first that nothing else is known of with words in most cells, mostly different ones. */
function wordyColumn(file: ImportFile, fields: string[]): number {
  return fields.findIndex((field, column) => {
    const filled = columnOf(file, column).filter((cell) => cell.trim() !== '');
    const worded = filled.filter(isWorded);
    const different = new Set(worded.map(fold));
    return (
      field === 'note' &&
      !besides.test(wordsOf(file.header[column] ?? '')) &&
      filled.length > 0 &&
      worded.length >= filled.length * mostly &&
      different.size >= worded.length * mostly
    );
  });
}

const naming = ['name', 'company', 'person', 'lastName', 'firstName'];

function suggestClients(file: ImportFile): ImportMapping {
  const known = file.header.map((header, column): ClientImportField | 'company' => {
    const words = wordsOf(header);
    const byHeader = clientHeaders.find(([, pattern]) => pattern.test(words))?.[0] ?? mistyped(words);
    return byHeader ?? byContent(columnOf(file, column)) ?? 'note';
  });
  const hasCompany = known.includes('company');
  const fields = onlyOnce(known.map((field) => (hasCompany && field === 'name' ? 'person' : field))).map(
    (field): ClientImportField => (field === 'company' ? 'name' : field),
  );
  if (!fields.some((field) => naming.includes(field))) {
    const column = wordyColumn(file, fields);
    if (column >= 0) fields[column] = 'name';
  }
  return fields;
}

/** A day in figures, or with its month as a word. */
const holdsDay: Look = (cell) =>
  /\d{4}-\d\d?-\d|\d[./]\d\d?[./]\d\d|\d[ -][a-z]{3,9}[ -]\d{4}|\b[a-z]{3,9} \d\d?,? \d{4}/i.test(cell);

/** What the cells say against a header: a day is the name of no client, a word without a figure no number. */
const against: Partial<Record<TaskImportField, Look>> = {
  clientName: holdsDay,
  clientId: (cell) => !/\d/.test(cell),
};

function taskField(file: ImportFile, column: number): TaskImportField {
  const words = wordsOf(file.header[column] ?? '');
  const field = taskHeaders.find(([, pattern]) => pattern.test(words))?.[0] ?? 'note';
  const look = against[field];
  return look && isMostly(columnOf(file, column), look) ? 'note' : field;
}

/** Where the table knows no other date, a time that comes with its day is when the task is planned, else a due date. */
function suggestTasks(file: ImportFile): ImportMapping {
  const fields = onlyOnce(file.header.map((_, column) => taskField(file, column)));
  if (fields.includes('date')) return fields;
  const whole = fields.findIndex(
    (field, column) => field === 'time' && isMostly(columnOf(file, column), holdsDay),
  );
  if (whole >= 0) return fields.with(whole, 'date');
  return fields.map((field) => (field === 'deadline' ? 'date' : field));
}

/** The suggestion for every column; the person corrects it. Why rows were refused once is left out. */
export function suggestMapping(kind: ImportKind, file: ImportFile): ImportMapping {
  const fields = kind === 'clients' ? suggestClients(file) : suggestTasks(file);
  return fields.map((field, column) => (isReasonHeader(file.header[column] ?? '') ? null : field));
}

/** Titles of a report above its header are not more. */
const titlesAtMost = 20;

const filledOf = (cells: string[]) => cells.filter((cell) => cell.trim() !== '');

/** Whether at least two cells are names of columns as other programs write them. */
function isHeader(cells: string[]): boolean {
  const words = filledOf(cells).map(wordsOf);
  return [clientHeaders, taskHeaders].some((headers) => {
    const known = words.filter((each) => headers.some(([, pattern]) => pattern.test(each)));
    return known.length >= 2 && known.length * 2 >= words.length;
  });
}

/** How many rows above the header are titles: each a single filled cell, and after them a row that is surely a header. */
export function titlesAbove(rows: string[][]): number {
  const first = rows.slice(0, titlesAtMost + 1).findIndex((cells) => filledOf(cells).length > 1);
  return first > 0 && isHeader(rows[first] ?? []) ? first : 0;
}
