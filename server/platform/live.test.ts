// Live screens: who hears of what, in every process of the house, and when a screen is let go.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missedEvents, type Said } from '../../contract/kit/live.ts';
import { type Level, type Rights, rightsAtLevel } from '../../contract/kit/rights.ts';
import type { App } from '../app.ts';
import { makeClient, makeGroup, makeTask } from '../testing/examples.ts';
import { makeWorld, type Person, sessionCookie, testNow, type World } from '../testing/world.ts';
import { runDueTurns } from './schedule.ts';

let world: World;
let second: App;
beforeAll(async () => {
  world = await makeWorld();
  second = await world.another();
  for (const { server } of [world.app, second]) await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await second.close();
  await world.close();
});

type Screen = {
  status: number;
  said: Said[];
  isOpen(): boolean;
  hasHeard(name: string): Promise<Said>;
  close(): void;
};

/** Opens a screen of the person on one of the processes, over a real socket. */
async function watch(
  person: Pick<Person, 'session'>,
  app: App = world.app,
  since: string | number = 0,
): Promise<Screen> {
  await quiet();
  const { port } = app.server.server.address() as { port: number };
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        path: `/live?since=${encodeURIComponent(since)}`,
        headers: { cookie: `${sessionCookie}=${person.session}` },
      },
      (answer) => {
        const said: Said[] = [];
        let open = true;
        // A message may come in pieces.
        let begun = '';
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => {
          const whole = (begun + text).split('\n\n');
          begun = whole.pop() ?? '';
          for (const message of whole)
            for (const [, json] of message.matchAll(/^data: (.*)$/gm))
              said.push(...JSON.parse(json as string));
        });
        answer.on('close', () => {
          open = false;
        });
        const hasHeard = (name: string) =>
          expect
            .poll(() => said.find((each) => each.name === name), { timeout: 10_000 })
            .toBeDefined()
            .then(() => said.find((each) => each.name === name) as Said);
        resolve({
          status: answer.statusCode ?? 0,
          said,
          isOpen: () => open,
          hasHeard,
          close: () => asked.destroy(),
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** What happened until now has been heard by all processes, so that no late word of it closes a screen opened next. */
async function quiet(): Promise<void> {
  const mark = Math.floor(Math.random() * 1e12);
  const heard = [world.app, second].map(
    ({ house }) =>
      new Promise<void>((resolve) => {
        const stop = house.waker.hear((told) => {
          if (!told.some(({ ids }) => ids?.includes(mark))) return;
          stop();
          resolve();
        });
      }),
  );
  world.app.house.waker.tell([{ name: 'test.quiet', ids: [mark] }]);
  await Promise.all(heard);
}

const viewing = (level: Level): Rights => ({
  ...rightsAtLevel('none'),
  tasks: { ...rightsAtLevel('none').tasks, view: level },
  clients: { ...rightsAtLevel('none').clients, view: level },
});

describe('K-06 a screen', () => {
  it('hears what happens in its own process and in every other', async () => {
    const screens = [await watch(world.keeper), await watch(world.keeper), await watch(world.keeper, second)];
    const id = await makeTask(world);
    for (const screen of screens)
      expect(await screen.hasHeard('task.created')).toEqual({ name: 'task.created', of: 'tasks', ids: [id] });
    for (const screen of screens) screen.close();
  });

  it('hears of a change of many without their numbers where these are too many', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 201; n++) ids.push(await makeTask(world, { description: 'много' }));
    const screen = await watch(world.keeper, second);
    await world.keeper.ask('tasks.changeMany', { chosen: { ids }, set: { results: 'р' } });
    expect(await screen.hasHeard('task.changed')).toEqual({ name: 'task.changed', of: 'tasks', ids: null });
    screen.close();
  });

  it('W-06 of whoever sees but their own or their group’s hears that the examples are gone', async () => {
    await world.keeper.ask('demo.fill');
    const screen = await watch(await world.join('Смотрит своё', viewing('own')));
    await world.keeper.ask('demo.remove');
    expect(await screen.hasHeard('task.changed')).toEqual({ name: 'task.changed', of: 'tasks', ids: null });
    screen.close();
  });

  it('T-07 asks anew when the firm’s day begins, in every process, and not at another quarter of an hour', async () => {
    const at = async (moment: string) => {
      world.clock.set(moment);
      await runDueTurns(world.app.house);
    };
    await at('2026-11-24T20:44:00Z');
    const screens = [await watch(world.keeper), await watch(world.keeper, second)];
    await at('2026-11-24T20:45:05Z');
    await quiet();
    expect(screens.map((screen) => screen.isOpen())).toEqual([true, true]);
    await at('2026-11-24T21:00:05Z');
    await expect.poll(() => screens.map((screen) => screen.isOpen())).toEqual([false, false]);
    // A house that slept over midnight makes up for it.
    const late = await watch(world.keeper);
    await at('2026-11-26T05:20:00Z');
    await expect.poll(() => late.isOpen()).toBe(false);
    expect(await world.keeper.ask('people.me')).toMatchObject({ today: '2026-11-26' });
    await at(testNow);
  });

  it('hears of many events at once in as many messages as they need', async () => {
    const screen = await watch(world.keeper, second);
    const events = Array.from({ length: 60 }, (_, n) => ({
      name: 'task.changed',
      ids: Array.from({ length: 150 }, (_none, m) => 10_000_000 + n * 200 + m),
      owners: [1],
    }));
    world.app.house.waker.tell(events);
    await expect
      .poll(() => screen.said.flatMap(({ ids }) => ids ?? []).length, { timeout: 10_000 })
      .toBe(60 * 150);
    screen.close();
  });

  it('hears what happened between its asking and its coming, in any process, and nothing of before', async () => {
    const before = await makeTask(world);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const asked = performance.now();
    const id = await makeTask(world);
    const since = () => Math.ceil(performance.now() - asked + 50);
    for (const app of [world.app, second]) {
      await quiet();
      const screen = await watch(world.keeper, app, since());
      expect(await screen.hasHeard('task.created')).toEqual({ name: 'task.created', of: 'tasks', ids: [id] });
      expect(screen.said.flatMap(({ ids }) => ids ?? [])).not.toContain(before);
      screen.close();
    }
  });

  it('is told to ask anew where what it may have missed is not known any more, or its rights were others', async () => {
    const late = await watch(world.keeper, world.app, 999_999);
    expect(await late.hasHeard(missedEvents)).toEqual({ name: missedEvents, of: '', ids: null });
    late.close();
    const asked = performance.now();
    const other = await world.join('Новые права', viewing('own'));
    const screen = await watch(other, second, Math.ceil(performance.now() - asked + 50));
    await screen.hasHeard(missedEvents);
    screen.close();
    expect((await watch(world.keeper, world.app, 'вчера')).status).toBe(422);
  });

  it('is not for strangers', async () => {
    expect((await watch({ session: 'none' })).status).toBe(401);
  });
});

