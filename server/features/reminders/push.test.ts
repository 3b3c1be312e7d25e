// Push: what reaches a browser's push service, sealed and signed; what becomes of browsers that are gone.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { runDueTurns } from '../../platform/schedule.ts';
import { makeTask } from '../../testing/examples.ts';
import { claimsOf, openBrowser, openPushService, type PushService } from '../../testing/push-service.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { pushDue } from './push.ts';

let world: World;
let service: PushService;
const key = Buffer.alloc(32, 7);
let now = Temporal.Instant.from('2026-11-24T07:00:00Z');
beforeAll(async () => {
  service = await openPushService();
  world = await makeWorld();
  await goOn(1);
});
beforeEach(async () => {
  await world.app.house.writer.query('delete from push_subscriptions');
  service.received.length = 0;
  service.answers(201);
});
afterAll(async () => {
  await world.close();
  await service.close();
});

async function goOn(minutes: number): Promise<void> {
  now = now.add({ minutes });
  world.clock.set(now.toString());
  await runDueTurns(world.app.house);
}
const push = () => pushDue(world.app.house, { key, agent: service.agent });
const inMinutes = (minutes: number) => now.add({ minutes }).toString();
const count = async (table: string) =>
  Number((await world.app.house.writer.query(`select count(*) as n from ${table}`)).rows[0].n);

async function subscribe(name: string) {
  const browser = openBrowser();
  const endpoint = service.endpoint(name);
  const { id } = await world.keeper.ask<{ id: number }>('reminders.subscribe', {
    endpoint,
    keys: browser.keys,
    agent: 'Firefox',
  });
  return { id, ...browser };
}

type Text = { title: string; body: string; tag: string; url: string };

describe('T-11 O-03 a push', () => {
  it('arrives sealed for that browser and signed by this house, once', async () => {
    const browser = await subscribe('one');
    const id = await makeTask(world, {
      description: 'Позвонить «Граниту»\nвторая',
      at: inMinutes(5),
      remind: 0,
    });
    await goOn(5);
    await push();
    await push();
    expect(service.received.length).toBe(1);
    const [{ path, headers, body } = {} as never] = service.received;
    expect(path).toBe('/one');
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '3600', urgency: 'high' });
    expect(body.includes('Гранит')).toBe(false);
    const text = JSON.parse(browser.open(body)) as Text;
    expect(text).toMatchObject({ title: 'Позвонить «Граниту»', url: `/tasks?card=tasks.${id}` });
    expect(text.body).toMatch(/^Когда: 24 нояб\.?,? 10:06$/);
    expect(headers.topic).toBe(text.tag);
    const { key: publicKey } = await world.keeper.ask<{ key: string }>('reminders.push');
    const claims = claimsOf(headers.authorization ?? '', publicKey);
    expect(claims).toMatchObject({
      aud: new URL(service.endpoint('')).origin,
      sub: 'mailto:keeper@test.example',
    });
    expect(claims.exp * 1000).toBeLessThanOrEqual(Date.now() + 24 * 3_600_000);
    expect(() => claimsOf(headers.authorization ?? '', openBrowser().keys.p256dh)).toThrow();
  });

  it('W-03 names the day of the firm to a reader in another zone', async () => {
    await world.keeper.ask('tasks.delete', { chosen: { view: { d: 'all' }, except: [] } });
    const { appearance } = await world.keeper.ask<{ appearance: object }>('people.me');
    await world.keeper.ask('people.changeAppearance', { ...appearance, timeZone: 'America/New_York' });
    const browser = await subscribe('west');
    await makeTask(world, { description: 'За день', at: '2026-11-23T21:00:00Z', hasTime: false });
    await goOn(26 * 60);
    await push();
    const text = JSON.parse(browser.open(service.received[0]?.body as Buffer)) as Text;
    expect(text.body).toMatch(/^Просрочена: 24 нояб/);
    await world.keeper.ask('people.changeAppearance', appearance);
    await world.keeper.ask('reminders.read', { ids: null });
  });

  it('of many at once is one that says how many', async () => {
    const browser = await subscribe('many');
    for (let n = 0; n < 5; n++) await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    await push();
    expect(service.received.map(({ body }) => JSON.parse(browser.open(body)).title)).toEqual([
      'Напоминаний: 5',
    ]);
  });

  it('speaks of nothing that was done meanwhile', async () => {
    await subscribe('done');
    const id = await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    await world.keeper.ask('tasks.complete', { id, results: '' });
    await push();
    expect(service.received).toEqual([]);
    expect(await count('push_messages')).toBe(0);
  });

  it('R-04 is sent by one of many processes', async () => {
    await subscribe('race');
    await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    const other = await world.another();
    await Promise.all([push(), push(), pushDue(other.house, { key, agent: service.agent })]);
    await other.close();
    expect(service.received.length).toBe(1);
  });
});

