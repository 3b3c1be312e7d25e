// The days of one manager as a PDF: who works when, what is planned, for who may take it out of the house.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeTask } from '../../testing/examples.ts';
import { getPaper, readPaper } from '../../testing/papers.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await makeTask(world, {
    at: '2031-01-06T09:00:00Z',
    hasTime: true,
    minutes: 95,
    managerId: world.keeper.id,
    description: 'Ѓоры',
  });
  const away = { kind: 'vacation', from: '2031-01-08', to: '2031-01-08', note: '' } as const;
  await world.keeper.ask('calendar.addAbsence', { personId: world.keeper.id, ...away });
});
afterAll(() => world.close());

const get = (person: Person, query: Record<string, string>) =>
  getPaper(world, person, `/exports/manager.pdf?${new URLSearchParams(query)}`);
const day = '2031-01-06..2031-01-06';

describe('P-03 K-08 the days of one manager as a PDF', () => {
  it('is A4 either way, and lists the tasks of each day in Cyrillic', async () => {
    const mine = { manager: String(world.keeper.id), title: 'Ўдни' };
    const week = readPaper(await get(world.keeper, { ...mine, d: '2031-01-06..2031-01-12' }));
    expect(week).toMatchObject({ pages: 1, isWide: false });
    for (const letter of 'ЃЎ') expect(week.letters, letter).toContain(letter);
    const other = readPaper(await get(world.keeper, { ...mine, d: '2031-01-07..2031-01-12' }));
    expect(other.letters).not.toContain('Ѓ');
    expect(readPaper(await get(world.keeper, { ...mine, d: day, paper: 'landscape' })).isWide).toBe(true);
  });

  it('lists on each day what lasts into it from the days before', async () => {
    const fair = await world.join('На выставке', rightsAtLevel('own'));
    const at = '2031-01-06T09:00:00Z';
    const description = 'Ђ';
    await makeTask(world, { at, hasTime: true, minutes: 50 * 60, managerId: fair.id, description });
    const lettersOf = async (d: string) =>
      readPaper(await get(fair, { manager: String(fair.id), d: `${d}..${d}` })).letters;
    expect((await lettersOf('2031-01-07')).has('Ђ')).toBe(true);
    expect((await lettersOf('2031-01-08')).has('Ђ')).toBe(true);
    expect((await lettersOf('2031-01-09')).has('Ђ')).toBe(false);
  });

  it('marks a text that goes on beyond what a list has of it', async () => {
    const wordy = await world.join('Многословный', rightsAtLevel('own'));
    const lettersWith = async (at: string, description: string) => {
      await makeTask(world, { at, hasTime: true, managerId: wordy.id, description });
      const d = `${at.slice(0, 10)}..${at.slice(0, 10)}`;
      return readPaper(await get(wordy, { manager: String(wordy.id), d })).letters;
    };
    expect(await lettersWith('2031-02-03T09:00:00Z', 'слово '.repeat(60))).toContain('…');
    expect(await lettersWith('2031-02-04T09:00:00Z', 'слово '.repeat(40))).not.toContain('…');
  });

  it('B-09 names clients that one may not export without their telephones', async () => {
    const all = rightsAtLevel('all');
    const person = await world.join('Не выгружает', { ...all, clients: { ...all.clients, export: 'none' } });
    const clientId = await makeClient(world, { name: 'Ђ', phones: [{ value: '+7 921 000-99-88' }] });
    await makeTask(world, {
      managerId: person.id,
      clientId,
      at: '2031-03-05T09:00:00Z',
      hasTime: false,
      description: '',
    });
    const lettersFor = async (who: Person) =>
      readPaper(await get(who, { manager: String(person.id), d: '2031-03-05..2031-03-05' })).letters;
    expect((await lettersFor(world.keeper)).has('+')).toBe(true);
    const told = await lettersFor(person);
    expect([told.has('Ђ'), told.has('+')]).toEqual([true, false]);
  });

  it('breaks three hundred tasks of a day over pages', async () => {
    const many = await world.join('Много', rightsAtLevel('own'));
    for (let n = 0; n < 60; n++)
      await makeTask(world, {
        at: '2031-01-06T09:00:00Z',
        managerId: many.id,
        description: 'Слово '.repeat(40),
      });
    expect(readPaper(await get(many, { manager: String(many.id), d: day })).pages).toBeGreaterThan(3);
  });

  it('is refused to a stranger, of a colleague one may not export, of nobody, and on a paper that is none', async () => {
    const all = rightsAtLevel('all');
    const looks = await world.join('Смотрит', { ...all, tasks: { ...all.tasks, export: 'own' } });
    const status = async (person: Person, manager: string, more = {}) =>
      (await get(person, { manager, d: day, ...more })).statusCode;
    expect(await status(looks, String(looks.id))).toBe(200);
    expect(await status(looks, String(world.keeper.id))).toBe(403);
    const own = await world.join('Сам', rightsAtLevel('own'));
    expect(await status(own, String(world.keeper.id))).toBe(404);
    expect(await status(world.keeper, '999999')).toBe(404);
    expect(await status(world.keeper, '')).toBe(422);
    expect(await status(world.keeper, String(world.keeper.id), { paper: 'A3' })).toBe(422);
    const stranger = await world.app.server.inject({ url: '/exports/manager.pdf' });
    expect([stranger.statusCode, stranger.json().refusal.code]).toEqual([401, 'session.missing']);
  });
});
