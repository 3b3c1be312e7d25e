// The printed list as a PDF, read back: pages, fonts, rights, and that a long one keeps nobody waiting.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeTask } from '../../testing/examples.ts';
import { getPaper, readPaper } from '../../testing/papers.ts';
import { makeWorld, type Person, sessionCookie, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const get = (person: Person, query: Record<string, string>) =>
  getPaper(world, person, `/exports/tasks.pdf?${new URLSearchParams(query)}`);

const paperOf = async (query: Record<string, string>) =>
  readPaper(await get(world.keeper, { d: 'all', ...query }));

describe('P-02 the list as a PDF without a browser', () => {
  it('is A4 either way, with Cyrillic, and ruled where nothing is written yet', async () => {
    const clientId = await makeClient(world, { name: 'Щука', actualAddress: 'Псков' });
    await makeTask(world, { clientId, description: 'Объём ₽ <b>жирно</b>' });
    const landscape = await paperOf({ title: 'Ромашка · все' });
    expect(landscape).toMatchObject({ pages: 1, isWide: true });
    for (const letter of 'Щукаъё₽<>·') expect(landscape.letters, letter).toContain(letter);
    expect((await paperOf({ paper: 'portrait' })).isWide).toBe(false);
  });

  it('holds a text that is longer than a page whole, and one without spaces within its column', async () => {
    const description = `${'строка\n'.repeat(300)}конец Ў`;
    const id = await makeTask(world, { description, at: '2031-01-01T09:00:00Z' });
    await makeTask(world, { description: 'Ђ'.repeat(400), at: '2031-01-01T10:00:00Z' });
    const paper = await paperOf({ d: '2031-01-01..2031-01-01' });
    expect(paper.pages, `task ${id}`).toBeGreaterThan(4);
    for (const letter of 'ЎЂ') expect(paper.letters).toContain(letter);
  });

  it('keeps rows whole beside one that is longer than a page', async () => {
    const make = (day: string, lines: number) =>
      makeTask(world, {
        description: 'строка\n'.repeat(lines),
        at: `2031-05-${day}T09:00:00Z`,
        hasTime: true,
      });
    for (const day of ['01', '02', '03', '04', '05', '06']) await make(day, 25);
    const pagesTill = async (day: string) =>
      (await paperOf({ d: `2031-05-01..2031-05-${day}`, title: 'Целы' })).pages;
    expect(await pagesTill('06')).toBe(6);
    await make('07', 60);
    expect(await pagesTill('07')).toBe(8);
    await make('08', 3);
    expect(await pagesTill('08')).toBe(8);
  });

  it.each(['landscape', 'portrait'])(
    '%s: loses nothing of a row beneath the longest title',
    async (paper) => {
      const title = 'Длинный отбор '.repeat(150);
      for (const lines of [20, 26, 27, 30, 33, 40, 43, 46, 52]) {
        const day = `2031-02-${lines > 28 ? lines - 28 : lines}`.replace(/-(\d)$/, '-0$1');
        const description = `${'строка\n'.repeat(lines - 1)}конец Ў`;
        await makeTask(world, { description, at: `${day}T09:00:00Z`, hasTime: true });
        expect((await paperOf({ d: `${day}..${day}`, paper, title })).letters, `${lines}`).toContain('Ў');
      }
    },
  );

  it('refuses by its name what an address says twice', async () => {
    for (const of of ['pdf', 'xlsx']) {
      const answer = await getPaper(world, world.keeper, `/exports/tasks.${of}?d=today&d=week`);
      expect([of, answer.statusCode, answer.json().refusal?.faults]).toMatchObject([
        of,
        422,
        [{ path: 'd' }],
      ]);
    }
  });

  it('B-09 tells of the last task done for a client only what one may export', async () => {
    const rights = rightsAtLevel('all');
    const own = await world.join('Выносит своё', { ...rights, tasks: { ...rights.tasks, export: 'own' } });
    const clientId = await makeClient(world);
    const done = await makeTask(world, { clientId });
    await world.keeper.ask('tasks.complete', { id: done, results: 'Ѕ' });
    await makeTask(world, { clientId, managerId: own.id, at: '2031-07-01T09:00:00Z' });
    const lettersFor = async (person: Person) =>
      readPaper(await get(person, { d: '2031-07-01..2031-07-01' })).letters;
    expect(await lettersFor(world.keeper)).toContain('Ѕ');
    expect(await lettersFor(own)).not.toContain('Ѕ');
  });

  it('of 2,000 tasks has many pages, and the house answers others meanwhile', async () => {
    const first = await makeTask(world, { description: 'Длинный список' });
    await world.app.house.writer.query(
      `begin; select set_config('voronka.operation', nextval('operation_ids')::text, true);
       insert into tasks (state_id, manager_id, set_at, author_id, is_open, description)
       select state_id, manager_id, set_at, author_id, is_open, repeat('много слов ', 1 + n % 9)
       from tasks, generate_series(2, 2000) n where id = ${first}; commit`,
    );
    let isDone = false;
    const drawing = paperOf({}).finally(() => {
      isDone = true;
    });
    let answered = 0;
    while (!isDone) {
      await world.keeper.ask('people.me');
      answered++;
    }
    expect((await drawing).pages).toBeGreaterThan(60);
    expect(answered).toBeGreaterThan(20);
  }, 60_000);

  it('holds nobody up when whoever asked for a long one is gone', async () => {
    const gone = new AbortController();
    const address = await world.app.server.listen({ port: 0, host: '127.0.0.1' });
    const url = `${address}/exports/tasks.pdf?d=all`;
    const headers = { cookie: `${sessionCookie}=${world.keeper.session}` };
    const left = fetch(url, { headers, signal: gone.signal }).catch((error: Error) => error.name);
    setTimeout(() => gone.abort(), 500);
    expect(await left).toBe('AbortError');
    expect((await paperOf({})).pages).toBeGreaterThan(0);
  });

  it('B-09 tells of clients that one may not export no more than the name', async () => {
    const all = rightsAtLevel('all');
    const person = await world.join('Не выгружает', { ...all, clients: { ...all.clients, export: 'none' } });
    const clientId = await makeClient(world, {
      name: 'Ѫ',
      actualAddress: 'Ѩ',
      line: 'Ѯ',
      contactPersons: 'Ѱ',
    });
    await makeTask(world, { clientId, at: '2032-01-01T09:00:00Z' });
    const lettersFor = async (who: Person) =>
      [...readPaper(await get(who, { d: '2032-01-01..2032-01-01' })).letters].filter((letter) =>
        /[ѪѨѮѰ]/.test(letter),
      ).length;
    expect([await lettersFor(world.keeper), await lettersFor(person)]).toEqual([4, 1]);
  });

  it('is refused to who may not export, to a paper that is none and to a view that means nothing', async () => {
    const nobody = await world.join('Никто', { ...rightsAtLevel('all'), tasks: rightsAtLevel('none').tasks });
    expect((await get(nobody, { d: 'all' })).statusCode).toBe(403);
    expect((await get(world.keeper, { paper: 'A3' })).json()).toMatchObject({
      refusal: { faults: [{ path: 'paper', code: 'fault.choice' }] },
    });
    expect((await get(world.keeper, { 'f.color': 'red' })).statusCode).toBe(422);
  });
});