describe('T-11 O-03 a push service that', () => {
  it.each([404, 410])('answers %i has forgotten the browser, and so has the house', async (status) => {
    await subscribe('gone');
    await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    service.answers(status);
    await push();
    expect([await count('push_subscriptions'), await count('push_messages')]).toEqual([0, 0]);
  });

  it.each([500, 429])('answers %i is asked again later, with pauses, for an hour', async (status) => {
    await subscribe('busy');
    await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    service.answers(status);
    await push();
    await push();
    expect(service.received.length).toBe(1);
    await goOn(1);
    await push();
    expect(service.received.length).toBe(2);
    await goOn(61);
    await push();
    expect([service.received.length, await count('push_messages')]).toEqual([3, 0]);
    expect(await count('push_subscriptions')).toBe(1);
  });

  it('talks on, or never answers, keeps nobody from theirs', async () => {
    for (const name of ['endless', 'silent', 'good']) await subscribe(name);
    await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    await pushDue(world.app.house, { key, agent: service.agent, within: 500 });
    expect(service.received.map(({ path }) => path).sort()).toEqual(['/endless', '/good', '/silent']);
    const { rows } = await world.app.house.writer.query(
      'select s.endpoint from push_messages m join push_subscriptions s on s.id = m.subscription_id',
    );
    expect(rows.map(({ endpoint }) => endpoint)).toEqual([service.endpoint('silent')]);
  });

  it('belongs to a browser whose key is none keeps nobody from theirs', async () => {
    const { id } = await subscribe('keyless');
    await subscribe('good');
    const key65 = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)]).toString('base64url');
    await world.app.house.writer.query('update push_subscriptions set p256dh = $1 where id = $2', [
      key65,
      id,
    ]);
    await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    await push();
    expect(service.received.map(({ path }) => path)).toEqual(['/good']);
  });

  it('refuses the message is not asked again', async () => {
    await subscribe('no');
    await makeTask(world, { at: inMinutes(5), remind: 0 });
    await goOn(5);
    service.answers(403);
    await push();
    expect([service.received.length, await count('push_messages')]).toEqual([1, 0]);
  });
});

describe('T-11 O-03 a browser', () => {
  it('is refused where its address is none of the public internet, or its key is no key', async () => {
    const { keys } = openBrowser();
    for (const endpoint of [
      'http://push.test.example/a',
      'https://127.0.0.1/a',
      'https://localhost/a',
      'x',
    ]) {
      const { refusal } = await world.keeper.tell('reminders.subscribe', { endpoint, keys, agent: '' });
      expect(refusal?.faults).toEqual([{ path: 'endpoint', code: 'reminder.badService' }]);
    }
    const endpoint = service.endpoint('a');
    const bad = { endpoint, keys: { ...keys, p256dh: 'B'.repeat(87) }, agent: '' };
    expect((await world.keeper.tell('reminders.subscribe', bad)).refusal?.faults).toMatchObject([
      { path: 'keys.p256dh' },
    ]);
  });

  it('belongs to who uses it now, can be taken away by them alone, and ends with the sign-in', async () => {
    await subscribe('shared');
    const anna = await world.join('Анна', rightsAtLevel('own'));
    const { keys } = openBrowser();
    const endpoint = service.endpoint('shared');
    const { id } = await anna.ask<{ id: number }>('reminders.subscribe', { endpoint, keys, agent: 'Safari' });
    const rowsOf = async (person: typeof anna) =>
      (await person.ask<{ rows: { id: number }[] }>('reminders.push')).rows.map((row) => row.id);
    expect([await rowsOf(world.keeper), await rowsOf(anna)]).toEqual([[], [id]]);
    expect((await world.keeper.tell('reminders.unsubscribe', { id })).status).toBe(404);
    await anna.ask('people.signOut');
    expect(await count('push_subscriptions')).toBe(0);
  });

  it('keys of the house are sealed, and the same at every start', async () => {
    const { rows } = await world.app.house.writer.query('select sealed_private_key as sealed from push_keys');
    expect(rows.length).toBe(1);
    const before = await world.keeper.ask<{ key: string }>('reminders.push');
    await (await world.another()).close();
    expect(await world.keeper.ask('reminders.push')).toEqual(before);
    expect(Buffer.from(before.key, 'base64url').length).toBe(65);
    expect(rows[0].sealed.length).toBe(12 + 16 + 43);
  });
});
