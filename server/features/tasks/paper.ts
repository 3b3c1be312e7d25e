// GET /exports/tasks.pdf?<view>&paper=portrait&title=…: the list as paper shows it, made here: no browser is needed to print it.
import { Worker } from 'node:worker_threads';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PrintedTask } from '../../../contract/tasks.ts';
import type { Door } from '../../platform/http.ts';
import { refuseFields } from '../../platform/refusals.ts';
import { type Exported, exportedTasks, sayFile } from './exported.ts';
import type { Sheet, SheetRow } from './paper-worker.ts';

export function taskPaperRoutes(server: FastifyInstance, door: Door): void {
  server.get('/exports/tasks.pdf', (request, reply) => sendPaper(door, request, reply));
}

const titleAtMost = 300;

async function sendPaper(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { paper = 'landscape', title = '', ...view } = request.query as Record<string, string>;
  if (paper !== 'landscape' && paper !== 'portrait') refuseFields([{ path: 'paper', code: 'fault.choice' }]);
  const exported = await exportedTasks(door, request, view);
  const sheet = {
    orientation: paper,
    title: title.slice(0, titleAtMost),
    words: words[exported.locale],
    rows: exported.rows.map((row) => rowOf(row, exported)),
  } as const;
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const bytes = await inTurn(() => drawn(sheet, gone.signal)).catch((error) => {
    if (gone.signal.aborted) return null;
    throw error;
  });
  if (!bytes) return reply.hijack(); // nobody is there to be told
  sayFile(reply, exported, 'pdf');
  return reply.send(Buffer.from(bytes));
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

let last: Promise<unknown> = Promise.resolve();

/** One at a time in this process: a long list takes a third of a gigabyte while it is drawn. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/**
 * In a thread of its own: thousands of tasks are drawn for seconds, and everybody else's requests must not wait for them. Ends
 * when whoever asked is gone.
 */
function drawn(sheet: Sheet, gone: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gone.throwIfAborted();
    const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), { workerData: sheet });
    gone.addEventListener('abort', () => worker.terminate());
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the drawing of paper ended with ${code}`)));
  });
}

function rowOf(row: PrintedTask, { names, locale, timeZone }: Exported): SheetRow {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone });
  const shown = (at: string, hasTime = true) => (hasTime ? moment : day).format(new Date(at));
  const { client, last } = row;
  return {
    task: [
      `№ ${row.id}`,
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
