// People that an undo brings back or changes: nobody is left outside of the house, nor the house without who keeps it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { keeperEmail, makeWorld, type Person, testPassword, type World } from '../../testing/world.ts';

let world: World;
let keeper: Person;
beforeAll(async () => {
  world = await makeWorld();
  keeper = world.keeper;
});
afterAll(() => world.close());

type Row = { id: number; version: number; email: string; status: string; roleId: number };

const rowOf = async (id: number) =>
  (await keeper.ask<{ rows: Row[] }>('people.list')).rows.find((row) => row.id === id) as Row;

async function change(id: number, set: object, by = keeper) {
  return by.tell('people.change', { id, version: (await rowOf(id)).version, set });
}

const undo = (id: number) => keeper.tell('operations.undo', { id });

/** A second keeper, who was deleted and came back by an undo. */
async function keeperBroughtBack(name: string): Promise<Row> {
  const second = await world.join(name, rightsAtLevel('own'));
  await change(second.id, { roleId: 1 });
  const { operation } = await keeper.ask<{ operation: number }>('people.delete', { id: second.id });
  await keeper.ask('operations.undo', { id: operation });
  return rowOf(second.id);
}

describe('Z-01 a person who was deleted', () => {
  it('is called by their name in the journal: as who was deleted, and as who did what they had done', async () => {
    const gone = await world.join('Ушедшая Инна', rightsAtLevel('all'));
    for (const name of ['Первый', 'Второй'])
      await gone.ask('views.create', { of: 'tasks', name, shared: false, parameters: {} });
    const { id: clientId } = await keeper.ask<{ id: number }>('clients.create', { name: 'Гранит' });
    await gone.ask('clients.change', { id: clientId, version: 1, set: { line: 'камень' } });
    const { operation } = await keeper.ask<{ operation: number }>('people.delete', { id: gone.id });
    type Told = { id: number; name: string; actorName: string; first: object };
    const { rows } = await keeper.ask<{ rows: Told[] }>('operations.list');
    expect(rows.find(({ id }) => id === operation)).toMatchObject({
      first: { kind: 'people', id: gone.id, title: 'Ушедшая Инна' },
    });
    expect(rows.find(({ name }) => name === 'clients.change')).toMatchObject({ actorName: 'Ушедшая Инна' });
    const { changes } = await keeper.ask<{ changes: Told[] }>('operations.history', {
      ...{ kind: 'clients', id: clientId },
    });
    expect(changes[0]).toMatchObject({ name: 'clients.change', actorName: 'Ушедшая Инна' });
  });

  it('comes back to be invited anew, and signs in again by that', async () => {
    const back = await keeperBroughtBack('Вторая');
    expect(back.status).toBe('invited');
    const { invitation } = await keeper.ask<{ invitation: string }>('people.invite', { id: back.id });
    await world.stranger.ask('people.acceptInvitation', { token: invitation, password: testPassword });
    const signedIn = await world.stranger.tell('people.signIn', {
      email: back.email,
      password: testPassword,
    });
    expect([signedIn.status, (await rowOf(back.id)).status]).toEqual([200, 'active']);
    await change(back.id, { roleId: 3 });
  });

  it('goes again when the undo is undone', async () => {
    const person = await world.join('Третий', rightsAtLevel('own'));
    const gone = await keeper.ask<{ operation: number }>('people.delete', { id: person.id });
    const back = await keeper.ask<{ operation: number }>('operations.undo', { id: gone.operation });
    expect((await undo(back.operation)).status).toBe(200);
    expect(await rowOf(person.id)).toBeUndefined();
  });
});

it('Z-01 an invitation that was accepted stays so: its link is used up', async () => {
  const person = await world.join('Принял', rightsAtLevel('own'));
  const { rows } = await keeper.ask<{ rows: { id: number; name: string; can: { undo: boolean } }[] }>(
    'operations.list',
    { limit: 200 },
  );
  const accepted = rows.find(({ name }) => name === 'people.acceptInvitation');
  expect(accepted?.can.undo).toBe(false);
  expect((await undo(accepted?.id as number)).refusal?.code).toBe('operation.final');
  expect((await person.tell('people.me')).status).toBe(200);
});

it('B-09 Z-01 a link that was sent to another address ends when the change of the e-mail is undone', async () => {
  const person = await world.join('Адресат', rightsAtLevel('own'));
  const { body } = await change(person.id, { email: 'wrong@test.example' });
  const { invitation: token } = await keeper.ask<{ invitation: string }>('people.invite', { id: person.id });
  expect((await undo(body.operation as number)).status).toBe(200);
  const taken = await world.stranger.tell('people.acceptInvitation', { token, password: testPassword });
  expect(taken.refusal?.code).toBe('invitation.ended');
});

it('B-09 Z-01 a session from before does not come back to who is blocked again by an undo and let in later', async () => {
  const person = await world.join('Впущен', rightsAtLevel('own'));
  const block = (blocked: boolean) =>
    keeper.ask<{ operation: number }>('people.block', { id: person.id, blocked });
  await block(true);
  const { operation } = await block(false);
  const signedIn = await world.stranger.tell('people.signIn', {
    email: (await rowOf(person.id)).email,
    password: testPassword,
  });
  expect(signedIn.status).toBe(200);
  await undo(operation);
  await block(false);
  const { rows } = await keeper.ask<{ rows: object[] }>('people.sessions', { personId: person.id });
  expect(rows).toEqual([]);
});

describe('B-09 the last keeper who can sign in', () => {
  it('stays, whoever else came back as one without a password', async () => {
    await keeperBroughtBack('Четвёртая');
    expect((await change(1, { roleId: 2 })).refusal?.code).toBe('person.lastKeeper');
  });

  it('keeps the e-mail by which they sign in', async () => {
    expect((await change(1, { email: null })).refusal?.code).toBe('person.lastKeeper');
    expect((await rowOf(1)).email).toBe(keeperEmail);
  });

  it('Z-01 stays one where an undo takes the role away', async () => {
    await keeperBroughtBack('Пятая');
    const sixth = await world.join('Шестая', rightsAtLevel('all'));
    const raised = await change(sixth.id, { roleId: 1 });
    await change(1, { roleId: 2 }, sixth);
    const undone = await sixth.tell('operations.undo', { id: raised.body.operation });
    expect(undone.refusal?.code).toBe('person.lastKeeper');
    await change(1, { roleId: 1 }, sixth);
  });
});
