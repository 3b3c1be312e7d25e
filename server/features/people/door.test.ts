// The door through HTTP: the first run, signing in, sessions, invitations.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Rights, rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeTask } from '../../testing/examples.ts';
import { speak } from '../../testing/speak.ts';
import { keeperEmail, makeWorld, type Person, testPassword, type World } from '../../testing/world.ts';

let world: World;
let keeper: Person;
beforeAll(async () => {
  world = await makeWorld();
  keeper = world.keeper;
});
afterAll(() => world.close());

const signIn = (email: string, password: string) => world.stranger.tell('people.signIn', { email, password });
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

describe('W-06 the first run', () => {
  const firm = {
    firmName: 'Вторая',
    locale: 'ru',
    timeZone: 'Europe/Moscow',
    country: 'RU',
    name: 'А',
    email: 'a@b.example',
    password: testPassword,
  };

  it('is once, even when two come at once', async () => {
    expect(await codeOf(world.stranger.tell('people.setUp', firm))).toBe('setUp.done');
    const empty = await makeWorld();
    const { house } = empty.app;
    await house.writer.query(
      `begin; set local voronka.operation = '0'; delete from people; delete from roles; delete from firms; commit`,
    );
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => empty.stranger.tell('people.setUp', firm)),
    );
    expect(answers.map(({ refusal, status }) => refusal?.code ?? status).sort()).toEqual([
      200,
      'setUp.done',
      'setUp.done',
      'setUp.done',
    ]);
    expect((await house.writer.query('select count(*) from people')).rows[0].count).toBe(1);
    await empty.close();
  });

  it('is told at the door before anybody has signed in', async () => {
    expect(await world.stranger.ask('people.door')).toEqual({
      isSetUp: true,
      firmName: 'Ромашка',
      locale: 'ru',
    });
  });

  it('D-01 fills the directories in the language of the firm', async () => {
    const english = await makeWorld({ locale: 'en' });
    const { rows } = await english.keeper.ask<{ rows: { name: string; meaning: string | null }[] }>(
      'directories.list',
    );
    expect(rows.find(({ meaning }) => meaning === 'open')?.name).toBe('set');
    await english.close();
  });
});

describe('R-05 signing in', () => {
  it('R-05 no password is of blanks alone', async () => {
    const { status, refusal } = await world.keeper.tell('people.changePassword', {
      current: testPassword,
      next: ' '.repeat(8),
    });
    expect([status, refusal?.faults]).toEqual([
      422,
      [expect.objectContaining({ path: 'next', code: 'fault.format' })],
    ]);
  });

  it('needs the right password, whatever the case of the e-mail', async () => {
    expect((await signIn(` ${keeperEmail.toUpperCase()} `, testPassword)).status).toBe(200);
    expect(await codeOf(signIn(keeperEmail, 'wrong horse'))).toBe('signIn.wrong');
    expect(await codeOf(signIn('nobody@test.example', testPassword))).toBe('signIn.wrong');
  });

  it('takes the same password typed in another form of Unicode', async () => {
    const person = await personWith();
    await person.ask('people.changePassword', {
      current: testPassword,
      next: 'пароль с й и ё'.normalize('NFD'),
    });
    expect((await signIn(person.email, 'пароль с й и ё'.normalize('NFC'))).status).toBe(200);
  });

  it('stops guessing after ten attempts, in every process, and a right password before that forgets them', async () => {
    const person = await personWith();
    for (let n = 0; n < 9; n++) await signIn(person.email, 'no');
    expect((await signIn(person.email, testPassword)).status).toBe(200);
    for (let n = 0; n < 10; n++) expect(await codeOf(signIn(person.email, 'no'))).toBe('signIn.wrong');
    expect(await codeOf(signIn(person.email, testPassword))).toBe('request.tooMany');
    const restarted = await world.another();
    const there = await speak(restarted, 0, '').tell('people.signIn', {
      email: person.email,
      password: testPassword,
    });
    expect([there.status, there.refusal?.code]).toEqual([429, 'request.tooMany']);
    await restarted.close();
    world.clock.set('2026-11-23T11:16:00Z');
    expect((await signIn(person.email, testPassword)).status).toBe(200);
  });

  it('does not let whoever knows an e-mail shut its person out; guesses from many addresses are stopped', async () => {
    const person = await personWith();
    for (let n = 0; n < 10; n++) await signIn(person.email, 'no');
    const from = async (remoteAddress: string) =>
      (
        await world.app.server.inject({
          method: 'POST',
          url: '/api/people.signIn',
          remoteAddress,
          payload: { email: person.email, password: testPassword },
          headers: { 'idempotency-key': crypto.randomUUID() },
        })
      ).statusCode;
    expect(await from('127.0.0.1')).toBe(429);
    await world.app.house.writer.query(
      `insert into sign_in_attempts (at, email, address) select $1, $2, '10.1.0.' || n from generate_series(1, 90) n`,
      ['2026-11-23T11:16:00Z', person.email],
    );
    expect(await from('10.0.0.9')).toBe(429);
    await world.app.house.writer.query(`delete from sign_in_attempts where address = '10.1.0.1'`);
    expect(await from('10.0.0.9')).toBe(200);
  });

  it('stops guessing from one address', async () => {
    const own = await makeWorld();
    for (let n = 0; n < 60; n++)
      await own.stranger.tell('people.signIn', { email: `n${n}@test.example`, password: 'no' });
    expect(
      await codeOf(own.stranger.tell('people.signIn', { email: keeperEmail, password: testPassword })),
    ).toBe('request.tooMany');
    await own.close();
  });

  it('of a blocked person is refused, with the right password only', async () => {
    const person = await personWith();
    await keeper.ask('people.block', { id: person.id, blocked: true });
    expect(await codeOf(signIn(person.email, testPassword))).toBe('signIn.blocked');
    expect(await codeOf(signIn(person.email, 'no'))).toBe('signIn.wrong');
  });
});

