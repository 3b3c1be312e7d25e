// GET /exports/manager.pdf?manager=…&<view>&paper=portrait&title=…: the days of one manager, as their print page lists them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Content } from 'pdfmake/interfaces.js';
import { calendar, type OwnDay, printedADay } from '../../../contract/calendar.ts';
import { directories } from '../../../contract/directories.ts';
import { people } from '../../../contract/people.ts';
import { type DayLine, linesByDay } from '../../../contract/printed-days.ts';
import type { TaskRow } from '../../../contract/tasks.ts';
import { begun } from '../../../contract/text/begun.ts';
import { clockOf } from '../../../contract/text/clock.ts';
import { dateFormat } from '../../../contract/text/intl.ts';
import { type Actor, mustReach } from '../../platform/actor.ts';
import { type Ask, askerOf } from '../../platform/asking.ts';
import { reading } from '../../platform/db/transaction.ts';
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
import { clientsToExport } from '../clients/index.ts';
import { namesIn, type Spoken, spokenTo } from '../people/index.ts';

export function managerPaperRoutes(server: FastifyInstance, door: Door): void {
  server.get('/exports/manager.pdf', (request, reply) => sendDays(door, request, reply));
}

const words = {
  ru: {
    heads: ['Когда', 'Клиент', 'Описание', 'Состояние'],
    wholeDay: 'весь день',
    dayOff: 'выходной',
    away: { vacation: 'отпуск', sick: 'больничный', trip: 'командировка', other: 'отсутствует' },
    hours: 'ч',
    minutes: 'мин',
    count: (count: string) => `задач: ${count}`,
    more: (count: string) => `ещё ${count}`,
  },
  en: {
    heads: ['When', 'Client', 'Description', 'State'],
    wholeDay: 'all day',
    dayOff: 'day off',
    away: { vacation: 'leave', sick: 'ill', trip: 'trip', other: 'away' },
    hours: 'h',
    minutes: 'min',
    count: (count: string) => `${count} ${count === '1' ? 'task' : 'tasks'}`,
    more: (count: string) => `${count} more`,
  },
};

async function sendDays(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { paper = 'portrait', title = '', manager = '', ...view } = request.query as Record<string, string>;
  const orientation = orientationOf(paper);
  const { actor, ask } = await askerOf(door, request);
  const asked = { ...view, 'f.manager': manager, limit: String(printedADay) };
  const [{ managerId, days, rows, lasting }, spoken] = await Promise.all([
    ask(calendar.manager, asked),
    spokenTo(ask),
  ]);
  mustReach(actor, 'tasks', 'export', managerId);
  const told = { ...spoken, ...(await namesFor(ask, spoken)), orientation };
  const shown = { rows: await exported(door, actor, rows), lasting: await exported(door, actor, lasting) };
  const byDay = linesByDay(shown, spoken.format.dayZone);
  return sendPaper(reply, `${told.personName(managerId)} ${days[0]?.day ?? spoken.today}`, {
    orientation,
    title,
    content: days.map((day) => dayTable(told, day, byDay.get(day.day) ?? [])),
  });
}

/** The rows, with telephones of those clients alone that one may export. */
async function exported({ house }: Door, actor: Actor, rows: TaskRow[]): Promise<TaskRow[]> {
  const ids = rows.flatMap(({ clientId }) => clientId ?? []);
  const told = await clientsToExport(reading(house), actor, ids);
  return rows.map((row) => (told.has(row.clientId ?? 0) ? row : { ...row, clientPhone: null }));
}

async function namesFor(ask: Ask, { locale }: Spoken) {
  const [persons, entries] = await Promise.all([ask(people.list, {}), ask(directories.list, {})]);
  return { personName: namesIn(persons.rows, locale), entryName: namesIn(entries.rows, locale) };
}

type Told = Spoken & Awaited<ReturnType<typeof namesFor>> & { orientation: Orientation };

/** Points of when, client and state. */
const widths = [84, 140, 84] as const;

function dayTable(told: Told, day: OwnDay, lines: DayLine[]): Content {
  const title = dayWords(told, day);
  if (lines.length === 0) return { text: title, bold: true, fontSize: 10, margin: [0, 10, 0, 0] };
  const { orientation, locale, format, entryName } = told;
  const said = words[locale];
  const [when, client, state] = widths;
  const left = day.count - lines.filter(({ until }) => until === undefined).length;
  const cells = lines.map(({ row, until }) => ({
    when: until === undefined ? whenWords(told, row) : until ? `…–${until}` : said.wholeDay,
    client: [row.clientName ?? '', row.clientPhone ?? ''].filter(Boolean),
    type: entryName(row.typeId),
    text: begun(row.description),
    state: entryName(row.stateId),
  }));
  const more = left > 0 ? said.more(format.number(left)) : '';
  return ruledTable({
    orientation,
    title: [title, more].filter(Boolean).join(' · '),
    head: said.heads,
    widths: [when, client, widthOf[orientation] - when - client - state - 4 * gap, state],
    rows: cells.map((cell) => [
      cell.when,
      { stack: cell.client.map((line, at) => ({ ...breakable(line), bold: at === 0 })) },
      { text: [{ text: cell.type && `${cell.type} `, bold: true }, breakable(cell.text)] },
      breakable(cell.state),
    ]),
    texts: cells.map((cell) => [[cell.when], cell.client, [`${cell.type} ${cell.text}`], [cell.state]]),
  });
}

/** «вторник, 24 ноября 2026 г. · 09:00–18:00 · задач: 3» */
function dayWords({ locale, format }: Told, { day, hours, holiday, away, count }: OwnDay): string {
  const said = words[locale];
  const works = hours ? `${clockOf(hours.from)}–${clockOf(hours.to)}` : said.dayOff;
  return [
    format.wholeDay(day),
    holiday,
    away ? said.away[away] : works,
    count > 0 && said.count(format.number(count)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** By the firm's clock, as the days are. */
function whenWords({ locale, format }: Told, { at, hasTime, minutes }: TaskRow): string {
  const said = words[locale];
  if (at === null || !hasTime) return said.wholeDay;
  const clock = dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: format.dayZone });
  const [hours, rest] = [Math.floor((minutes ?? 0) / 60), (minutes ?? 0) % 60];
  const length = [hours > 0 && `${hours} ${said.hours}`, rest > 0 && `${rest} ${said.minutes}`].filter(
    Boolean,
  );
  return [clock.format(new Date(at)), length.join(' ')].filter(Boolean).join(' · ');
}
