// People and roles through HTTP: heeded at once, and the house never without a keeper.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rights, rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeGroup, makeTask } from '../../testing/examples.ts';
import { keeperEmail, makeWorld, type Person, type World } from '../../testing/world.ts';

let world: World;
let keeper: Person;
beforeAll(async () => {
  world = await makeWorld();
  keeper = world.keeper;
});
afterAll(() => world.close());

const codeOf = async (answer: Promise<{ status: number; refusal?: { code: string } | undefined }>) =>
  (await answer).refusal?.code ?? (await answer).status;

async function personWith(
  rights: Rights = rightsAtLevel('own'),
): Promise<Person & { email: string; roleId: number }> {
  const name = `Человек ${Math.random()}`;
  const joined = await world.join(name, rights);
  const { person } = await joined.ask<{ person: { email: string; roleId: number } }>('people.me');
  return { ...joined, ...person, id: joined.id };
}

const versionOf = async (id: number) =>
  (await keeper.ask<{ rows: { id: number; version: number }[] }>('people.list')).rows.find(
    (row) => row.id === id,
  )?.version as number;

it('R-05 an invitation ends when the e-mail that it was sent to is another', async () => {
  const made = await keeper.ask<{ id: number; invitation: string }>('people.create', {
    name: 'Опечатка',
    email: 'wrong@letters.example',
    roleId: (await personWith()).roleId,
  });
  const change = async (set: object) =>
    keeper.ask('people.change', { id: made.id, version: await versionOf(made.id), set });
  await change({ name: 'Исправлена', email: 'wrong@letters.example' });
  expect((await world.stranger.tell('people.invitation', { token: made.invitation })).status).toBe(200);
  await change({ email: 'right@letters.example' });
  expect(await codeOf(world.stranger.tell('people.invitation', { token: made.invitation }))).toBe(
    'invitation.ended',
  );
});

