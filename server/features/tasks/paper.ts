// GET /exports/tasks.pdf?<view>&paper=portrait&title=…: the list as its print page shows it, made here: no browser is needed to print it.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { printedCells } from '../../../contract/printed-task.ts';
import type { Door } from '../../platform/http.ts';
import { orientationOf } from '../../platform/paper/document.ts';
import { sendPaper } from '../../platform/paper/send.ts';
import { formatOf } from '../people/index.ts';
import { exportedTasks, tasksFile } from './exported.ts';
import { type TableWords, tasksTable } from './tasks-table.ts';

export function taskPaperRoutes(server: FastifyInstance, door: Door): void {
  server.get('/exports/tasks.pdf', (request, reply) => sendTasks(door, request, reply));
}

async function sendTasks(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { paper = 'landscape', title = '', ...view } = request.query as Record<string, string>;
  const orientation = orientationOf(paper);
  const { names, ...exported } = await exportedTasks(door, request, view);
  const said = words[exported.locale];
  const format = formatOf(exported);
  const rows = exported.rows.map((row) => printedCells(row, { format, ...names }));
  return sendPaper(reply, `${tasksFile[exported.locale]} ${exported.today}`, {
    orientation,
    title,
    content: [rows.length > 0 ? tasksTable(orientation, said, rows) : said.empty],
  });
}

const words: Record<'ru' | 'en', TableWords & { empty: string }> = {
  ru: {
    id: 'ID',
    at: 'Когда',
    clientId: 'Клиент',
    lastDone: 'Прошлый раз',
    description: 'Описание',
    results: 'Результаты',
    setAt: (when) => `поставлена ${when}`,
    empty: 'Задач нет',
  },
  en: {
    id: 'ID',
    at: 'When',
    clientId: 'Client',
    lastDone: 'Last time',
    description: 'Description',
    results: 'Results',
    setAt: (when) => `set ${when}`,
    empty: 'No tasks',
  },
};