describe('R-05 sessions', () => {
  it('are listed, and one is revoked', async () => {
    const person = await personWith();
    const second = speak(world.app, person.id, (await signIn(person.email, testPassword)).session ?? '');
    const { rows } = await person.ask<{ rows: { id: number; current: boolean }[] }>('people.sessions');
    expect(rows.map(({ current }) => current).sort()).toEqual([false, true]);
    await person.ask('people.endSession', { id: rows.find(({ current }) => !current)?.id });
    expect((await second.tell('people.me')).status).toBe(401);
    expect((await person.tell('people.me')).status).toBe(200);
  });

  it('of others are seen and ended by the keeper alone', async () => {
    const [one, two] = [await personWith(), await personWith()];
    expect(await codeOf(two.tell('people.sessions', { personId: one.id }))).toBe('right.missing');
    const { rows } = await keeper.ask<{ rows: { id: number }[] }>('people.sessions', { personId: one.id });
    expect(await codeOf(two.tell('people.endSession', { id: rows[0]?.id }))).toBe('record.missing');
    await keeper.ask('people.endSession', { id: rows[0]?.id });
    expect((await one.tell('people.me')).status).toBe(401);
  });

  it('end with signing out, with a block, with a deletion and after 30 days', async () => {
    const [out, blocked, gone, old] = [
      await personWith(),
      await personWith(),
      await personWith(),
      await personWith(),
    ];
    const answer = await out.tell('people.signOut');
    expect([answer.status, answer.session]).toEqual([200, '']);
    await keeper.ask('people.block', { id: blocked.id, blocked: true });
    await keeper.ask('people.delete', { id: gone.id });
    for (const person of [out, blocked, gone]) expect((await person.tell('people.me')).status).toBe(401);
    world.clock.set('2026-12-24T00:00:00Z');
    expect((await old.tell('people.me')).status).toBe(401);
    world.clock.set('2026-11-23T11:16:00Z');
  });

  it('R-04 that end in one process are ended in every other as soon as it hears', async () => {
    const other = await world.another();
    const person = await personWith();
    const there = speak(other, person.id, person.session);
    expect((await there.tell('people.me')).status).toBe(200);
    await keeper.ask('people.block', { id: person.id, blocked: true });
    expect((await person.tell('people.me')).status).toBe(401);
    await expect.poll(async () => (await there.tell('people.me')).status).toBe(401);
    await other.close();
  });

  it('other than this one end with a new password', async () => {
    const person = await personWith();
    const second = speak(world.app, person.id, (await signIn(person.email, testPassword)).session ?? '');
    expect(await codeOf(person.tell('people.changePassword', { current: 'no', next: 'new password' }))).toBe(
      'password.wrong',
    );
    await person.ask('people.changePassword', { current: testPassword, next: 'new password' });
    expect([(await person.tell('people.me')).status, (await second.tell('people.me')).status]).toEqual([
      200, 401,
    ]);
    expect(await codeOf(signIn(person.email, testPassword))).toBe('signIn.wrong');
    expect((await signIn(person.email, 'new password')).status).toBe(200);
  });

  it('a made-up or a foreign token opens nothing', async () => {
    for (const token of ['x', 'a'.repeat(43), '../..', "' or 1=1 --"])
      expect((await speak(world.app, 0, encodeURIComponent(token)).tell('people.me')).status).toBe(401);
  });
});