describe('B-09 roles', () => {
  it('are heeded at the next request', async () => {
    const person = await personWith(rightsAtLevel('none'));
    expect((await person.tell('tasks.list')).status).toBe(403);
    const { rows } = await keeper.ask<{ rows: { id: number; version: number }[] }>('people.roles');
    const role = rows.find(({ id }) => id === person.roleId);
    await keeper.ask('people.changeRole', {
      id: role?.id,
      version: role?.version,
      set: { rights: rightsAtLevel('all') },
    });
    expect((await person.tell('tasks.list')).status).toBe(200);
  });

  it('nobody gives more than they have, to others or to themselves, nor takes over somebody who has more', async () => {
    const rights = {
      ...rightsAtLevel('none'),
      people: { ...rightsAtLevel('none').people, view: 'all', add: 'all', change: 'all' },
    } as Rights;
    const clerk = await personWith(rights);
    const mighty = await personWith(rightsAtLevel('all'));
    const weak = await personWith(rightsAtLevel('none'));
    const give = async (id: number, roleId: number) =>
      codeOf(clerk.tell('people.change', { id, version: await versionOf(id), set: { roleId } }));
    expect(await give(clerk.id, mighty.roleId)).toBe('right.missing');
    expect(await give(weak.id, mighty.roleId)).toBe('right.missing');
    expect(await give(weak.id, clerk.roleId)).toBe(200);
    expect(await codeOf(clerk.tell('people.invite', { id: mighty.id }))).toBe('right.missing');
    expect(await codeOf(clerk.tell('people.block', { id: mighty.id, blocked: true }))).toBe('right.missing');
    expect(await codeOf(clerk.tell('people.invite', { id: weak.id }))).toBe(200);
    const made = { name: 'Новый', email: 'new-mighty@test.example', roleId: mighty.roleId };
    expect(await codeOf(clerk.tell('people.create', made))).toBe('right.missing');
  });

  it('Z-01 an undo gives nobody a role that its maker may not give', async () => {
    const hires = rightsAtLevel('none');
    const rights = {
      ...hires,
      people: { ...hires.people, view: 'all', add: 'all', change: 'all' },
    } as Rights;
    const clerk = await personWith(rights);
    const [same, weak] = [await personWith(rights), await personWith(rightsAtLevel('none'))];
    const moved = await clerk.ask<{ operation: number }>('people.change', {
      id: clerk.id,
      version: await versionOf(clerk.id),
      set: { roleId: same.roleId },
    });
    const given = await clerk.ask<{ operation: number }>('people.change', {
      id: same.id,
      version: await versionOf(same.id),
      set: { roleId: weak.roleId },
    });
    const { rows } = await keeper.ask<{ rows: { id: number; version: number }[] }>('people.roles');
    await keeper.ask('people.changeRole', {
      id: clerk.roleId,
      version: rows.find(({ id }) => id === clerk.roleId)?.version,
      set: { rights: rightsAtLevel('all') },
    });
    expect(await codeOf(clerk.tell('operations.undo', { id: moved.operation }))).toBe('right.missing');
    expect(await codeOf(clerk.tell('operations.undo', { id: given.operation }))).toBe(200);
    expect(await codeOf(keeper.tell('operations.undo', { id: moved.operation }))).toBe(200);
  });

  it('reach no further by a group that one gives oneself, also by an undo', async () => {
    const hires = rightsAtLevel('none');
    const clerk = await personWith({ ...hires, people: { ...hires.people, view: 'all', change: 'all' } });
    const groupId = await makeGroup(world, { tree: 'managers' });
    const setOwn = async (set: object) =>
      clerk.tell('people.change', { id: clerk.id, version: await versionOf(clerk.id), set });
    expect((await setOwn({ groupId })).refusal?.faults).toEqual([
      { path: 'set.groupId', code: 'person.ownGroup' },
    ]);
    expect((await setOwn({ groupId: null, position: 'кадровик' })).status).toBe(200);
    const give = async (set: object) =>
      keeper.ask('people.change', { id: clerk.id, version: await versionOf(clerk.id), set });
    await give({ roleId: 1 });
    const moved = await setOwn({ groupId });
    await give({ roleId: clerk.roleId });
    const undo = { id: moved.body.operation };
    expect(await codeOf(clerk.tell('operations.undo', undo))).toBe('right.missing');
    expect(await codeOf(keeper.tell('operations.undo', undo))).toBe(200);
  });

  it('the keeper’s is fixed, and only a keeper gives it or touches a keeper', async () => {
    expect(await codeOf(keeper.tell('people.changeRole', { id: 1, version: 1, set: { name: 'x' } }))).toBe(
      'role.keeperFixed',
    );
    expect(await codeOf(keeper.tell('people.deleteRole', { id: 1 }))).toBe('role.keeperFixed');
    const mighty = await personWith(rightsAtLevel('all'));
    const other = await personWith();
    expect(
      await codeOf(
        mighty.tell('people.change', {
          id: other.id,
          version: await versionOf(other.id),
          set: { roleId: 1 },
        }),
      ),
    ).toBe('right.missing');
    expect(
      await codeOf(
        mighty.tell('people.change', { id: 1, version: await versionOf(1), set: { email: 'x@y.example' } }),
      ),
    ).toBe('right.missing');
    for (const [name, input] of [
      ['people.invite', { id: 1 }],
      ['people.block', { id: 1, blocked: true }],
      ['people.delete', { id: 1 }],
      ['people.createRole', { name: 'x', rights: rightsAtLevel('all') }],
    ] as const)
      expect([name, await codeOf(mighty.tell(name, input))]).toEqual([name, 'right.missing']);
  });

  it('a role in use is not deleted', async () => {
    const person = await personWith();
    const answer = await keeper.tell('people.deleteRole', { id: person.roleId });
    expect(answer.refusal).toMatchObject({
      code: 'record.inUse',
      details: { uses: [{ kind: 'people', field: 'role', count: 1 }] },
    });
  });

  it('the last keeper stays', async () => {
    const person = await personWith();
    await keeper.ask('people.change', {
      id: person.id,
      version: await versionOf(person.id),
      set: { roleId: 1 },
    });
    await person.ask('people.change', { id: 1, version: await versionOf(1), set: { roleId: 2 } });
    const last = { id: person.id, version: await versionOf(person.id) };
    expect(await codeOf(person.tell('people.change', { ...last, set: { roleId: 2 } }))).toBe(
      'person.lastKeeper',
    );
    expect(await codeOf(person.tell('people.block', { id: person.id, blocked: true }))).toBe('person.self');
    await person.ask('people.change', { id: 1, version: await versionOf(1), set: { roleId: 1 } });
  });

  it('a kind of record younger than the role is the keeper’s alone', async () => {
    const person = await personWith(rightsAtLevel('all'));
    await world.app.house.writer.query(
      `begin; set local voronka.operation = '0'; update roles set rights = rights - 'tasks' where id in (1, ${person.roleId}); commit`,
    );
    world.app.house.waker.tell([{ name: 'role.changed', ids: [1, person.roleId] }]);
    expect([(await keeper.tell('tasks.count')).status, (await person.tell('tasks.count')).status]).toEqual([
      200, 403,
    ]);
  });
});

describe('people', () => {
  it('T-12 a stale change is refused with the row as it is', async () => {
    const person = await personWith();
    const answer = await keeper.tell('people.change', { id: person.id, version: 1, set: { name: 'Старое' } });
    expect([answer.status, answer.refusal?.code]).toEqual([409, 'record.stale']);
    expect(answer.refusal?.details).toMatchObject({
      current: { version: await versionOf(person.id), email: person.email },
    });
  });

  it('fields that name nothing are refused all at once', async () => {
    const answer = await keeper.tell('people.create', {
      name: 'x',
      email: keeperEmail,
      roleId: 999,
      groupId: 999,
    });
    expect(answer.refusal?.faults.map(({ path, code }) => [path, code])).toEqual([
      ['groupId', 'fault.missingRecord'],
      ['email', 'fault.taken'],
      ['roleId', 'fault.missingRecord'],
    ]);
  });

  it('D-04 a person in use is not deleted, and what uses it is named', async () => {
    const person = await personWith();
    await makeTask(world, { managerId: person.id });
    const answer = await keeper.tell('people.delete', { id: person.id });
    expect(answer.refusal).toMatchObject({
      code: 'record.inUse',
      params: { count: 1 },
      details: { uses: [{ kind: 'tasks', field: 'manager', count: 1 }] },
    });
    expect(await codeOf(keeper.tell('people.delete', { id: keeper.id }))).toBe('person.self');
  });
});
