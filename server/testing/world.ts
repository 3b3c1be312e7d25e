// A world of its own for a test file: a fresh database, the real app without a socket, people who speak to it through HTTP.
import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import type { Rights } from '../../contract/kit/rights.ts';
import { type App, openApp } from '../app.ts';
import type { Clock } from '../platform/clock.ts';
import { type ConnectionTarget, openClient } from '../platform/db/connection.ts';
import { sessionCookie } from '../platform/http.ts';
import { runNext } from '../platform/jobs.ts';
import { type Limits, noLimits } from '../platform/limits.ts';
import { openLog } from '../platform/log.ts';
import { type Answer, speak } from './speak.ts';

/** A Monday, 14:00 in Moscow. */
export const testNow = '2026-11-23T11:00:00Z';

export type Person = {
  id: number;
  session: string;
  /** Asks and expects success; throws with the refusal otherwise. */
  ask<T = Record<string, never>>(name: string, input?: object): Promise<T>;
  /** Asks and gives whatever came. */
  tell(name: string, input?: object, headers?: Record<string, string>): Promise<Answer>;
};

export type World = {
  app: App;
  clock: { set(moment: string): void };
  keeper: Person;
  /** A new person with a role of these rights, signed in. */
  join(name: string, rights: Rights, groupId?: number | null): Promise<Person>;
  stranger: Person;
  /** Runs all due jobs to the end; throws where one has failed. */
  settle(): Promise<void>;
  /** A second process of the same house; the test closes it. */
  another(jobs?: boolean): Promise<App>;
  close(): Promise<void>;
};

function movableClock(start: string): Clock & { set(moment: string): void } {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    set(moment) {
      now = Temporal.Instant.from(moment);
    },
  };
}

/** A clone of the template database. */
export async function freshDatabase(): Promise<ConnectionTarget> {
  const server = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = await openClient(server);
  await client.query('select pg_advisory_lock(7214009)');
  await client.query(`create database ${name} template ${inject('template')}`);
  await client.end();
  return { ...server, database: name };
}

export const keeperEmail = 'keeper@test.example';
export const testPassword = 'correct horse';

type Process = { target: ConnectionTarget; clock: Clock; limits: Limits; screens: string | null };

function openProcess({ target, clock, limits, screens }: Process, jobs: boolean): Promise<App> {
  return openApp({
    target,
    key: Buffer.alloc(32, 7),
    clock,
    log: openLog(process.env.VORONKA_LOG ?? 'silent'),
    screens,
    trustProxy: false,
    secureCookies: false,
    jobs,
    limits,
    connections: { writer: 4, reader: 4 },
  });
}

/** An app on a fresh database with a firm (Russian, Moscow) and its keeper. */
export async function makeWorld(
  options: { jobs?: boolean; locale?: 'ru' | 'en'; limits?: Limits; screens?: string } = {},
): Promise<World> {
  const clock = movableClock(testNow);
  const limits = options.limits ?? noLimits;
  const { screens = null, jobs = false } = options;
  const app = await openProcess({ target: await freshDatabase(), clock, limits, screens }, jobs);
  const stranger = speak(app, 0, '');
  const locale = options.locale ?? 'ru';
  const first = await stranger.tell('people.setUp', {
    firmName: 'Ромашка',
    locale,
    timeZone: 'Europe/Moscow',
    country: 'RU',
    name: 'Хозяйка Дома',
    email: keeperEmail,
    password: testPassword,
  });
  const keeper = speak(app, 1, first.session ?? '');
  const world: World = {
    app,
    clock,
    keeper,
    stranger,
    join: (name, rights, groupId = null) => joinWorld(world, { name, rights, groupId }),
    settle: () => settle(app),
    another: (jobs = false) => openProcess({ target: app.house.target, clock, limits, screens }, jobs),
    close: () => app.close(),
  };
  await world.settle();
  return world;
}

async function joinWorld(
  { app, keeper, stranger }: World,
  person: { name: string; rights: Rights; groupId: number | null },
): Promise<Person> {
  const { name, rights, groupId } = person;
  const role = await keeper.ask<{ id: number }>('people.createRole', {
    name: `role ${name} ${randomUUID()}`,
    rights,
  });
  const email = `${randomUUID()}@test.example`;
  const made = await keeper.ask<{ id: number; invitation: string }>('people.create', {
    name,
    email,
    groupId,
    roleId: role.id,
  });
  const accepted = await stranger.tell('people.acceptInvitation', {
    token: made.invitation,
    password: testPassword,
  });
  return speak(app, made.id, accepted.session ?? '');
}

async function settle({ house }: App): Promise<void> {
  while (await runNext(house));
  const { rows } = await house.writer.query('select listener, last_fault from jobs where attempts > 0');
  if (rows.length > 0) throw new Error(`jobs failed: ${JSON.stringify(rows)}`);
}

export { sessionCookie };