describe('invitations', () => {
  it('open the house once, for the one who was invited', async () => {
    const made = await keeper.ask<{ invitation: string }>('people.create', {
      name: 'Гость',
      email: 'guest@test.example',
      roleId: 2,
    });
    expect(await world.stranger.ask('people.invitation', { token: made.invitation })).toEqual({
      name: 'Гость',
      email: 'guest@test.example',
      firmName: 'Ромашка',
    });
    expect(
      await codeOf(
        world.stranger.tell('people.acceptInvitation', { token: made.invitation, password: 'short' }),
      ),
    ).toBe('input.faulty');
    expect(
      (
        await world.stranger.tell('people.acceptInvitation', {
          token: made.invitation,
          password: testPassword,
        })
      ).status,
    ).toBe(200);
    expect(
      await codeOf(
        world.stranger.tell('people.acceptInvitation', { token: made.invitation, password: testPassword }),
      ),
    ).toBe('invitation.ended');
    expect(await codeOf(world.stranger.tell('people.invitation', { token: made.invitation }))).toBe(
      'invitation.ended',
    );
  });

  it('end after 14 days, with a newer one and with a block', async () => {
    const made = await keeper.ask<{ id: number; invitation: string }>('people.create', {
      name: 'Г',
      email: 'late@test.example',
      roleId: 2,
    });
    const { invitation } = await keeper.ask<{ invitation: string }>('people.invite', { id: made.id });
    expect(await codeOf(world.stranger.tell('people.invitation', { token: made.invitation }))).toBe(
      'invitation.ended',
    );
    await keeper.ask('people.block', { id: made.id, blocked: true });
    expect(
      await codeOf(
        world.stranger.tell('people.acceptInvitation', { token: invitation, password: testPassword }),
      ),
    ).toBe('invitation.ended');
    await keeper.ask('people.block', { id: made.id, blocked: false });
    world.clock.set('2026-12-08T00:00:00Z');
    expect(await codeOf(world.stranger.tell('people.invitation', { token: invitation }))).toBe(
      'invitation.ended',
    );
    world.clock.set('2026-11-23T11:16:00Z');
  });

  it('a new password by a link ends all sessions', async () => {
    const person = await personWith();
    const { invitation } = await keeper.ask<{ invitation: string }>('people.invite', { id: person.id });
    await world.stranger.tell('people.acceptInvitation', { token: invitation, password: 'another one' });
    expect((await person.tell('people.me')).status).toBe(401);
    expect((await signIn(person.email, 'another one')).status).toBe(200);
  });

  it('a person without an e-mail is given work and no link', async () => {
    const made = await keeper.ask<{ id: number; invitation: string | null }>('people.create', {
      name: 'Без почты',
      roleId: 2,
    });
    expect(made.invitation).toBeNull();
    expect(await codeOf(keeper.tell('people.invite', { id: made.id }))).toBe('person.noEmail');
    await makeTask(world, { managerId: made.id });
  });
});
