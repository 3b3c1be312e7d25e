// The write path: the same request sent twice, races that are tried again, and what stays when an operation is refused.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rights } from '../../contract/kit/rights.ts';
import { makeClient, makePerson, makeTask } from '../testing/examples.ts';
import { keeperEmail, makeWorld, testPassword, type World } from '../testing/world.ts';
import { sql } from './db/sql.ts';
import { writing } from './db/transaction.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const count = async (text: string) => Number((await world.app.house.writer.query(text)).rows[0].count);

describe('X-01 the same request sent twice', () => {
  it('takes effect once and answers the same', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await world.keeper.tell('tasks.create', { description: 'дважды' }, key);
    const second = await world.keeper.tell('tasks.create', { description: 'дважды' }, key);
    expect(second.body).toEqual(first.body);
    expect(await count(`select count(*) from tasks where description = 'дважды'`)).toBe(1);
  });

  it('takes effect once when both come at the same time', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.keeper.tell('tasks.create', { description: 'разом' }, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await count(`select count(*) from tasks where description = 'разом'`)).toBe(1);
  });

  it('is refused where the key stood for another command', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await world.keeper.ask('clients.create', { name: 'Первый' });
    await world.keeper.tell('clients.create', { name: 'Второй' }, key);
    const answer = await world.keeper.tell('tasks.create', {}, key);
    expect(answer.refusal?.code).toBe('request.keyReused');
  });

  it('is two requests for two people', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const other = await world.join(
      'Другой',
      (await world.keeper.ask<{ role: { rights: never } }>('people.me')).role.rights,
    );
    const first = await world.keeper.tell('tasks.create', {}, key);
    const second = await other.tell('tasks.create', {}, key);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('is refused where the key is no key', async () => {
    const answer = await world.keeper.tell('tasks.create', {}, { 'idempotency-key': 'k'.repeat(201) });
    expect(answer.refusal?.code).toBe('request.badKey');
  });

  it('X-01 the same key with another input is no repetition: it is refused, nothing is lost without a word', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await world.keeper.tell('tasks.create', { description: 'первая' }, key);
    const other = await world.keeper.tell('tasks.create', { description: 'вторая' }, key);
    expect(other.refusal?.code).toBe('request.keyReused');
  });

  it('X-01 what leaves no trace in the journal takes effect once as well', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const input = { current: testPassword, next: 'another horse' };
    const answers = [
      await world.keeper.tell('people.changePassword', input, key),
      await world.keeper.tell('people.changePassword', input, key),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await world.keeper.ask('people.changePassword', { current: 'another horse', next: testPassword });
  });

  it('X-01 answers as the first one where nothing is left to do, so that it can still be undone', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const input = { chosen: { ids: [await makeTask(world)] } };
    const first = await world.keeper.tell('tasks.delete', input, key);
    const second = await world.keeper.tell('tasks.delete', input, key);
    expect(first.body).toMatchObject({ changed: 1, operation: expect.any(Number) });
    expect(second.body).toEqual(first.body);
    const other = await world.keeper.tell('tasks.delete', { chosen: { ids: [999_999] } }, key);
    expect(other.refusal?.code).toBe('request.keyReused');
  });

  it('X-01 does nothing where the first one had nothing to do', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const id = await makeTask(world, { description: 'прежнее' });
    const input = { chosen: { ids: [id], within: { 's.description': 'новое' } }, set: { results: 'х' } };
    const first = await world.keeper.tell('tasks.changeMany', input, key);
    await world.keeper.ask('tasks.change', { id, version: 1, set: { description: 'новое' } });
    const second = await world.keeper.tell('tasks.changeMany', input, key);
    expect(first.body).toMatchObject({ changed: 0, operation: null });
    expect(second.body).toEqual(first.body);
    expect(await world.keeper.ask('tasks.get', { id })).toMatchObject({ results: '', version: 2 });
  });

  it('R-05 keeps no secret of an answer', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const input = { name: 'Тайный', email: 'secret@test.example', roleId: 1 };
    const first = await world.keeper.tell('people.create', input, key);
    const second = await world.keeper.tell('people.create', input, key);
    expect(first.body.invitation).toEqual(expect.any(String));
    expect(second.body).toEqual({ id: first.body.id, operation: first.body.operation });
    expect(
      await count(`select count(*) from operations where result::text like '%${first.body.invitation}%'`),
    ).toBe(0);
  });

  it('R-05 keeps none of an answer that touched no row either', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const input = { id: await makePerson(world) };
    const first = await world.keeper.tell('people.invite', input, key);
    const second = await world.keeper.tell('people.invite', input, key);
    expect(first.body.invitation).toEqual(expect.any(String));
    expect([second.status, second.body]).toEqual([200, { operation: null }]);
    expect(
      await count(`select count(*) from quiet_requests where result::text like '%${first.body.invitation}%'`),
    ).toBe(0);
  });
});

