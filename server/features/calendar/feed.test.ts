// The feed of one's own tasks, read by a calendar program's own library.
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeTask } from '../../testing/examples.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let manager: Person;
beforeAll(async () => {
  world = await makeWorld();
  manager = await world.join('Подписчик', rightsAtLevel('own'));
});
afterAll(() => world.close());

const openFeed = async (person: Person) => (await person.ask<{ token: string }>('calendar.openFeed')).token;

async function get(token: string) {
  const { statusCode, headers, body } = await world.app.server.inject({
    method: 'GET',
    url: `/feeds/${token}.ics`,
  });
  return { status: statusCode, type: headers['content-type'], body };
}

async function eventsOf(token: string): Promise<ICAL.Event[]> {
  const { body } = await get(token);
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return new ICAL.Component(ICAL.parse(body))
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));
}

describe('K-08 the feed', () => {
  it('holds one’s own tasks that are not cancelled: moments exact, days whole, texts as they were', async () => {
    const clientId = await makeClient(world, {
      name: 'ООО «Гранит; и, партнёры»',
      responsibleId: manager.id,
    });
    const description = 'Спросить: сроки, цены; «скидка» \\ 5%\nи ещё 🎉 '.repeat(5).trim();
    const timed = await makeTask(world, { managerId: manager.id, clientId, description, minutes: 90 });
    const whole = await makeTask(world, {
      managerId: manager.id,
      at: '2026-11-25T21:00:00Z',
      hasTime: false,
      description: 'Днём',
    });
    const gone = await makeTask(world, { managerId: manager.id });
    await world.keeper.ask('tasks.cancel', { id: gone, reason: 'нет' });
    await makeTask(world, { description: 'чужая' });
    const events = await eventsOf(await openFeed(manager));
    expect(events.map(({ uid }) => uid)).toEqual([`task-${timed}@voronka`, `task-${whole}@voronka`]);
    const [first, second] = events as [ICAL.Event, ICAL.Event];
    expect(first.startDate.toJSDate().toISOString()).toBe('2026-11-25T10:00:00.000Z');
    expect(first.duration.toSeconds()).toBe(90 * 60);
    expect(first.summary).toBe('ООО «Гранит; и, партнёры»');
    expect(first.description).toBe(description);
    expect([second.startDate.isDate, second.startDate.toString(), second.endDate.toString()]).toEqual([
      true,
      '2026-11-26',
      '2026-11-27',
    ]);
  });

  it('has no control characters, which no text of a calendar may hold', async () => {
    const of = { managerId: manager.id, at: '2026-11-27T10:00:00Z' };
    const id = await makeTask(world, { ...of, description: 'Счёт\u000bи\tакт\u0001\u001b' });
    const token = await openFeed(manager);
    expect((await get(token)).body).not.toMatch(/[^\P{Cc}\t\r\n]/u);
    const event = (await eventsOf(token)).find(({ uid }) => uid === `task-${id}@voronka`);
    expect([event?.summary, event?.description]).toEqual(['Счёт', 'Счёт\nи\tакт']);
  });

  it('a new address ends the one before, closing ends it, and so does blocking the person', async () => {
    const [first, second] = [await openFeed(manager), await openFeed(manager)];
    expect([(await get(first)).status, (await get(second)).status]).toEqual([404, 200]);
    expect((await get(second)).type).toBe('text/calendar; charset=utf-8');
    expect(await manager.ask('calendar.feed')).toMatchObject({ openedAt: expect.any(String) });
    await manager.ask('calendar.closeFeed');
    expect((await get(second)).status).toBe(404);
    expect(await manager.ask('calendar.feed')).toEqual({ openedAt: null });
    const third = await openFeed(manager);
    await world.keeper.ask('people.block', { id: manager.id, blocked: true });
    expect((await get(third)).status).toBe(404);
  });

  it.each(['', 'x', '../../etc/passwd', 'a'.repeat(500), '%00'])(
    'an address made up is none: %s',
    async (token) => {
      expect((await get(token)).status).toBe(404);
    },
  );
});
