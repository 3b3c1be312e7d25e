// The file of refused rows, corrected and brought in again: nothing of what the house wrote into it gets into the records.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../../contract/clients.ts';
import type { ImportMapping } from '../../../contract/imports.ts';
import type { Task } from '../../../contract/tasks.ts';
import { sessionCookie } from '../../platform/http.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { bring, csv, finish, plan, rowsOf } from './import-steps.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

async function refusedOf(id: number): Promise<string> {
  const { body } = await world.app.server.inject({
    url: `/imports/${id}/refused.csv`,
    headers: { cookie: `${sessionCookie}=${world.keeper.session}` },
  });
  return body;
}

it('B-08 a client that is corrected gets no note of why it was refused, and its signs stay its own', async () => {
  const table = 'Название;Дата договора;Примечание\nГранит;31.02.2026;=1+1\nБазальт;30.02.2026;-\n';
  const first = await bring(world, world.keeper, csv(table));
  const refused = await refusedOf(first.id);
  expect(refused).toContain("'=1+1");
  const second = await plan(world, world.keeper, csv(refused.replace('31.02.2026', '28.02.2026')));
  expect(second.suggested.at(-1)).toBeNull();
  expect(second.counts).toMatchObject({ made: 1, refused: 1 });
  expect((await refusedOf(second.id)).split('\r\n')[0]?.match(/Почему не загружено/g)).toHaveLength(1);
  await world.keeper.ask('imports.run', { id: second.id });
  await world.settle();
  const [made] = await rowsOf(world.keeper, second.id, 'made');
  const client = await world.keeper.ask<Client>('clients.get', { id: made?.recordId });
  expect(client).toMatchObject({ contractDate: '2026-02-28', notes: '=1+1' });
});

it('B-08 its columns are mapped as they were corrected the first time', async () => {
  const table = 'Имя;Колонка;Дата договора\nЯшма;строительство;31.02.2026\n';
  const mapping: ImportMapping = ['name', 'line', 'contractDate'];
  const first = await bring(world, world.keeper, csv(table), { mapping });
  expect(first.suggested).not.toEqual(mapping);
  const refused = (await refusedOf(first.id)).replace('31.02.2026', '28.02.2026');
  const second = await plan(world, world.keeper, csv(refused));
  expect(second.suggested).toEqual([...mapping, null]);
});

it('B-08 nor does a task', async () => {
  const table = csv('Описание;Менеджер\nПозвонить;Никто\n');
  const options = { unknownManager: 'refuse' } as const;
  const first = await bring(world, world.keeper, table, { kind: 'tasks', options });
  const corrected = (await refusedOf(first.id)).replace('Никто', 'Дома Хозяйка');
  const second = await bring(world, world.keeper, csv(corrected), { kind: 'tasks', options });
  const [made] = await rowsOf(world.keeper, second.id, 'made');
  const task = await world.keeper.ask<Task>('tasks.get', { id: made?.recordId });
  expect(task.description).toBe('Позвонить');
});

it('B-08 a row that repeats one that is refused comes back with it', async () => {
  const { id } = await world.keeper.ask<{ id: number }>('clients.create', { name: 'Дважды', line: 'было' });
  const table = csv('Название;Сфера;Примечание\nДважды;стало;первое\nДважды;;второе\n');
  const seen = await plan(world, world.keeper, table, { options: { existing: 'overwrite' } });
  expect(seen.counts).toMatchObject({ changed: 1, duplicate: 1, refused: 0 });
  await world.keeper.ask('clients.change', { id, version: 1, set: { notes: 'между тем' } });
  expect(await finish(world, world.keeper, seen.id)).toMatchObject({
    counts: { changed: 0, duplicate: 0, refused: 2 },
  });
  const [, , repeated] = (await refusedOf(seen.id)).split('\r\n');
  expect(repeated).toBe('Дважды;;второе;повторяет строку 2, а она не загружена');
});
