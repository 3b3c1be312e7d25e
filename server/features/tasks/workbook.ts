// GET /exports/tasks.xlsx?<view>: the list as paper shows it, as a workbook. Texts stay texts: nothing in them is run as a formula.
import { PassThrough } from 'node:stream';
import exceljs from 'exceljs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PrintedTask } from '../../../contract/tasks.ts';
import type { Door } from '../../platform/http.ts';
import { sayFile } from '../../platform/sent-file.ts';
import { type Exported, exportedTasks, tasksFile } from './exported.ts';

export function taskWorkbookRoutes(server: FastifyInstance, door: Door): void {
  server.get('/exports/tasks.xlsx', (request, reply) => sendWorkbook(door, request, reply));
}

async function sendWorkbook(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const exported = await exportedTasks(door, request, request.query as Record<string, string>);
  sayFile(reply, `${tasksFile[exported.locale]} ${exported.today}`, 'xlsx');
  const stream = new PassThrough();
  const written = writeTasks(stream, exported);
  written.catch((error) => stream.destroy(error));
  return reply.send(stream);
}

type Column = { ru: string; en: string; width: number; moment?: true };

const columns: Column[] = [
  { ru: 'ID', en: 'ID', width: 8 },
  { ru: 'Когда', en: 'When', width: 17, moment: true },
  { ru: 'Состояние', en: 'State', width: 14 },
  { ru: 'Тип', en: 'Type', width: 18 },
  { ru: 'Менеджер', en: 'Manager', width: 22 },
  { ru: 'Клиент', en: 'Client', width: 30 },
  { ru: 'Адрес', en: 'Address', width: 30 },
  { ru: 'Род деятельности', en: 'Line of business', width: 20 },
  { ru: 'Телефоны', en: 'Phones', width: 24 },
  { ru: 'Контактные лица', en: 'Contact persons', width: 24 },
  { ru: 'Прошлый раз', en: 'Last time', width: 17, moment: true },
  { ru: 'Что сделали', en: 'What was done', width: 30 },
  { ru: 'Описание', en: 'Description', width: 40 },
  { ru: 'Результаты', en: 'Results', width: 40 },
  { ru: 'Поставлена', en: 'Set', width: 17, moment: true },
];

/** What one cell of a sheet may hold, in characters. */
const cellAtMost = 32_767;

async function writeTasks(stream: PassThrough, exported: Exported): Promise<void> {
  const { rows, names, locale, dayZone } = exported;
  const clock = clockSaid(exported);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet(locale === 'ru' ? 'Задачи' : 'Tasks', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = columns.map(({ width, moment, ...titles }) => ({
    header: moment ? titles[locale] + clock : titles[locale],
    width,
    style: {
      alignment: { vertical: 'top', wrapText: true },
      ...(moment ? { numFmt: 'dd.mm.yyyy hh:mm' } : {}),
    },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(cellsOf(row, names, dayZone));
    if (!row.hasTime) added.getCell(2).numFmt = 'dd.mm.yyyy';
    added.commit();
  }
  if (exported.left > 0) sheet.addRow([leftWords[locale](exported.left)]).commit();
  sheet.commit();
  await book.commit();
}

/** The last line of a table that does not hold the whole list. */
const leftWords = {
  ru: (left: number) => `Это не весь список: не вошло задач: ${left}`,
  en: (left: number) =>
    `This is not the whole list: ${left} ${left === 1 ? 'task is' : 'tasks are'} left out`,
};

/** Whose clock it is, for who reads another one on the screen. */
const clockSaid = ({ timeZone, dayZone }: Exported) => (timeZone === dayZone ? '' : `, ${dayZone}`);

function cellsOf(row: PrintedTask, { entryName, personName }: Exported['names'], timeZone: string) {
  const { client, last } = row;
  const moment = (text: string | null | undefined) => (text ? asWritten(text, timeZone) : null);
  const cells = [
    row.id,
    moment(row.at),
    entryName(row.stateId),
    entryName(row.typeId),
    personName(row.managerId),
    row.clientName ?? '',
    client?.address ?? '',
    client?.line ?? '',
    client?.phones.join(', ') ?? '',
    client?.contactPersons ?? '',
    moment(last?.doneAt),
    last?.text ?? '',
    row.description,
    row.results,
    moment(row.setAt),
  ];
  return cells.map((cell) => (typeof cell === 'string' ? storable(cell) : cell));
}

/** A workbook knows no time zones, and goes from hand to hand: the firm's clock at the moment, written as if it were UTC. */
function asWritten(moment: string, timeZone: string): Date {
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return new Date(`${local.toString({ smallestUnit: 'second' })}Z`);
}

/** Without the signs that XML cannot hold; what is longer than a cell ends in a mark of that. */
function storable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs to take out
  const kept = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return kept.length > cellAtMost ? `${kept.slice(0, cellAtMost - 1).toWellFormed()}…` : kept;
}
