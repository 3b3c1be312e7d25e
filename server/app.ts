// The ordered list of slices: the only place that knows them all. A slice may use only those left of it.
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  calendarPaperRoutes,
  calendarSlice,
  feedRoutes,
  managerPaperRoutes,
} from './features/calendar/index.ts';
import { clientsSlice } from './features/clients/index.ts';
import { demoSlice } from './features/demo/index.ts';
import { directoriesSlice } from './features/directories/index.ts';
import { filesSlice, photoRoutes, uploadRoutes } from './features/files/index.ts';
import { groupsSlice } from './features/groups/index.ts';
import { importRoutes, importsSlice } from './features/imports/index.ts';
import { limitsSlice } from './features/limits/index.ts';
import { operationsSlice } from './features/operations/index.ts';
import { identify, peopleSlice } from './features/people/index.ts';
import { pushKeys, remindersSlice, startPusher } from './features/reminders/index.ts';
import {
  clientPaperRoutes,
  taskPaperRoutes,
  tasksSlice,
  taskWorkbookRoutes,
} from './features/tasks/index.ts';
import { viewsSlice } from './features/views/index.ts';
import type { Clock } from './platform/clock.ts';
import { type ConnectionTarget, openPool } from './platform/db/connection.ts';
import { mustKnowLetters } from './platform/db/letters.ts';
import { migrate, readMigrations } from './platform/db/migrate.ts';
import { readerSettings, readerTarget, steadySettings } from './platform/db/reader-role.ts';
import { present } from './platform/db/transaction.ts';
import { declare, type House } from './platform/house.ts';
import { openHttp } from './platform/http.ts';
import { type Runner, startRunner } from './platform/jobs.ts';
import { type Limits, noLimits } from './platform/limits.ts';
import { openLive } from './platform/live.ts';
import type { Log } from './platform/log.ts';
import { startSchedule } from './platform/schedule.ts';
import type { Slice } from './platform/slice.ts';
import { openWaker } from './platform/waker.ts';

export const slices: Slice[] = [
  operationsSlice,
  groupsSlice,
  peopleSlice,
  directoriesSlice,
  clientsSlice,
  filesSlice,
  viewsSlice,
  tasksSlice,
  remindersSlice,
  calendarSlice,
  importsSlice,
  demoSlice,
  limitsSlice,
];

/** Doors that are no requests: uploads and downloads. */
function routes(...door: Parameters<typeof uploadRoutes>): void {
  uploadRoutes(...door);
  photoRoutes(...door);
  importRoutes(...door);
  feedRoutes(...door);
  taskWorkbookRoutes(...door);
  taskPaperRoutes(...door);
  clientPaperRoutes(...door);
  calendarPaperRoutes(...door);
  managerPaperRoutes(...door);
}

/** Tables that the reading role never sees. */
const secretTables = ['credentials'];

export const migrations = readMigrations([
  { slice: 'platform', folder: join(import.meta.dirname, 'platform/migrations') },
  ...slices.map(({ name, migrations }) => ({ slice: name, folder: migrations ?? '' })),
]);

/** Connections for statements beside transactions: sessions, wakes, counters. */
const singles = 3;

export type AppOptions = {
  target: ConnectionTarget;
  /** Seals what must be sealed. */
  key: Buffer;
  clock: Clock;
  log: Log;
  /** Folder of the built screens; null: none are served. */
  screens: string | null;
  trustProxy: boolean;
  secureCookies: boolean;
  /** Whether this process runs jobs too. */
  jobs: boolean;
  connections: { writer: number; reader: number };
  /** Left out: none. */
  limits?: Limits;
};

export type App = { house: House; server: FastifyInstance; runner: Runner | null; close(): Promise<void> };

/** Migrates, opens the pools and the door; nothing listens yet. */
export async function openApp(options: AppOptions): Promise<App> {
  const { target, log, clock, limits = noLimits } = options;
  await migrate(target, migrations);
  const reading = await readerTarget(target, options.key, secretTables);
  const writer = openPool(target, log, { max: options.connections.writer, settings: '', pipeline: true });
  await mustKnowLetters(writer);
  const single = openPool(target, log, { max: singles, settings: '' });
  const reader = openPool(reading, log, { max: options.connections.reader, settings: readerSettings });
  const steady = openPool(reading, log, { max: options.connections.reader, settings: steadySettings });
  const house: House = {
    writer,
    single,
    reader,
    steady,
    target,
    clock,
    log,
    waker: await openWaker(single, target, log),
    declared: declare(slices),
    limits,
  };
  const live = openLive(house);
  const runner = options.jobs ? startRunner(house) : null;
  const schedule = options.jobs ? startSchedule(house) : null;
  await pushKeys(present(house), options.key);
  const pusher = options.jobs ? startPusher(house, options.key) : null;
  const { screens, trustProxy, secureCookies } = options;
  const server = await openHttp({ house, live, identify, routes, screens, trustProxy, secureCookies });
  return {
    house,
    server,
    runner,
    async close() {
      live.close();
      await server.close();
      await Promise.all([runner?.stop(), schedule?.stop(), pusher?.stop()]);
      await house.waker.close();
      await Promise.all([writer, single, reader, steady].map((pool) => pool.end()));
    },
  };
}
