// Reads the environment, starts the database where none is given, and opens the house. The only reader of process.env.
import { join } from 'node:path';
import { type App, openApp } from './app.ts';
import { listenFault, mustBeFree } from './doorstep.ts';
import { systemClock } from './platform/clock.ts';
import { type ConnectionTarget, openClient } from './platform/db/connection.ts';
import { EmbeddedFault, makeRoot, startEmbedded } from './platform/db/embedded/index.ts';
import { ensureDatabase } from './platform/db/ensure-database.ts';
import { openLog } from './platform/log.ts';
import { readKey } from './platform/secrets.ts';
import { readSettings, SettingFault, type Settings } from './settings.ts';

/** What is open, to be closed from the last to the first: after a signal, and after a start that fails. */
const opened: (() => Promise<void>)[] = [];
let stopping = false;
/** Closing may wait in vain for a database that is gone. */
const patience = 15_000; // ms
let log = openLog('info');

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  log = openLog(settings.logLevel);
  await mustBeFree(settings);
  const dataRoot = makeRoot(settings.dataRoot);
  const target = await databaseOf(settings);
  if (stopping) return;
  const app = await openHouse(settings, target, dataRoot);
  if (stopping) return;
  await app.server.listen(settings).catch((error) => {
    throw listenFault(error, settings);
  });
  const { rows } = await app.house.reader.query('select count(*) as people from people');
  greet(settings, Number(rows[0].people) === 0);
}

async function databaseOf({ databaseUrl, dataRoot }: Settings): Promise<ConnectionTarget> {
  if (databaseUrl) return answering({ url: databaseUrl });
  const embedded = await startEmbedded({
    root: dataRoot,
    log: (line) => log.warn({ line }, 'database.embedded'),
    gaveUp: fail,
  });
  opened.push(() => embedded.stop());
  const server = { ...embedded.connection, database: 'postgres' };
  await ensureDatabase(server, 'voronka');
  return { ...server, database: 'voronka' };
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
  const app = await openApp({
    target,
    key: readKey(settings.key, dataRoot),
    clock: systemClock,
    log,
    screens: join(import.meta.dirname, '../dist/web'),
    trustProxy: settings.trustProxy,
    secureCookies: settings.secureCookies,
    jobs: settings.jobs,
    connections: { writer: 6, reader: 4 },
    limits: settings.limits,
  });
  opened.push(() => app.close());
  return app;
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

/** A step of the start that goes on is waited for: what it opens has to be closed too. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await starting;
  await closeAll();
  process.exit(0);
}

async function closeAll(): Promise<void> {
  for (let close = opened.pop(); close; close = opened.pop()) await close();
}

/** Says why, and leaves nothing behind that this process started. */
async function fail(error: Error): Promise<never> {
  stopping = true;
  const isPlain = error instanceof SettingFault || error instanceof EmbeddedFault;
  if (!isPlain) log.fatal({ error: error.message, stack: error.stack }, 'main.failed');
  process.stderr.write(`\n  ${error.message}\n\n`);
  setTimeout(() => process.exit(1), patience);
  await closeAll().catch((fault: Error) => process.stderr.write(`  ${fault.message}\n\n`));
  process.exit(1);
}

const starting = start().catch(fail);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().catch(fail));
