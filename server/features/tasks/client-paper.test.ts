// A client's card as a PDF: its fields and tasks, as long as they are, for who may see them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeClient, makeTask } from '../../testing/examples.ts';
import { getPaper, readPaper } from '../../testing/papers.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const get = (person: Person, query: Record<string, string>) =>
  getPaper(world, person, `/exports/client.pdf?${new URLSearchParams(query)}`);

const lettersOf = async (person: Person, id: number) =>
  readPaper(await get(person, { id: String(id) })).letters;

describe('P-03 a client’s card as a PDF without a browser', () => {
  it('is A4 either way, with what is filled in and the tasks open and done', async () => {
    const id = await makeClient(world, { name: 'Щука', notes: 'Ђ', inn: '7707083893' });
    await makeTask(world, { clientId: id, description: 'Ѓ' });
    const done = await makeTask(world, { clientId: id, description: 'Є' });
    await world.keeper.ask('tasks.complete', { id: done, results: 'Ї' });
    const paper = readPaper(await get(world.keeper, { id: String(id) }));
    expect(paper).toMatchObject({ pages: 1, isWide: false });
    for (const letter of 'ЩукаЂЃЇИ89') expect(paper.letters, letter).toContain(letter);
    expect(paper.letters).not.toContain('Є');
    expect(readPaper(await get(world.keeper, { id: String(id), paper: 'landscape' })).isWide).toBe(true);
  });

  it('holds fields that are longer than a page whole', async () => {
    const notes = `${'строка\n'.repeat(300)}Ў`;
    const paper = readPaper(await get(world.keeper, { id: String(await makeClient(world, { notes })) }));
    expect(paper.pages).toBeGreaterThan(3);
    expect(paper.letters).toContain('Ў');
  });

  it('shows no tasks to who may see the client alone, and nothing to who may not', async () => {
    const id = await makeClient(world, { name: 'Гранит' });
    await makeTask(world, { clientId: id, description: 'Ќ' });
    const rights = rightsAtLevel('all');
    const none = rightsAtLevel('none');
    const clerk = await world.join('Клерк', { ...rights, tasks: none.tasks });
    expect(await lettersOf(world.keeper, id)).toContain('Ќ');
    expect(await lettersOf(clerk, id)).not.toContain('Ќ');
    const nobody = await world.join('Никто', { ...rights, clients: none.clients });
    expect((await get(nobody, { id: String(id) })).statusCode).toBe(403);
    const own = await world.join('Чужой', { ...rights, clients: rightsAtLevel('own').clients });
    expect((await get(own, { id: String(id) })).statusCode).toBe(404);
    const looks = await world.join('Смотрит', { ...rights, clients: { ...rights.clients, export: 'none' } });
    expect((await get(looks, { id: String(id) })).statusCode).toBe(403);
    const stranger = await world.app.server.inject({ url: `/exports/client.pdf?id=${id}` });
    expect([stranger.statusCode, stranger.json().refusal.code]).toEqual([401, 'session.missing']);
  });

  it('B-09 shows of the tasks those alone that one may export', async () => {
    const rights = rightsAtLevel('all');
    const exports = (level: 'none' | 'own') => ({ ...rights, tasks: { ...rights.tasks, export: level } });
    const none = await world.join('Не выносит', exports('none'));
    const own = await world.join('Выносит своё', exports('own'));
    const id = await makeClient(world, { name: 'Гранит' });
    await makeTask(world, { clientId: id, description: 'Ќ' });
    await makeTask(world, { clientId: id, description: 'Ћ', managerId: own.id });
    expect(await lettersOf(none, id)).not.toContain('Ќ');
    const letters = await lettersOf(own, id);
    expect([letters.has('Ћ'), letters.has('Ќ')]).toEqual([true, false]);
  });

  it('refuses what is no client and no paper', async () => {
    expect((await get(world.keeper, { id: '999999' })).statusCode).toBe(404);
    for (const none of ['x', '0x3', '1e3', ''])
      expect((await get(world.keeper, { id: none })).statusCode).toBe(422);
    expect((await get(world.keeper, { id: '1', paper: 'A3' })).json()).toMatchObject({
      refusal: { faults: [{ path: 'paper', code: 'fault.choice' }] },
    });
  });
});
