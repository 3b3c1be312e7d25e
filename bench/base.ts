// The server under measurement: a process of its own with its own data, spoken to over HTTP; and a bare connection to the same database.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** What a screen is told: the ids of what has changed. */
export type Told = { ids: number[] | null }[];

export type Base = {
  pool: pg.Pool;
  /** Asks and gives the body; throws on anything but 200. */
  ask(name: string, parameters?: Record<string, string>): Promise<string>;
  /** Bears a key of its own, as the screens send it. */
  call(name: string, input: object): Promise<string>;
  /** Brings a file in, for an import. */
  upload(name: string, text: string): Promise<string>;
  /** A screen that is told what happens; returns how it leaves. */
  listen(hear: (told: Told) => void): Promise<() => void>;
  stop(): Promise<void>;
};

const port = 4690;
const main = fileURLToPath(new URL('../server/main.ts', import.meta.url));
const person = { email: 'bench@test.example', password: 'bench password' };
const startFor = 60_000; // ms

export async function startBase(folder: string | undefined): Promise<Base> {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'voronka-bench-'));
  const server = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE ?? '').split(' ').filter(Boolean), main],
    {
      env: { ...process.env, VORONKA_DATA: data, VORONKA_PORT: String(port), VORONKA_LOG: 'warn' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await answering(server);
  const cookie = await signIn();
  const password = readFileSync(join(data, 'db-password'), 'utf8').trim();
  const pool = new pg.Pool({
    host: join(data, 'run'),
    port: 5432,
    user: 'voronka',
    password,
    database: 'voronka',
    max: 4,
  });
  return {
    pool,
    ask: (name, parameters = {}) =>
      send('GET', `/api/${name}?${new URLSearchParams(parameters)}`, { cookie }),
    call: (name, input) =>
      send('POST', `/api/${name}`, { cookie, body: JSON.stringify(input), key: randomUUID() }),
    upload: (name, text) =>
      send('PUT', `/files?${new URLSearchParams({ name })}`, {
        cookie,
        body: text,
        type: 'application/octet-stream',
      }),
    listen: (hear) => listen(cookie, hear),
    async stop() {
      await pool.end();
      await ended(server);
      if (!folder && existsSync(data)) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** What each answer says of the time it took at the server, milliseconds, in the order of the answers. */
export const served: number[] = [];

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

type Sent = {
  cookie?: string | undefined;
  body?: string | undefined;
  /** Of the body; JSON where it is left out. */
  type?: string | undefined;
  key?: string | undefined;
};

function send(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  { cookie, body, type, key }: Sent,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...(body ? { 'content-type': type ?? 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    };
    const asked = request({ host: '127.0.0.1', port, method, path, agent, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        served.push(Number(/dur=([\d.]+)/.exec(String(answer.headers['server-timing']))?.[1] ?? Number.NaN));
        if (answer.statusCode === 200) resolve(answer.headers['set-cookie']?.[0]?.split(';')[0] ?? text);
        else reject(new Error(`${path}: ${answer.statusCode} ${text}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Open screens hold a connection each, beside those that ask. */
function listen(cookie: string, hear: (told: Told) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/live', agent: false, headers: { cookie } });
    asked.on('error', reject);
    asked.on('response', (answer) => {
      let rest = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        const lines = (rest + piece).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) if (line.startsWith('data: ')) hear(JSON.parse(line.slice(6)));
      });
      resolve(() => asked.destroy());
    });
    asked.end();
  });
}

async function answering(server: ChildProcess): Promise<void> {
  const until = Date.now() + startFor;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error('the server ended');
    const found = await send('GET', '/health', {}).catch(() => null);
    if (found) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not start');
}

/** Sets the firm up the first time. */
async function signIn(): Promise<string> {
  const door = JSON.parse(await send('GET', '/api/people.door', {}));
  const firm = { firmName: 'Bench', locale: 'ru', timeZone: 'Europe/Moscow', country: 'RU', name: 'Bench' };
  const body = JSON.stringify(door.isSetUp ? person : { ...firm, ...person });
  return send('POST', door.isSetUp ? '/api/people.signIn' : '/api/people.setUp', { body });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.on('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
