// The server process: launched apart from us, waited for, ended.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Address } from './address.ts';
import { binaryIn } from './binaries.ts';
import { EmbeddedFault } from './fault.ts';
import type { Layout } from './layout.ts';
import { disownPidFile, isAlive, type Postmaster, readPostmaster } from './pid-file.ts';
import { type Account, commandLine, runAs, spawnOptions } from './run-as.ts';
import { settingWords } from './settings.ts';

export type StopMode = 'fast' | 'immediate';

/** Everything a launch needs. */
export type Launch = {
  layout: Layout;
  account: Account;
  address: Address;
  settings: Record<string, string>;
};

const READY_MS = 10 * 60_000; // a recovery after a crash may replay some gigabytes
const STOP_MS = 120_000;
// A killed server is mostly collected in a moment; a blank file may be a server's that is just being born.
const LOOK_AGAIN_MS: Partial<Record<Postmaster['state'], number>> = {
  unreaped: 3_000,
  blank: 1_000,
  mistaken: 0,
};
const LEFTOVER_MS = 30_000;
const LOG_BYTES = 16 * 1024 * 1024;

/**
 * Waits until the server of the pid file is ready or gone. To be called inside `aloneInRoot`: one that stops was then told to
 * from outside, perhaps in the way that waits for everybody to leave, and is hurried.
 * @returns it when ready; undefined when none runs and a new one may be launched.
 * @throws EmbeddedFault startTimeout after ten minutes of starting, recovering or stopping.
 */
export async function settledPostmaster(
  cluster: string,
  log: (line: string) => void,
): Promise<Postmaster | undefined> {
  const deadline = Date.now() + READY_MS;
  let found = readPostmaster(cluster);
  if (found && isUnsettled(found)) log(`Waiting for the database (process ${found.pid}) to start or stop`);
  if (found?.state === 'stopping' && process.platform !== 'win32') process.kill(found.pid, 'SIGINT');
  for (; found && isUnsettled(found); found = readPostmaster(cluster)) {
    if (Date.now() > deadline) throw notReady(found.pid);
    await pause(20);
  }
  return found?.state === 'ready' ? found : undefined;
}

function isUnsettled({ state }: Postmaster): boolean {
  return state === 'busy' || state === 'stopping';
}

/** Whether the running server was started from `binaries`; otherwise it is of another version and must be restarted. */
export function runsFrom(binaries: string, cluster: string): boolean {
  const opts = join(cluster, 'postmaster.opts');
  return existsSync(opts) && readFileSync(opts, 'utf8').startsWith(`${binaryIn(binaries, 'postgres')} `);
}

/**
 * Launches the server and waits until it takes connections.
 * @returns its process number.
 * @throws EmbeddedFault startFailed with the end of the server's log, or startTimeout.
 */
export async function launchPostmaster(launch: Launch): Promise<number> {
  const leftover = await clearLeftover(launch.layout.cluster);
  const deadline = Date.now() + LEFTOVER_MS;
  for (;;) {
    const logFrom = existsSync(launch.layout.log) ? statSync(launch.layout.log).size : 0;
    const started = await spawnAndWait(launch);
    if ('pid' in started) return started.pid;
    // Children of a killed server keep its memory, and a new one refuses to start, until they notice.
    if (!leftover || Date.now() > deadline) throw notStarted(launch.layout.log, logFrom, started.ended);
    await pause(250);
  }
}

/**
 * Ends the server and waits until its process is gone.
 * @throws EmbeddedFault stopTimeout after two minutes.
 */
export async function endPostmaster(
  layout: Layout,
  account: Account,
  pid: number,
  mode: StopMode,
): Promise<void> {
  const deadline = Date.now() + STOP_MS;
  if (process.platform === 'win32') {
    await runAs(account, binaryIn(layout.binaries, 'pg_ctl'), ['stop', '-D', layout.cluster, '-m', mode]);
  } else if (isAlive(pid)) {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  }
  while (isAlive(pid)) {
    if (Date.now() > deadline) {
      throw new EmbeddedFault(
        'embedded.stopTimeout',
        `The database (process ${pid}) did not stop within two minutes; see ${layout.log}.`,
      );
    }
    await pause(10);
  }
}

/** Makes the pid file of a dead server harmless. True when there was one. */
async function clearLeftover(cluster: string): Promise<boolean> {
  const since = Date.now();
  for (;;) {
    const found = readPostmaster(cluster);
    if (found === undefined) return false;
    const lookFor = LOOK_AGAIN_MS[found.state];
    if (lookFor === undefined) return true;
    if (Date.now() - since >= lookFor) {
      disownPidFile(cluster, found);
      return true;
    }
    await pause(50);
  }
}

async function spawnAndWait(launch: Launch): Promise<{ pid: number } | { ended: string }> {
  const child = spawnServer(launch);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = `it ended with ${signal ?? code}`));
  for (const deadline = Date.now() + READY_MS; ended === undefined; await pause(10)) {
    const found = readPostmaster(launch.layout.cluster);
    if (found?.pid === child.pid && found?.state === 'ready') return { pid: child.pid! };
    if (Date.now() > deadline) throw notReady(child.pid!);
  }
  return { ended };
}

/** In a session of its own, so that Ctrl+C in the terminal does not reach it; its words go to a file that outlives us. */
function spawnServer({ layout, account, address, settings }: Launch) {
  if (existsSync(layout.log) && statSync(layout.log).size > LOG_BYTES)
    renameSync(layout.log, `${layout.log}.1`);
  const words = ['-D', layout.cluster, ...settingWords(address, settings)];
  const [file, args] = commandLine(
    account.disguise === 'always',
    binaryIn(layout.binaries, 'postgres'),
    words,
  );
  const log = openSync(layout.log, 'a', 0o640);
  try {
    const child = spawn(file, args, {
      ...spawnOptions(account),
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function notStarted(log: string, logFrom: number, ended: string): EmbeddedFault {
  const said = existsSync(log) ? readFileSync(log).subarray(logFrom).toString().slice(-1500).trim() : '';
  return new EmbeddedFault(
    'embedded.startFailed',
    `The database did not start (${ended}). Its log, ${log}, says:\n${said}`,
  );
}

function notReady(pid: number): EmbeddedFault {
  return new EmbeddedFault(
    'embedded.startTimeout',
    `The database (process ${pid}) is still starting, recovering or stopping after ten minutes. Let it finish and start again.`,
  );
}