describe('B-09 a screen hears only of what its person may see', () => {
  it('own, group and none', async () => {
    const groupId = await makeGroup(world, { tree: 'managers' });
    const [own, group, none] = [
      await world.join('Свой', viewing('own'), groupId),
      await world.join('Группа', viewing('group'), groupId),
      await world.join('Никто', viewing('none'), groupId),
    ];
    const screens = {
      own: await watch(own),
      group: await watch(group, second),
      none: await watch(none),
      keeper: await watch(world.keeper),
    };
    const foreign = await makeTask(world);
    const colleague = await makeTask(world, { managerId: group.id });
    const mine = await makeTask(world, { managerId: own.id });
    await makeClient(world, { responsibleId: own.id });
    for (const screen of [screens.own, screens.group, screens.keeper])
      await screen.hasHeard('client.created');
    const idsOf = (screen: Screen) =>
      screen.said.filter(({ name }) => name === 'task.created').flatMap(({ ids }) => ids);
    expect(idsOf(screens.keeper)).toEqual([foreign, colleague, mine]);
    expect(idsOf(screens.group)).toEqual([colleague, mine]);
    expect(idsOf(screens.own)).toEqual([mine]);
    expect(screens.none.said).toEqual([]);
    await world.keeper.ask('tasks.changeMany', { chosen: { ids: [foreign, mine] }, set: { results: 'р' } });
    expect(await screens.own.hasHeard('task.changed')).toEqual({
      name: 'task.changed',
      of: 'tasks',
      ids: null,
    });
    for (const screen of Object.values(screens)) screen.close();
  });

  it('whose task is taken away hears of it, and who gets it too', async () => {
    const [from, to] = [await world.join('От', viewing('own')), await world.join('К', viewing('own'))];
    const id = await makeTask(world, { managerId: from.id });
    const screens = [await watch(from), await watch(to, second)];
    await world.keeper.ask('tasks.change', { id, version: 1, set: { managerId: to.id } });
    for (const screen of screens) await screen.hasHeard('task.changed');
    for (const screen of screens) screen.close();
  });

  it('a private view is its owner’s alone, a shared one everybody’s', async () => {
    const [owner, other] = [
      await world.join('Вид', viewing('none')),
      await world.join('Другой', viewing('none')),
    ];
    const screens = [await watch(owner), await watch(other)];
    const view = { of: 'tasks', name: 'в', parameters: {} };
    await owner.ask('views.create', { ...view, shared: false });
    await screens[0]?.hasHeard('view.created');
    expect(screens[1]?.said).toEqual([]);
    await world.keeper.ask('views.create', { ...view, shared: true });
    await screens[1]?.hasHeard('view.created');
    for (const screen of screens) screen.close();
  });
});

