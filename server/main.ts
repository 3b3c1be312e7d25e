// Reads the environment, starts the database where none is given, and opens the house. The only reader of process.env.
import { join } from 'node:path';
import { openApp } from './app.ts';
import { systemClock } from './platform/clock.ts';
import type { ConnectionTarget } from './platform/db/connection.ts';
import {
  defaultDataRoot,
  type EmbeddedDatabase,
  makeRoot,
  startEmbedded,
} from './platform/db/embedded/index.ts';
import { ensureDatabase } from './platform/db/ensure-database.ts';
import { openLog } from './platform/log.ts';
import { readKey } from './platform/secrets.ts';

const { env } = process;
const log = openLog(env.VORONKA_LOG ?? 'info');
const port = Number(env.VORONKA_PORT ?? 4600);
const host = env.VORONKA_HOST ?? '127.0.0.1';
const dataRoot = defaultDataRoot(env);

async function databaseOf(): Promise<{ target: ConnectionTarget; embedded: EmbeddedDatabase | null }> {
  if (env.DATABASE_URL) return { target: { url: env.DATABASE_URL }, embedded: null };
  const embedded = await startEmbedded({ root: dataRoot });
  const server = { ...embedded.connection, database: 'postgres' };
  await ensureDatabase(server, 'voronka');
  return { target: { ...server, database: 'voronka' }, embedded };
}

async function start(): Promise<void> {
  makeRoot(dataRoot);
  const { target, embedded } = await databaseOf();
  const app = await openApp({
    target,
    key: readKey(env.VORONKA_KEY, dataRoot),
    clock: systemClock,
    log,
    screens: join(import.meta.dirname, '../dist/web'),
    trustProxy: env.VORONKA_PROXY === '1',
    secureCookies: env.VORONKA_TLS === '1',
    jobs: !env.VORONKA_ROLES || env.VORONKA_ROLES.split(',').includes('jobs'),
    connections: { writer: 6, reader: 6 },
  });
  await app.server.listen({ port, host });
  const { rows } = await app.house.reader.query('select count(*) as people from people');
  greet(Number(rows[0].people) === 0);
  stopOnSignal(async () => {
    await app.close();
    await embedded?.stop();
  });
}

function greet(empty: boolean): void {
  const address = `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}/`;
  const lines = empty
    ? [
        `  Voronka is ready: ${address}`,
        '  Open it in a browser: the first page makes the first user.',
        '  Воронка готова: откройте адрес в браузере, первая страница заведёт первого пользователя.',
      ]
    : [`  Voronka is ready: ${address}`];
  process.stdout.write(`\n${lines.join('\n')}\n  Ctrl+C stops it.\n\n`);
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error) => fail(error),
      );
    });
}

function fail(error: Error): never {
  log.fatal({ error: error.message, stack: error.stack }, 'main.failed');
  process.stderr.write(`\n  ${error.message}\n\n`);
  process.exit(1);
}

start().catch(fail);
