// The calendar of all managers as a PDF: its tables, its filter, for who may see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeTask } from '../../testing/examples.ts';
import { getPaper, readPaper } from '../../testing/papers.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.join('Ѓасан', rightsAtLevel('own'));
  await makeTask(world, { at: '2031-01-06T09:00:00Z', minutes: 720 });
});
afterAll(() => world.close());

const get = (person: Person, query: Record<string, string>) =>
  getPaper(world, person, `/exports/calendar.pdf?${new URLSearchParams(query)}`);
const paperOf = async (query: Record<string, string>) => readPaper(await get(world.keeper, query));

describe('P-03 the calendar as a PDF without a browser', () => {
  it('is A4 either way, with the managers, in Cyrillic; 31 columns to a table', async () => {
    const month = await paperOf({ d: '2031-01-01..2031-01-31', title: 'Ромашка Ў' });
    expect(month).toMatchObject({ pages: 1, isWide: true });
    for (const letter of 'ЃВсегоЎ') expect(month.letters, letter).toContain(letter);
    expect((await paperOf({ d: '2031-01-01..2031-02-01' })).pages).toBe(2);
    expect((await paperOf({ d: '2031-01-01..2031-01-31', paper: 'portrait' })).isWide).toBe(false);
  });

  it('counts tasks, or says their load', async () => {
    const d = '2031-01-06..2031-01-06';
    expect((await paperOf({ d })).letters).not.toContain('%');
    expect((await paperOf({ d, by: 'load' })).letters).toContain('%');
  });

  it('shows only those whom the filter and the rights let be seen', async () => {
    const d = '2031-01-06..2031-01-06';
    expect((await paperOf({ d, 'f.manager': 'me' })).letters).not.toContain('Ѓ');
    const own = await world.join('Сам', rightsAtLevel('own'));
    expect(readPaper(await get(own, { d })).letters).not.toContain('Ѓ');
  });

  it('is refused to a stranger, to who may see no tasks, to a view and a paper that are none', async () => {
    const all = rightsAtLevel('all');
    const looks = await world.join('Смотрит', { ...all, tasks: { ...all.tasks, export: 'none' } });
    expect((await get(looks, {})).statusCode).toBe(403);
    const stranger = await world.app.server.inject({ url: '/exports/calendar.pdf' });
    expect([stranger.statusCode, stranger.json().refusal.code]).toEqual([401, 'session.missing']);
    const nobody = await world.join('Никто', { ...rightsAtLevel('all'), tasks: rightsAtLevel('none').tasks });
    expect((await get(nobody, {})).statusCode).toBe(403);
    expect((await get(world.keeper, { 'f.color': 'red' })).statusCode).toBe(422);
    expect((await get(world.keeper, { paper: 'A3' })).statusCode).toBe(422);
    expect((await get(world.keeper, { by: 'zzz' })).statusCode).toBe(422);
  });
});