describe('R-05 a screen is let go', () => {
  const closes = (screen: Screen) => expect.poll(() => screen.isOpen(), { timeout: 10_000 }).toBe(false);

  it('with signing out, in every process', async () => {
    const person = await world.join('Уходит', viewing('all'));
    const screens = [await watch(person), await watch(person, second)];
    await person.tell('people.signOut');
    for (const screen of screens) await closes(screen);
    expect((await watch(person)).status).toBe(401);
  });

  it('with a block and with other rights', async () => {
    const person = await world.join('Блок', viewing('all'));
    const { rows } = await world.keeper.ask<{ rows: { id: number; version: number; name: string }[] }>(
      'people.roles',
    );
    const role = rows.find(({ name }) => name.startsWith('role Блок '));
    const first = await watch(person, second);
    await world.keeper.ask('people.changeRole', {
      id: role?.id,
      version: role?.version,
      set: { rights: viewing('own') },
    });
    await closes(first);
    const bystander = await watch(world.keeper, second);
    const again = await watch(person, second);
    await world.keeper.ask('people.block', { id: person.id, blocked: true });
    await closes(again);
    expect(bystander.isOpen()).toBe(true);
    bystander.close();
  });

  it('where its process may have missed something', async () => {
    const screen = await watch(world.keeper, second);
    const heard: string[] = [];
    second.house.waker.hear((told) => heard.push(...told.map(({ name }) => name)));
    await world.app.house.single.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    );
    await closes(screen);
    expect(heard).toContain(missedEvents);
    const back = await watch(world.keeper, second);
    await makeTask(world);
    await back.hasHeard('task.created');
    back.close();
  });

  it('when the house closes, which says what it has to say first', async () => {
    const third = await world.another();
    const screen = await watch(world.keeper);
    third.house.waker.tell([{ name: 'task.deleted', ids: [5], owners: [] }]);
    await third.close();
    expect(await screen.hasHeard('task.deleted')).toMatchObject({ ids: [5] });
    screen.close();
  });
});