describe('races', () => {
  it('a deadlock is tried again and both writes take effect', async () => {
    const [one, two] = [await makeTask(world), await makeTask(world)];
    let met = 0;
    let meet = () => {};
    const both = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const write = (first: number, second: number) =>
      writing(world.app.house, async (tx) => {
        await tx.rows(sql`update tasks set results = results || 'x' where id = ${first}`);
        if (++met >= 2) meet();
        await both;
        await tx.rows(sql`update tasks set results = results || 'x' where id = ${second}`);
      });
    await Promise.all([write(one, two), write(two, one)]);
    expect(await count(`select count(*) from tasks where id in (${one}, ${two}) and results = 'xx'`)).toBe(2);
  });

  it('R-04 what meets others at every try is told to come again, as no fault of the house', async () => {
    await world.app.house.writer.query(`
      create function always_meets() returns trigger language plpgsql as $$
        begin raise exception using errcode = '40P01'; end $$;
      create trigger meets before insert on tasks for each row when (new.description = 'навстречу') execute function always_meets()`);
    const answer = await world.keeper.tell('tasks.create', { description: 'навстречу' });
    expect([answer.status, answer.refusal?.code]).toEqual([503, 'server.busy']);
  });

  it('an e-mail that two people get at once is refused to one of them by its field', async () => {
    const input = { name: 'Двойник', email: 'twin@test.example', roleId: 1 };
    const answers = await Promise.all([
      world.keeper.tell('people.create', input),
      world.keeper.tell('people.create', input),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused?.refusal?.faults).toEqual([{ path: 'email', code: 'fault.taken' }]);
  });

  it('a client that goes while it is being named is refused on one side or the other, never a fault', async () => {
    for (let n = 0; n < 10; n++) {
      const clientId = await makeClient(world);
      const [made, gone] = await Promise.all([
        world.keeper.tell('tasks.create', { clientId }),
        world.keeper.tell('clients.delete', { chosen: { ids: [clientId] } }),
      ]);
      expect([200, 422]).toContain(made.status);
      expect([200, 422]).toContain(gone.status);
      expect([made.status, gone.status]).not.toEqual([200, 200]);
    }
  });

  it('two keepers who take the role from each other at once leave one', async () => {
    const { role } = await world.keeper.ask<{ role: { rights: Rights } }>('people.me');
    const twin = await world.join('Второй хозяин', role.rights);
    const house = [world.keeper, twin];
    for (let n = 0; n < 8; n++) {
      await world.app.house.writer.query(
        `begin; set local voronka.operation = '0'; update people set role_id = 1, version = ${n + 10} where id in (1, ${twin.id}); commit`,
      );
      const answers = await Promise.all(
        house.map((person, at) =>
          person.tell('people.change', { id: house[1 - at]?.id, version: n + 10, set: { roleId: 2 } }),
        ),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    }
    await world.app.house.writer.query(
      `begin; set local voronka.operation = '0'; update people set role_id = 1 where id = 1; commit`,
    );
  });
});

describe('R-05 many at the door at once', () => {
  it('more sign-ins than connections are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        world.stranger.tell('people.signIn', {
          email: n % 2 ? keeperEmail : `nobody${n}@test.example`,
          password: testPassword,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => [200, 422, 429].includes(status))).toBe(true);
  });

  it('an attempt that was refused stays counted', async () => {
    await world.stranger.tell('people.signIn', { email: 'guess@test.example', password: 'no' });
    expect(await count(`select count(*) from sign_in_attempts where email = 'guess@test.example'`)).toBe(1);
  });
});
