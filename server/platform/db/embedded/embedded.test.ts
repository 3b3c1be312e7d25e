import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultDataRoot, type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './index.ts';
import { ask, writtenWhile } from './testing/asking.ts';

const CHILD = join(import.meta.dirname, 'testing', 'embedded-child.ts');
const PATIENCE = { timeout: 20_000 };
const KEPT = 'select count(*)::int as kept from kept where id = any($1)';

describe('embedded database', { timeout: 60_000 }, () => {
  let base: string;
  let root: string;
  const running: EmbeddedDatabase[] = [];
  let shared: string; // keeps the copied binaries between the tests, for copying and flushing 60 MB takes most of a start

  beforeAll(() => {
    shared = mkdtempSync(join(tmpdir(), 'voronka-binaries-'));
  });

  afterAll(() => {
    rmSync(shared, { recursive: true, force: true });
  });

  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'voronka-база ')));
    chmodSync(base, 0o755);
    root = join(base, 'data');
    if (!existsSync(join(shared, 'bin'))) return;
    mkdirSync(root);
    chmodSync(root, 0o755);
    renameSync(join(shared, 'bin'), join(root, 'bin'));
  });

  afterEach(async () => {
    await Promise.allSettled(running.splice(0).map((database) => database.stop('immediate')));
    killServer(root);
    if (!existsSync(join(shared, 'bin')) && existsSync(join(root, 'bin'))) {
      renameSync(join(root, 'bin'), join(shared, 'bin'));
    }
    rmSync(base, { recursive: true, force: true });
  });

  test('R-01 the first start makes a database with Russian text, run from a copy of the binaries; stop is clean', async () => {
    const database = await start();
    expect(database.adopted).toBe(false);
    const sql = "select lower('Ё') = 'ё' as lower, to_tsvector('договоры клиентами')::text as words";
    expect(await ask(database, sql)).toEqual({ lower: true, words: "'договор':1 'клиент':2" });
    expect(await ask(database, 'show listen_addresses')).toEqual({ listen_addresses: '' });
    const pid = serverPid(root);
    const program = readlinkSync(`/proc/${pid}/exe`);
    expect(program.startsWith(join(root, 'bin'))).toBe(true);
    await database.stop();
    // The kernel takes some moments to bury a process that has let go of all it had.
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(existsSync(join(root, 'pg18', 'postmaster.pid'))).toBe(false);
  });

  test('R-02 the server outlives a killed Voronka and the next one adopts it with the data', async () => {
    const child = await startChild('wait');
    const pid = serverPid(root);
    await killed(child);
    const database = await start();
    expect(database.adopted).toBe(true);
    expect(serverPid(root)).toBe(pid);
    expect(await ask(database, 'select 1 as one')).toEqual({ one: 1 });
    await database.stop();
  });

  test('R-02 only the last to leave stops the server, however many start at once', async () => {
    const all = await Promise.all([start(), start(), start()]);
    expect(all.filter((one) => !one.adopted)).toHaveLength(1);
    await all[0]!.stop();
    await all[1]!.stop();
    expect(await ask(all[2]!, 'select 1 as one')).toEqual({ one: 1 });
    await Promise.all([all[2]!.stop(), all[2]!.stop()]);
    expect(existsSync(join(root, 'pg18', 'postmaster.pid'))).toBe(false);
  });

  test('R-02 nothing acknowledged is lost when everything is killed while it writes', async () => {
    const first = await start();
    await ask(first, 'create table kept (id bigint generated always as identity primary key)');
    await first.stop();
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round++) {
      const child = await startChild('write');
      acknowledged.push(...(await rowsUntilKilled(child, 300)));
      const database = await start();
      const lost =
        'select count(*)::int as lost from unnest($1::bigint[]) a(id) where a.id not in (select id from kept)';
      expect(await ask(database, lost, [acknowledged])).toEqual({ lost: 0 });
      await database.stop();
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(900);
  });

  test.each(['launched', 'adopted'])(
    'R-02 a killed server that was %s comes back by itself with all that it acknowledged',
    async (how) => {
      if (how === 'adopted') await killed(await startChild('wait'));
      const database = await start();
      expect(database.adopted).toBe(how === 'adopted');
      await ask(database, 'create table kept (id bigint primary key)');
      const pid = serverPid(root);
      const rows = await writtenWhile(database, () => process.kill(pid, 'SIGKILL'));
      expect(await ask(database, KEPT, [rows])).toEqual({ kept: rows.length });
      expect(serverPid(root)).not.toBe(pid);
      await database.stop();
      expect(existsSync(join(root, 'pg18', 'postmaster.pid'))).toBe(false);
    },
  );

  test('R-02 a killed process of the server is survived, and who uses the server stays known', async () => {
    const database = await start();
    await ask(database, 'create table kept (id bigint primary key)');
    const pid = serverPid(root);
    const present = "select min(pid) as pid from pg_locks where locktype = 'advisory'";
    const { pid: victim } = (await ask(database, present)) as { pid: number };
    const rows = await writtenWhile(database, () => process.kill(victim, 'SIGKILL'));
    expect(await ask(database, KEPT, [rows])).toEqual({ kept: rows.length });
    expect(serverPid(root)).toBe(pid);
    await expect.poll(() => ask(database, present), PATIENCE).toEqual({ pid: expect.any(Number) });
    await database.stop();
  });

  test('R-02 a server told to stop gently is not waited for, for it would wait for us', async () => {
    const database = await start();
    const pid = serverPid(root);
    process.kill(pid, 'SIGTERM');
    await expect.poll(() => ask(database, 'select 1 as one').catch(() => null), PATIENCE).toEqual({ one: 1 });
    expect(serverPid(root)).not.toBe(pid);
    process.kill(serverPid(root), 'SIGTERM');
    await database.stop();
  });

  test('R-02 a server that falls again and again is given up', async () => {
    const faults: Error[] = [];
    const database = await start({ gaveUp: (fault) => faults.push(fault) });
    for (let falls = 0; falls < 20 && faults.length === 0; falls++) {
      await expect.poll(() => ask(database, 'select 1').catch(() => faults[0]), PATIENCE).toBeTruthy();
      if (faults.length === 0) killServer(root);
    }
    expect(faults).toEqual([expect.objectContaining({ code: 'embedded.unsteady' })]);
    await database.stop();
  });

  test('R-02 a pid file that names another program, or nothing, does not keep the database from starting', async () => {
    const first = await start();
    const pidFile = join(root, 'pg18', 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await first.stop('immediate');
    for (const leftover of [text.replace(/^\d+/, '1'), '']) {
      writeAs(join(root, 'pg18'), pidFile, leftover);
      const again = await start();
      expect(await ask(again, 'select 1 as one')).toEqual({ one: 1 });
      await again.stop();
    }
  });

  test('R-01 a data folder under a closed folder is refused by name before anything is written', async () => {
    const closedFolder = join(base, 'closed');
    mkdirSync(closedFolder);
    moveRoot(join(closedFolder, 'data'));
    if (process.getuid!() === 0) chownSync(closedFolder, 54321, 54321);
    chmodSync(closedFolder, process.getuid!() === 0 ? 0o700 : 0);
    const refusal = expect.objectContaining({
      code: 'embedded.rootClosed',
      message: expect.stringContaining(closedFolder),
    });
    await expect(start()).rejects.toEqual(refusal);
    chmodSync(closedFolder, 0o700);
    expect(existsSync(join(root, 'db-password'))).toBe(false);
  });

  test('R-01 a root path too long for a socket still starts', async () => {
    moveRoot(join(base, 'очень-длинная-папка'.repeat(5), 'data'));
    const database = await start();
    expect(Buffer.byteLength(`${database.connection.host}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
    expect(await ask(database, 'select 1 as one')).toEqual({ one: 1 });
    await database.stop();
    if (database.connection.host.startsWith('/')) rmSync(database.connection.host, { recursive: true });
  });

  test('R-01 the data root follows VORONKA_DATA, else the place of the account', () => {
    const byAccount = process.getuid!() === 0 ? '/var/lib/voronka' : '/home/anna/.local/share/voronka';
    expect(defaultDataRoot({ VORONKA_DATA: '/srv/crm' })).toBe('/srv/crm');
    expect(defaultDataRoot({ HOME: '/home/anna', XDG_DATA_HOME: 'relative' })).toBe(byAccount);
  });

  /** To a place that does not exist yet, so that everything is made anew there. */
  function moveRoot(place: string): void {
    if (existsSync(join(root, 'bin'))) renameSync(join(root, 'bin'), join(shared, 'bin'));
    root = place;
  }

  /** A test that fails leaves it running, and then it must not come back when it is killed. */
  async function start(more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase> {
    const options = { root, watchdog: true, settings: { shared_buffers: '16MB' }, ...more };
    const database = await startEmbedded(options);
    running.push(database);
    return database;
  }

  /** A process of Voronka that has its database and, when asked to, writes. */
  async function startChild(task: 'wait' | 'write'): Promise<ChildProcess> {
    const child = spawn(process.execPath, [CHILD, root, task], { stdio: ['ignore', 'pipe', 'inherit'] });
    await lineOf(child, (line) => line === 'ready');
    return child;
  }

  /** Collects acknowledged rows, kills the server, its children and the writer when there are `enough`, and returns the rows. */
  async function rowsUntilKilled(child: ChildProcess, enough: number): Promise<number[]> {
    const rows: number[] = [];
    const lines = createInterface({ input: child.stdout! });
    lines.on('line', (line) => {
      rows.push(Number(line));
      if (rows.length === enough) {
        killServer(root);
        child.kill('SIGKILL');
      }
    });
    await new Promise((done) => lines.once('close', done));
    return rows;
  }
});

function lineOf(child: ChildProcess, wanted: (line: string) => boolean): Promise<void> {
  const lines = createInterface({ input: child.stdout! });
  return new Promise((found, fail) => {
    child.once('exit', (code) => fail(new Error(`the child ended with ${code}`)));
    lines.on('line', (line) => {
      if (!wanted(line)) return;
      lines.close();
      found();
    });
  });
}

function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGKILL');
  return gone;
}

function serverPid(root: string): number {
  return Number(readFileSync(join(root, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false; // it may go between any two looks
  }
}

/** Kills the server of a root and all its children at once; nothing when none runs. */
function killServer(root: string): void {
  if (!existsSync(join(root, 'pg18', 'postmaster.pid'))) return;
  const pid = serverPid(root);
  const children = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(children) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(root)) return;
  for (const victim of [pid, ...readFileSync(children, 'utf8').split(' ').filter(Boolean).map(Number)]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch (error) {
      // A child that has seen its parent die is gone before its turn.
      if ((error as { code?: string }).code !== 'ESRCH') throw error;
    }
  }
}

/** Writes a file that belongs to the owner of `folder`. */
function writeAs(folder: string, path: string, text: string): void {
  const { uid, gid } = statSync(folder);
  writeFileSync(path, text, { mode: 0o600 });
  chownSync(path, uid, gid);
}
