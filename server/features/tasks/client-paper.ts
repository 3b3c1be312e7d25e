// GET /exports/client.pdf?id=…&paper=portrait: a client's card with its tasks, as its print page shows it.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Content } from 'pdfmake/interfaces.js';
import { clients } from '../../../contract/clients.ts';
import { directories } from '../../../contract/directories.ts';
import { groups } from '../../../contract/groups.ts';
import { people } from '../../../contract/people.ts';
import {
  type PrintedLine,
  printedTabs,
  printedTask,
  printedTasksOf,
} from '../../../contract/printed-client.ts';
import { type TaskRow, tasks } from '../../../contract/tasks.ts';
import { groupPath } from '../../../contract/text/group-path.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { type Actor, may, mustReach, reaches } from '../../platform/actor.ts';
import { type Ask, askerOf } from '../../platform/asking.ts';
import type { Door } from '../../platform/http.ts';
import {
  breakable,
  gap,
  type Orientation,
  orientationOf,
  ruledTable,
  widthOf,
} from '../../platform/paper/document.ts';
import { sendPaper } from '../../platform/paper/send.ts';
import { namesIn, type Spoken, spokenTo } from '../people/index.ts';
import { clientWords } from './client-words.ts';

export function clientPaperRoutes(server: FastifyInstance, door: Door): void {
  server.get('/exports/client.pdf', (request, reply) => sendClient(door, request, reply));
}

async function sendClient(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { paper = 'portrait', id = '' } = request.query as Record<string, string>;
  const orientation = orientationOf(paper);
  const { actor, ask } = await askerOf(door, request);
  const client = await ask(clients.get, { id: /^\d{1,15}$/.test(id) ? Number(id) : 0 });
  mustReach(actor, 'clients', 'export', client.responsibleId);
  const spoken = await spokenTo(ask);
  const [names, around] = await Promise.all([
    namesFor(ask, spoken),
    may(actor, 'tasks', 'view') && may(actor, 'tasks', 'export') ? tasksOf(ask, actor, client.id) : null,
  ]);
  const words = clientWords[spoken.locale];
  const told = { ...spoken, ...names, orientation };
  const number = numbered(client.id, spoken.locale);
  const lead = [number, client.archived && words.archived].filter(Boolean).join(' · ');
  return sendPaper(reply, client.name || number, {
    orientation,
    title: client.name,
    content: [
      { text: lead, color: '#333333' },
      ...printedTabs(client, told).map(({ tab, lines }) => fieldsTable(told, words.tabs[tab], lines)),
      ...(around ? tasksTables(told, around) : []),
    ],
  });
}

type Names = Awaited<ReturnType<typeof namesFor>>;
type Told = Spoken & Names & { orientation: Orientation };

async function namesFor(ask: Ask, { locale }: Spoken) {
  const [persons, entries, found] = await Promise.all([
    ask(people.list, {}),
    ask(directories.list, {}),
    ask(groups.list, {}),
  ]);
  const group = new Map(found.rows.map((each) => [each.id, each]));
  return {
    personName: namesIn(persons.rows, locale),
    entryName: namesIn(entries.rows, locale),
    groupPath: (id: number | null) => groupPath(group, id).join(' / '),
  };
}

type Around = { open: TaskRow[]; left: number; done: TaskRow[] };

/** Those that one may export. */
async function tasksOf(ask: Ask, actor: Actor, clientId: number): Promise<Around> {
  const asked = printedTasksOf(clientId);
  const [open, done, counted] = await Promise.all([
    ask(tasks.list, asked.open),
    ask(tasks.list, asked.done),
    ask(tasks.count, asked.allOpen),
  ]);
  const exported = ({ rows }: { rows: TaskRow[] }) =>
    rows.filter(({ managerId }) => reaches(actor, 'tasks', 'export', managerId));
  return { open: exported(open), left: counted.count - open.rows.length, done: exported(done) };
}

/** Points of a field's name. */
const nameWidth = 92;

/** Two fields in a row, each as long as its text is. */
function fieldsTable({ orientation, locale }: Told, title: string, lines: PrintedLine[]): Content {
  const names = clientWords[locale].fields;
  const textWidth = (widthOf[orientation] - 2 * nameWidth - 4 * gap) / 2;
  const pairs = Array.from({ length: Math.ceil(lines.length / 2) }, (_, at) =>
    lines.slice(2 * at, 2 * at + 2).flatMap(({ field, text }) => [names[field], text]),
  ).map(([name = '', text = '', second = '', other = '']) => [name, text, second, other]);
  return ruledTable({
    orientation,
    title,
    head: [],
    isForm: true,
    widths: [nameWidth, textWidth, nameWidth, textWidth],
    rows: pairs.map((pair) =>
      pair.map((text, at) => ({ ...breakable(text), ...(at % 2 === 0 ? { color: '#444444' } : {}) })),
    ),
    texts: pairs.map((pair) => pair.map((text) => [text])),
  });
}

function tasksTables(told: Told, { open, left, done }: Around): Content[] {
  const words = clientWords[told.locale];
  const title = [words.open, left > 0 && words.more(told.format.number(left))].filter(Boolean).join(' · ');
  return [
    ...(open.length > 0 ? [tasksTable(told, title, { rows: open, isDone: false })] : []),
    ...(done.length > 0 ? [tasksTable(told, words.done, { rows: done, isDone: true })] : []),
  ];
}

type Shown = { rows: TaskRow[]; isDone: boolean };

/** Points of when, state and manager. */
const taskWidths = [104, 72, 104] as const;

function tasksTable(told: Told, title: string, { rows, isDone }: Shown): Content {
  const { orientation, locale, format, entryName, personName } = told;
  const [when, state, manager] = taskWidths;
  const said = rows.map((row) => ({
    ...printedTask(row, isDone, format),
    state: entryName(row.stateId),
    type: entryName(row.typeId),
    manager: personName(row.managerId),
  }));
  return ruledTable({
    orientation,
    title,
    head: clientWords[locale].heads,
    widths: [when, state, widthOf[orientation] - when - state - manager - 4 * gap, manager],
    rows: said.map((row) => [
      row.when,
      breakable(row.state),
      { text: [{ text: `${row.type} `, bold: true }, breakable(row.text)] },
      breakable(row.manager),
    ]),
    texts: said.map((row) => [[row.when], [row.state], [`${row.type} ${row.text}`], [row.manager]]),
  });
}
