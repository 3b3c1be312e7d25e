// What one gives to somebody whose records one may not change: taken back by who gave it, as long as it is as they left it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeGroup } from '../../testing/examples.ts';
import { makeWorld, type Person, type World } from '../../testing/world.ts';
import { headRights } from '../people/roles.ts';

let world: World;
let head: Person;
let own: Person;
let other: Person;
beforeAll(async () => {
  world = await makeWorld();
  const [mine, theirs] = [
    await makeGroup(world, { tree: 'managers' }),
    await makeGroup(world, { tree: 'managers' }),
  ];
  head = await world.join('Глава', headRights, mine);
  own = await world.join('Свой', headRights, mine);
  other = await world.join('Чужой', headRights, theirs);
});
afterAll(() => world.close());

type Made = { id: number; operation: number };
const undo = (person: Person, { operation }: { operation: number }) =>
  person.tell('operations.undo', { id: operation });
const taskOf = (id: number) => world.keeper.ask<{ managerId: number; version: number }>('tasks.get', { id });

async function clientWithTask() {
  const client = await head.ask<Made>('clients.create', { name: 'Гранит', responsibleId: own.id });
  const task = await head.ask<Made>('tasks.create', { managerId: own.id, clientId: client.id });
  return { clientId: client.id, taskId: task.id };
}

it('C-05 Z-01 a client handed over to another group comes back with its tasks, and goes again', async () => {
  const { clientId, taskId } = await clientWithTask();
  const given = await head.ask<Made>('tasks.handOver', { clientId, toId: other.id });
  const [shown] = (await head.ask<{ rows: object[] }>('operations.list', {})).rows;
  expect(shown).toMatchObject({ id: given.operation, can: { undo: true } });
  const undone = await undo(head, given);
  expect(undone.body).toMatchObject({ restored: 2, leftAlone: [] });
  expect(await taskOf(taskId)).toMatchObject({ managerId: own.id });
  expect((await undo(head, undone.body as Made)).body).toMatchObject({ restored: 2 });
  expect(await taskOf(taskId)).toMatchObject({ managerId: other.id });
});

it('T-09 Z-01 so does a task that was made for them', async () => {
  const made = await head.ask<Made>('tasks.create', { managerId: other.id, description: 'по ошибке' });
  expect((await undo(head, made)).body).toMatchObject({ restored: 1 });
  expect((await world.keeper.tell('tasks.get', { id: made.id })).status).toBe(404);
});

it('B-09 what they have since given on is theirs, and so is what was never one’s own', async () => {
  const { taskId } = await clientWithTask();
  const given = await head.ask<Made>('tasks.change', {
    id: taskId,
    version: 1,
    set: { managerId: other.id, results: 'передано' },
  });
  await world.keeper.ask('tasks.change', { id: taskId, version: 2, set: { managerId: world.keeper.id } });
  expect((await undo(head, given)).refusal?.code).toBe('right.missing');
  expect((await undo(own, given)).refusal?.code).toBe('record.missing');
  expect(await taskOf(taskId)).toMatchObject({ managerId: world.keeper.id, version: 3 });
});
