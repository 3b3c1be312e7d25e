// Limits: none unless set; where one is reached the refusal names it and whom to ask, and nothing is half done.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportView } from '../../../contract/imports.ts';
import { makeWorld, sessionCookie, type World } from '../../testing/world.ts';
import { bring, csv, plan } from '../imports/import-steps.ts';

let world: World;
const contact = 'hosting@example.com';
const mostFiles = 2000; // bytes

beforeAll(async () => {
  const most = { people: 3, tasks: 5, clients: 4, storage: mostFiles };
  world = await makeWorld({ limits: { most, contact } });
});
afterAll(() => world.close());

const countOf = async (table: string) =>
  Number((await world.app.house.writer.query(`select count(*) as count from ${table}`)).rows[0].count);
const newPerson = async (name: string) => {
  const { rows } = await world.keeper.ask<{ rows: { id: number; keeper: boolean }[] }>('people.roles');
  return { name, roleId: rows.find(({ keeper }) => !keeper)?.id ?? 0 };
};

describe('W-07', () => {
  test('W-07: without limits nothing is limited and nothing is shown', async () => {
    const free = await makeWorld();
    expect(await free.keeper.ask('limits.use')).toEqual({ rows: [], contact: '' });
    await free.close();
  });

  test('W-07: managers up to the limit; who is blocked takes no place, and comes back only where there is one', async () => {
    const { id } = await world.keeper.ask<{ id: number }>('people.create', await newPerson('Анна'));
    await world.keeper.ask('people.create', await newPerson('Пётр'));
    const over = await world.keeper.tell('people.create', await newPerson('Лишний'));
    expect(over.refusal).toMatchObject({
      code: 'limit.reached',
      params: { kind: 'people', limit: 3, contact },
    });
    await world.keeper.ask('people.block', { id, blocked: true });
    await world.keeper.ask('people.create', await newPerson('Ольга'));
    const back = await world.keeper.tell('people.block', { id, blocked: false });
    expect(back.refusal?.code).toBe('limit.reached');
    expect(await countOf('people')).toBe(4);
  });

  test('W-07: many who create at the same moment do not pass the limit of tasks', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => world.keeper.tell('tasks.create', { description: `${n}` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ refusal }) => refusal?.code === 'limit.reached')).toHaveLength(7);
    expect(await countOf('tasks')).toBe(5);
  });

  test('W-07: a copy is a task too; what is deleted comes back by undo whatever the limit says', async () => {
    const { rows } = await world.keeper.ask<{ rows: { id: number }[] }>('tasks.list', { d: 'all' });
    const ids = rows.map(({ id }) => id);
    expect((await world.keeper.tell('tasks.duplicate', { id: ids[0] })).refusal?.code).toBe('limit.reached');
    const { operation } = await world.keeper.ask<{ operation: number }>('tasks.delete', {
      chosen: { ids: ids.slice(0, 1) },
    });
    await world.keeper.ask('tasks.create', { description: 'на освободившееся место' });
    await world.keeper.ask('operations.undo', { id: operation });
    expect(await countOf('tasks')).toBe(6);
  });

  test('W-07: what repeats is done and comes again all the same', async () => {
    const { rows } = await world.keeper.ask<{ rows: { id: number; version: number }[] }>('tasks.list', {
      d: 'all',
    });
    const { id = 0, version = 0 } = rows[0] ?? {};
    const set = { at: '2026-11-24T08:00:00Z', repeat: 'FREQ=DAILY' };
    await world.keeper.ask('tasks.change', { id, version, set });
    const done = await world.keeper.ask<{ next: { id: number } }>('tasks.complete', { id, results: 'да' });
    const more = await world.keeper.tell('tasks.create', { description: 'Лишняя' });
    const besides = { id: done.next.id, results: '', next: { description: 'Лишняя' } };
    const both = await world.keeper.tell('tasks.complete', besides);
    for (const { refusal } of [more, both]) expect(refusal?.code).toBe('limit.reached');
    await world.keeper.ask('tasks.cancel', { id: done.next.id, reason: 'хватит' });
  });

  test('W-07: a new month has room again', async () => {
    world.clock.set('2026-12-01T08:00:00Z');
    await world.keeper.ask('tasks.create', { description: 'декабрь' });
    const { rows } = await world.keeper.ask<{ rows: { kind: string; used: number }[] }>('limits.use');
    expect(rows.find(({ kind }) => kind === 'tasks')?.used).toBe(1);
  });

  test('W-07: an import that does not fit is refused before it begins, with its count; one that fits goes in', async () => {
    const large = await plan(world, world.keeper, csv('Название\nА\nБ\nВ\nГ\nД\n'));
    const refused = await world.keeper.tell('imports.run', { id: large.id });
    expect(refused.refusal).toMatchObject({
      code: 'limit.noRoom',
      params: { kind: 'clients', count: 5, room: 4, limit: 4, contact },
    });
    expect(await countOf('clients')).toBe(0);
    await bring(world, world.keeper, csv('Название\nА\nБ\nВ\n'));
    expect(await countOf('clients')).toBe(3);
  });

  test('W-07: an import whose room was taken while it waited is taken back whole and says why', async () => {
    const waiting = await plan(world, world.keeper, csv('Название\nПоследний\n'));
    await world.keeper.ask('imports.run', { id: waiting.id });
    await world.keeper.ask('clients.create', { name: 'Успел раньше' });
    await world.settle();
    const ended = await world.keeper.ask<ImportView>('imports.get', { id: waiting.id });
    expect(ended).toMatchObject({ status: 'failed', fault: { code: 'limit.reached' } });
    expect(await countOf('clients')).toBe(4);
  });

  test('W-07: files beyond the room are refused, said beforehand or not', async () => {
    const put = (size: number, headers = {}) =>
      world.app.server.inject({
        method: 'PUT',
        url: '/files?name=a.csv',
        headers: { cookie: `${sessionCookie}=${world.keeper.session}`, ...headers },
        payload: Buffer.alloc(size, 'a'),
      });
    const before = await countOf('files');
    const answer = await put(mostFiles);
    expect(answer.json().refusal).toMatchObject({
      code: 'limit.noRoom',
      params: { kind: 'storage', contact },
    });
    expect(await countOf('files')).toBe(before);
    expect((await put(100)).statusCode).toBe(200);
  });

  test('W-07: the settings show use against limits to who keeps them, to nobody else', async () => {
    const use = await world.keeper.ask<{
      rows: { kind: string; used: number; most: number }[];
      contact: string;
    }>('limits.use');
    expect(use.contact).toBe(contact);
    expect(use.rows).toContainEqual({ kind: 'clients', used: 4, most: 4 });
    expect((await world.stranger.tell('limits.use')).status).toBe(401);
  });
});
