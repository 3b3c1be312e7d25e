// GET /exports/calendar.pdf?<view>&by=load&paper=landscape&title=…: the calendar of all managers, as its print page shows it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { calendar } from '../../../contract/calendar.ts';
import { calendarLines, shortHours } from '../../../contract/calendar-lines.ts';
import { groups } from '../../../contract/groups.ts';
import { people } from '../../../contract/people.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { views } from '../../../contract/views.ts';
import { may } from '../../platform/actor.ts';
import { type Ask, askerOf } from '../../platform/asking.ts';
import type { Door } from '../../platform/http.ts';
import { orientationOf } from '../../platform/paper/document.ts';
import { sendPaper } from '../../platform/paper/send.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { type Spoken, spokenTo } from '../people/index.ts';
import { calendarTables } from './calendar-tables.ts';

export function calendarPaperRoutes(server: FastifyInstance, door: Door): void {
  server.get('/exports/calendar.pdf', (request, reply) => sendCalendar(door, request, reply));
}

const words = {
  ru: {
    manager: 'Менеджер',
    nobody: 'Без менеджера',
    total: 'Всего',
    hour: 'ч',
    calendar: 'Календарь',
  },
  en: {
    manager: 'Manager',
    nobody: 'No manager',
    total: 'Total',
    hour: 'h',
    calendar: 'Calendar',
  },
};

async function sendCalendar(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const { paper = 'landscape', title = '', by = 'count', ...view } = request.query as Record<string, string>;
  const orientation = orientationOf(paper);
  if (by !== 'load' && by !== 'count') refuseFields([{ path: 'by', code: 'fault.choice' }]);
  const mode = by;
  const { actor, ask } = await askerOf(door, request);
  if (!may(actor, 'tasks', 'export')) refuse('right.missing', { request: 'tasks.export' });
  const [grid, spoken] = await Promise.all([ask(calendar.grid, view), spokenTo(ask)]);
  const said = words[spoken.locale];
  const drawn = calendarLines({ grid, mode, ...(await whoFor(ask, spoken)), ...wordsFor(spoken) });
  return sendPaper(reply, `${said.calendar} ${spoken.today}`, {
    orientation,
    title,
    content: calendarTables({ ...drawn, grid, mode, orientation, words: said, format: spoken.format }),
  });
}

const wordsFor = ({ locale, format }: Spoken) => ({
  nobody: words[locale].nobody,
  number: format.number,
  hours: (minutes: number) => `${format.number(shortHours(minutes))} ${words[locale].hour}`,
});

/** Managers by groups, those folded that the one who asks has folded. */
async function whoFor(ask: Ask, { locale }: Spoken) {
  const [persons, found, { layouts }] = await Promise.all([
    ask(people.list, {}),
    ask(groups.list, {}),
    ask(views.layouts, {}),
  ]);
  const person = new Map(persons.rows.map((each) => [each.id, each]));
  const hidden = layouts.calendar?.hidden ?? {};
  return {
    groups: found.rows.filter(({ tree }) => tree === 'managers'),
    groupOf: (id: number) => person.get(id)?.groupId ?? null,
    nameOf: (id: number) => person.get(id)?.name ?? numbered(id, locale),
    folded: new Set(Object.keys(hidden).filter((key) => hidden[key])),
  };
}
