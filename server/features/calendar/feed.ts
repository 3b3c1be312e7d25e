// GET /feeds/<token>.ics: one's own tasks for a phone or another program that subscribes to them. Whoever has the address may read it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import ical, { ICalEventBusyStatus } from 'ical-generator';
import { numbered } from '../../../contract/text/numbered.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { present, type Rows, reading } from '../../platform/db/transaction.ts';
import type { Door } from '../../platform/http.ts';
import { refuse } from '../../platform/refusals.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { actorOf, firmOf, hashToken } from '../people/index.ts';
import { assumedMinutes, type FeedTask, feedTasks } from '../tasks/index.ts';

/** How far back and ahead a feed reaches: other programs read all of it each time. */
const daysBack = 60;
const daysAhead = 400;

export function feedRoutes(server: FastifyInstance, door: Door): void {
  server.get('/feeds/:file', (request, reply) => sendFeed(door, request, reply));
}

async function sendFeed({ house }: Door, request: FastifyRequest, reply: FastifyReply) {
  const token = /^([\w-]{20,100})\.ics$/.exec((request.params as { file: string }).file)?.[1];
  const actor = (token && (await subscriber(present(house), token))) || refuse('request.unknown');
  const reads = reading(house);
  const reader = readerOf(reads, actor);
  const today = Temporal.PlainDate.from(reader.today);
  const tasks = await feedTasks(reader, {
    from: today.subtract({ days: daysBack }).toString(),
    to: today.add({ days: daysAhead }).toString(),
  });
  const firm = await firmOf(reads);
  reply.header('content-type', 'text/calendar; charset=utf-8');
  reply.header('cache-control', 'private, max-age=300');
  return reply.send(
    feedText(tasks, {
      name: firm.name,
      locale: firm.locale,
      address: `${request.protocol}://${request.host}`,
      now: reads.now,
    }),
  );
}

/** Who has opened the feed, with the rights of this moment; null where it is closed or the person may act no more. */
async function subscriber(rows: Rows, token: string): Promise<Actor | null> {
  const feed = await rows.one(sql<{ personId: number }>`
    select person_id as "personId" from calendar_feeds where token_hash = ${hashToken(token)}`);
  const actor = feed ? await actorOf(rows, feed.personId) : null;
  return actor && { ...actor };
}

type Around = { name: string; locale: 'ru' | 'en'; address: string; now: string };

/** RFC 5545. A task without an hour is a whole day of the firm's; one with an hour an event of its length. */
export function feedText(tasks: FeedTask[], { name, locale, address, now }: Around): string {
  const calendar = ical({ name, prodId: { company: 'Voronka', product: 'Voronka' }, ttl: 15 * 60 });
  for (const task of tasks) {
    const description = sayable(task.description);
    calendar.createEvent({
      id: `task-${task.id}@voronka`,
      sequence: task.version,
      stamp: new Date(now),
      ...timesOf(task),
      summary: sayable(summaryOf({ ...task, description }, locale)),
      description: description || null,
      url: `${address}/tasks?d=${task.day}..${task.day}&card=tasks.${task.id}`,
      busystatus: task.isOpen ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    });
  }
  return calendar.toString();
}

/** RFC 5545 has no control characters in a text; the line breaks inside a paragraph that Word has become lines. */
function sayable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs to take out
  return text.replace(/[\u000b\u000c]/g, '\n').replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
}

function timesOf({ at, day, hasTime, minutes }: FeedTask) {
  if (!hasTime) {
    const start = new Date(`${day}T00:00:00Z`);
    return { start, end: new Date(start.getTime() + 24 * 3_600_000), allDay: true, timezone: 'UTC' };
  }
  const start = new Date(at);
  return { start, end: new Date(start.getTime() + (minutes ?? assumedMinutes) * 60_000) };
}

function summaryOf({ id, type, client, description, isOpen }: FeedTask, locale: 'ru' | 'en'): string {
  const said = [type, client ?? description.split('\n')[0]?.slice(0, 200)].filter(Boolean).join(': ');
  return `${isOpen ? '' : '✓ '}${said || numbered(id, locale)}`;
}
