// Pure: from a row of a table to a task as its contract has it, and the keys of its client.
import type { ImportField } from '../../../contract/import-fields.ts';
import type { Fault } from '../../../contract/kit/refusal.ts';
import { type TaskInput, tasks } from '../../../contract/tasks.ts';
import { splitEmails, splitPhones } from '../../../contract/text/split-cell.ts';
import { tryInput } from '../../platform/input.ts';
import type { TableRow } from '../../platform/tables/table-limits.ts';
import type { RowKeys } from './match-client.ts';
import { entryNamed, isReason, workerNamed } from './names.ts';
import { instantOf, type ReadMoment, readMoment, readTime } from './read-moment.ts';
import { lostDigits, requisiteCells, withFirstZero } from './requisite-cells.ts';
import { keysOf } from './settle-client.ts';
import {
  type Cell,
  cellsOf,
  distinct,
  noteCells,
  noteLine,
  type Reason,
  reasonAt,
  type Sheet,
  unreadCells,
} from './sheet.ts';

type Refs = 'typeId' | 'stateId';
export type StagedTask = Omit<TaskInput, Refs> & { [K in Refs]?: number | string };

/** By what the row names its client. */
export type NamedClient = { id: number | null; keys: RowKeys; cells: Cell[] };

export type TaskDraft = {
  line: number;
  cells: string[];
  title: string;
  input: StagedTask;
  client: NamedClient | null;
  reasons: Reason[];
};

type Reading = { row: TableRow; sheet: Sheet; left: Cell[]; reasons: Reason[] };

const sources: Record<string, ImportField> = {
  at: 'date',
  managerId: 'manager',
  typeId: 'type',
  stateId: 'state',
};
const titleAtMost = 200; // characters

export function readTaskRow(row: TableRow, sheet: Sheet): TaskDraft {
  const unread = unreadCells(row, sheet).map((cell) => reasonAt(cell, 'reason.badLetters'));
  const reading: Reading = { row, sheet, left: [], reasons: unread };
  const input: TaskInput = {
    ...readMoments(reading),
    ...readMinutes(reading),
    ...readManager(reading),
    tags: readTags(reading),
  };
  const refs = readRefs(reading);
  const results = textOf(reading, 'results');
  if (results !== '') input.results = results;
  const notes = [...reading.left, ...noteCells(row, sheet)].map(noteLine);
  const text = textOf(reading, 'description');
  input.description = [text, ...notes].filter((part) => part !== '').join('\n');
  if (input.description === '' && results === '' && refs.typeId === undefined)
    reading.reasons.push(reasonAt(undefined, 'reason.nothing'));
  const read = tryInput(tasks.create.input, input);
  if ('faults' in read) reading.reasons.push(...read.faults.map((fault) => reasonOf(fault, reading)));
  const title = (text || results || input.description).slice(0, titleAtMost).toWellFormed();
  const whole: StagedTask = {
    ...('data' in read ? read.data : input),
    typeId: refs.typeId,
    stateId: refs.stateId,
  };
  return {
    line: row.line,
    cells: row.cells,
    title,
    input: whole,
    client: readClient(reading),
    reasons: reading.reasons,
  };
}

function reasonOf({ path, code, params }: Fault, { row, sheet }: Reading): Reason {
  const field = path.split('.')[0] ?? '';
  return reasonAt(cellsOf(row, sheet, sources[field] ?? (field as ImportField))[0], code, params);
}

function first(reading: Reading, field: ImportField): Cell | undefined {
  const [cell, ...more] = cellsOf(reading.row, reading.sheet, field);
  reading.left.push(...more);
  return cell;
}

function textOf({ row, sheet }: Reading, field: ImportField): string {
  return distinct(cellsOf(row, sheet, field).map(({ text }) => text)).join('\n');
}

function momentAt(reading: Reading, cell: Cell): ReadMoment | null {
  const found = readMoment(cell.text, reading.sheet.dayOrders[cell.column] ?? 'dayFirst');
  if (typeof found !== 'string') return found;
  reading.reasons.push(reasonAt(cell, found, { text: cell.text.slice(0, 50) }));
  return null;
}

/** A deadline without an hour is the end of its day. */
const endOfDay = '23:59:00';

function readMoments(reading: Reading): Pick<TaskInput, 'at' | 'hasTime' | 'deadline'> {
  const { timeZone } = reading.sheet.firm;
  const deadline = first(reading, 'deadline');
  const till = deadline && momentAt(reading, deadline);
  const due = till ? { deadline: instantOf(till, timeZone, endOfDay) } : {};
  const date = first(reading, 'date');
  const clock = first(reading, 'time');
  const time = clock && readTime(clock.text);
  if (clock && !time)
    reading.reasons.push(reasonAt(clock, 'reason.badTime', { text: clock.text.slice(0, 50) }));
  const found = date && momentAt(reading, date);
  const at = found ? { ...found, time: timeOf(found, time) } : null;
  // A time that no date has room for is not forgotten.
  if (clock && time && at?.time !== time) reading.left.push(clock);
  return at ? { ...due, at: instantOf(at, timeZone), hasTime: at.time !== null } : due;
}

