// Reads the environment, starts the database where none is given, and opens the house. The only reader of process.env.
import { join } from 'node:path';
import { type App, openApp } from './app.ts';
import { listenFault, mustBeFree } from './doorstep.ts';
import { systemClock } from './platform/clock.ts';
import { type ConnectionTarget, openClient } from './platform/db/connection.ts';
import {
  type EmbeddedDatabase,
  EmbeddedFault,
  makeRoot,
  startEmbedded,
} from './platform/db/embedded/index.ts';
import { ensureDatabase } from './platform/db/ensure-database.ts';
import { openLog } from './platform/log.ts';
import { readKey } from './platform/secrets.ts';
import { readSettings, SettingFault, type Settings } from './settings.ts';

let log = openLog('info');

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  log = openLog(settings.logLevel);
  await mustBeFree(settings);
  const dataRoot = makeRoot(settings.dataRoot);
  const { target, embedded } = await databaseOf(settings);
  const app = await openHouse(settings, target, dataRoot);
  await app.server.listen(settings).catch((error) => {
    throw listenFault(error, settings);
  });
  const { rows } = await app.house.reader.query('select count(*) as people from people');
  greet(settings, Number(rows[0].people) === 0);
  stopOnSignal(async () => {
    await app.close();
    await embedded?.stop();
  });
}

type Database = { target: ConnectionTarget; embedded: EmbeddedDatabase | null };

async function databaseOf({ databaseUrl, dataRoot }: Settings): Promise<Database> {
  if (databaseUrl) return { target: await answering({ url: databaseUrl }), embedded: null };
  const embedded = await startEmbedded({ root: dataRoot });
  const server = { ...embedded.connection, database: 'postgres' };
  await ensureDatabase(server, 'voronka');
  return { target: { ...server, database: 'voronka' }, embedded };
}

async function answering(target: ConnectionTarget): Promise<ConnectionTarget> {
  const client = await openClient(target).catch((error) => {
    const reason = error.message || error.code; // several addresses that all refuse have no message of their own
    throw new SettingFault(`The PostgreSQL that DATABASE_URL names takes no connection: ${reason}.`);
  });
  await client.end();
  return target;
}

async function openHouse(settings: Settings, target: ConnectionTarget, dataRoot: string): Promise<App> {
  return openApp({
    target,
    key: readKey(settings.key, dataRoot),
    clock: systemClock,
    log,
    screens: join(import.meta.dirname, '../dist/web'),
    trustProxy: settings.trustProxy,
    secureCookies: settings.secureCookies,
    jobs: settings.jobs,
    connections: { writer: 6, reader: 6 },
  });
}

function greet({ host, port }: Settings, empty: boolean): void {
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
      stop().then(() => process.exit(0), fail);
    });
}

function fail(error: Error): never {
  const isPlain = error instanceof SettingFault || error instanceof EmbeddedFault;
  if (!isPlain) log.fatal({ error: error.message, stack: error.stack }, 'main.failed');
  process.stderr.write(`\n  ${error.message}\n\n`);
  process.exit(1);
}

start().catch(fail);
