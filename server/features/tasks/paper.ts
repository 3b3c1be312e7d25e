// GET /exports/tasks.pdf?<view>&paper=portrait&title=…: the list as paper shows it, made here: no browser is needed to print it.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PrintedTask } from '../../../contract/tasks.ts';
import { dateFormat } from '../../../contract/text/intl.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import type { Door } from '../../platform/http.ts';
import { orientationOf } from '../../platform/paper/document.ts';
import { sendPaper } from '../../platform/paper/send.ts';
import { type Exported, exportedTasks, tasksFile } from './exported.ts';
import { type SheetRow, tasksTable } from './tasks-table.ts';

export function taskPaperRoutes(server: FastifyInstance, door: Door): void {
  server.get('/exports/tasks.pdf', (request, reply) => sendTasks(door, request, reply));
}

const titleAtMost = 300;

async function sendTasks(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { paper = 'landscape', title = '', ...view } = request.query as Record<string, string>;
  const orientation = orientationOf(paper);
  const exported = await exportedTasks(door, request, view);
  const said = words[exported.locale];
  const rows = exported.rows.map((row) => rowOf(row, exported));
  return sendPaper(reply, `${tasksFile[exported.locale]} ${exported.today}`, {
    orientation,
    title: title.slice(0, titleAtMost),
    page: said.page,
    content: [rows.length > 0 ? tasksTable(orientation, said, rows) : said.empty],
  });
}

const words = {
  ru: {
    task: 'Задача',
    manager: 'Менеджер',
    client: 'Клиент',
    last: 'Прошлый раз',
    description: 'Описание',
    results: 'Результаты',
    page: 'стр.',
    set: 'от',
    empty: 'Задач нет',
  },
  en: {
    task: 'Task',
    manager: 'Manager',
    client: 'Client',
    last: 'Last time',
    description: 'Description',
    results: 'Results',
    page: 'page',
    set: 'set',
    empty: 'No tasks',
  },
};

function rowOf(row: PrintedTask, { names, locale, timeZone, dayZone }: Exported): SheetRow {
  const day = dateFormat(locale, { dateStyle: 'short', timeZone: dayZone });
  const moment = dateFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone });
  const shown = (at: string, hasTime = true) => (hasTime ? moment : day).format(new Date(at));
  const { client, last } = row;
  return {
    task: [
      numbered(row.id, locale),
      row.at ? shown(row.at, row.hasTime) : '',
      names.entry.get(row.stateId) ?? '',
      row.typeId === null ? '' : (names.entry.get(row.typeId) ?? ''),
      `${words[locale].set} ${shown(row.setAt)}`,
    ].filter(Boolean),
    manager: row.managerId === null ? '' : (names.person.get(row.managerId) ?? ''),
    client: row.clientName ?? '',
    clientLines: [client?.address, client?.line, client?.phones.join(', '), client?.contactPersons].filter(
      (line): line is string => line !== undefined && line !== '',
    ),
    last: last
      ? [shown(last.doneAt, false), names.entry.get(last.typeId ?? 0) ?? '', last.text].filter(Boolean)
      : [],
    description: row.description,
    results: row.results,
    isOpen: row.isOpen,
  };
}