/** Programs write a day as its midnight; where the hour stands in a cell of its own, that one counts. */
function timeOf({ time }: ReadMoment, ofItsOwn: string | null | undefined): string | null {
  return time === null || time === midnight ? (ofItsOwn ?? time) : time;
}

const midnight = '00:00:00';

const hoursPattern = /^(\d{1,3}):(\d{2})(?::\d{2})?$/;

/** What a header says that its numbers count, and how many minutes that has. */
const units: [RegExp, number][] = [
  [/(?<!\p{L})(?:мин|min)/iu, 1],
  [/(?<!\p{L})(?:ч|час(?:ы|ов|ах)?|h|hrs?|hours?)(?!\p{L})/iu, 60],
  [/(?<!\p{L})(?:сек(?:унд\p{L}*)?|secs?|seconds?)(?!\p{L})/iu, 1 / 60],
];

/** A part of a minute is one. */
function minutesIn(label: string, count: number): number {
  const minutes = count * (units.find(([header]) => header.test(label))?.[1] ?? 1);
  return minutes > 0 ? Math.max(1, Math.round(minutes)) : minutes;
}

/** Minutes as a number, or hours or seconds where the header says so, or hours and minutes as `1:30`. */
function readMinutes(reading: Reading): Pick<TaskInput, 'minutes'> {
  const cell = first(reading, 'minutes');
  if (!cell) return {};
  const hours = hoursPattern.exec(cell.text);
  const minutes = hours
    ? Number(hours[1]) * 60 + Number(hours[2])
    : minutesIn(cell.label, Number(cell.text.replace(',', '.')));
  if (minutes > 0) return { minutes };
  if (minutes !== 0)
    reading.reasons.push(reasonAt(cell, 'reason.badNumber', { text: cell.text.slice(0, 50) }));
  return {};
}

function readManager(reading: Reading): Pick<TaskInput, 'managerId'> {
  const { sheet } = reading;
  const cell = first(reading, 'manager');
  const found = cell && workerNamed(sheet, cell);
  if (found && !isReason(found)) return { managerId: found };
  if (cell && sheet.options.unknownManager === 'default') reading.left.push(cell);
  else if (isReason(found)) reading.reasons.push(found);
  return { managerId: sheet.options.managerId === undefined ? sheet.actor.userId : sheet.options.managerId };
}

function readTags({ row, sheet }: Reading): string[] {
  const words = cellsOf(row, sheet, 'tags').flatMap(({ text }) =>
    text.split(/[,;|\n]+/u).map((word) => word.trim()),
  );
  return [...new Set(words.filter((word) => word !== ''))];
}

function readRefs(reading: Reading): { [K in Refs]?: number | string } {
  const refs: { [K in Refs]?: number | string } = {};
  for (const [field, ref, directory] of [
    ['type', 'typeId', 'taskTypes'],
    ['state', 'stateId', 'taskStates'],
  ] as const) {
    const cell = first(reading, field);
    const named = cell && entryNamed(reading.sheet, directory, cell);
    if (isReason(named)) reading.reasons.push(named);
    else if (named !== undefined) refs[ref] = named;
  }
  return refs;
}

function readClient({ row, sheet, reasons }: Reading): NamedClient | null {
  const inns = requisiteCells(row, sheet, 'clientInn');
  const cells = [
    ...cellsOf(row, sheet, 'clientId'),
    ...inns,
    ...cellsOf(row, sheet, 'clientName', 'clientPhone', 'clientEmail'),
  ];
  reasons.push(...lostDigits([...inns, ...cellsOf(row, sheet, 'clientPhone')]));
  if (cells.length === 0) return null;
  const texts = (field: ImportField) => cellsOf(row, sheet, field).map(({ text }) => text);
  const [name = ''] = texts('clientName');
  const [id = ''] = texts('clientId');
  const phones = texts('clientPhone')
    .flatMap(splitPhones)
    .map((value) => ({ value }));
  const emails = texts('clientEmail')
    .flatMap(splitEmails)
    .map((value) => ({ value }));
  const number = /^\d{1,15}$/.test(id) ? Number(id) : null;
  return {
    id: number,
    keys: keysOf(
      { name, inn: inns[0] && withFirstZero('inn', inns[0].text), phones, emails },
      true,
      sheet.firm.country,
    ),
    cells,
  };
}
