// The real product for a journey: the server in a process of its own over an empty database, people in real browsers.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Commands, Queries } from '../contract/api.ts';
import { watchFaults } from './faults.ts';

type Locale = 'ru' | 'en';

export type Look = { width?: number; height?: number; dark?: boolean; locale?: Locale };

/** Somebody at a screen of their own. */
export type Person = {
  name: string;
  email: string;
  password: string;
  page: Page;
  context: BrowserContext;
  /** Opens a place by its path. */
  opens(path: string): Promise<void>;
  /** Prepares what a journey is not about, through the same door as the screens. */
  calls<Name extends keyof Commands>(
    name: Name,
    input: Commands[Name]['input'],
  ): Promise<Commands[Name]['output']>;
  asks<Name extends keyof Queries>(
    name: Name,
    input: Queries[Name]['input'],
  ): Promise<Queries[Name]['output']>;
  /** Says beforehand that the house will refuse this request. */
  willBeRefused(name: keyof Commands | keyof Queries | `${string}.pdf`): void;
};

export type Stage = {
  address: string;
  /** The first person makes the firm; the empty house stays for journeys that begin before it. */
  person(look?: Look): Promise<Person>;
  /** A browser with nobody signed in. */
  stranger(look?: Look): Promise<Person>;
  /** What went wrong on any page since the last time this was asked; a failed test leaves pictures of all pages. */
  faults(task?: { name: string; result?: { state: string } | undefined }): Promise<string[]>;
  close(): Promise<void>;
};

/** How long a screen may take to show what is expected; milliseconds. */
const patience = Number(process.env.VORONKA_E2E_PATIENCE ?? 15_000);

export const password = 'длинный пароль 7';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `embedded`: the house makes its database itself, as on a fresh machine; else it gets one of the run's, which takes seconds less. */
export async function openStage({
  locale = 'ru',
  embedded = false,
}: {
  locale?: Locale;
  embedded?: boolean;
} = {}): Promise<Stage> {
  const house = await startHouse(embedded ? {} : { DATABASE_URL: await databaseUrl() });
  const executablePath = process.env.VORONKA_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: flags });
  const faults: string[] = [];
  const stranger = (look: Look = {}) => seat(browser, house.address, { locale, ...look }, faults);
  const person = async (look?: Look) => {
    const vera = await stranger(look);
    await vera.calls('people.setUp', {
      firmName: locale === 'ru' ? 'Северный ветер' : 'North Wind',
      locale,
      timeZone: 'Europe/Moscow',
      country: locale === 'ru' ? 'RU' : 'GB',
      name: vera.name,
      email: vera.email,
      password: vera.password,
    });
    await until(async () => (await vera.asks('directories.list', {})).rows.length > 0);
    return vera;
  };
  return {
    address: house.address,
    person,
    stranger,
    async faults(task) {
      if (task?.result?.state === 'fail') await leavePictures(browser, task.name);
      return faults.splice(0);
    },
    async close() {
      await browser.close();
      await house.stop();
    },
  };
}

async function seat(browser: Browser, address: string, look: Look, faults: string[]): Promise<Person> {
  const { width = 1440, height = 900, dark = false, locale = 'ru' } = look;
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: locale === 'ru' ? 'ru-RU' : 'en-GB',
    timezoneId: 'Europe/Moscow',
    hasTouch: width < 641,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patience);
  const refused = new Set(['people.me']);
  context.on('page', (each) => watchFaults(each, refused, faults));
  const page = await context.newPage();
  return {
    name: locale === 'ru' ? 'Вера Ильина' : 'Vera Ilina',
    email: 'vera@example.com',
    password,
    page,
    context,
    async opens(path) {
      await page.goto(path);
    },
    async calls(name, input) {
      const answer = await context.request.post(`/api/${name}`, {
        data: input,
        headers: { 'idempotency-key': crypto.randomUUID(), origin: address },
      });
      if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`);
      return answer.json();
    },
    async asks(name, input) {
      const answer = await context.request.get(`/api/${name}`, { params: parametersOf(input) });
      if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`);
      return answer.json();
    },
    willBeRefused: (name) => void refused.add(name),
  };
}

/** A view is asked by its own parameters, all else by one `input`. */
function parametersOf(input: object): Record<string, string> {
  const values = Object.values(input);
  if (values.length === 0) return {};
  if (values.every((value) => typeof value === 'string')) return input as Record<string, string>;
  return { input: JSON.stringify(input) };
}

/** Waits for what comes by itself; a journey that never gets it fails by its own time limit. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function leavePictures(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const file = (at: number) =>
    `../.cache/screens/failed/${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}-${at}.png`;
  for (const [at, page] of pages.entries())
    await page.screenshot({ path: join(import.meta.dirname, file(at)) }).catch(() => undefined);
}

type House = { address: string; stop(): Promise<void> };

/** The address of a database of the run's PostgreSQL, empty but for the schema. */
async function databaseUrl(): Promise<string> {
  const { host = '', port, user = '', password: secret = '', ...rest } = inject('testServer');
  const client = new Client({ host, user, password: secret, ...rest, ...(port ? { port } : {}) });
  const name = `journey_${crypto.randomUUID().replaceAll('-', '')}`;
  await client.connect();
  await client.query(`create database ${name} template ${inject('template')}`);
  await client.end();
  const door = `${encodeURIComponent(user)}:${encodeURIComponent(secret)}`;
  return `postgres://${door}@localhost:${port}/${name}?${new URLSearchParams({ host })}`;
}

async function startHouse(more: NodeJS.ProcessEnv): Promise<House> {
  const data = mkdtempSync(join(tmpdir(), 'voronka-e2e-'));
  const port = await freePort();
  const { DATABASE_URL: _, ...env } = process.env;
  const main = join(import.meta.dirname, '../server/main.ts');
  const server = spawn(process.execPath, [main], {
    env: {
      ...env,
      ...more,
      NODE_ENV: 'production',
      VORONKA_DATA: data,
      VORONKA_PORT: String(port),
      VORONKA_LOG: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(server);
  return {
    address: `http://localhost:${port}`,
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      if (server.exitCode === null && server.kill('SIGTERM')) await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Resolves when the greeting is printed; fails with what the server said when it ends before. */
function ready(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('Voronka is ready')) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
