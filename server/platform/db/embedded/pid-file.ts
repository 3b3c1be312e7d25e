// Reads what postmaster.pid says of a running server, and makes it stale for PostgreSQL when its process is not one.
// The file itself is never deleted: PostgreSQL finds in it the shared memory of a predecessor whose children may still live.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A server as its pid file tells it. `busy`: starting or recovering. `dead`: its process is gone.
 * `unreaped`: killed, but its parent has not collected it. `mistaken`: the number now belongs to another program.
 * `blank`: no number, after a power cut or because the server is just being born.
 */
export type Postmaster = {
  pid: number;
  state: 'ready' | 'busy' | 'stopping' | 'dead' | 'unreaped' | 'mistaken' | 'blank';
  host: string;
  port: number;
};

const STATES = ['ready', 'stopping'] as const;

/** Undefined: the last server stopped cleanly, or there never was one. Lines: PostgreSQL's src/include/utils/pidfile.h. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidLines(cluster);
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  const life = lifeOf(pid);
  const state = life === 'alive' ? (STATES.find((name) => name === lines[7]?.trim()) ?? 'busy') : life;
  return { pid, state, port: Number(lines[3]), host: lines[4] || '127.0.0.1' };
}

/** Whether the process still runs; a killed one that nobody collected does not. */
export function isAlive(pid: number): boolean {
  return lifeOf(pid) === 'alive';
}

/**
 * Puts our own number into the pid file and removes the socket: PostgreSQL takes its parent's number for a stale one,
 * yet still checks the shared memory named there. Our process must be the parent of the server that starts next.
 */
export function disownPidFile(cluster: string, found: Postmaster): void {
  const path = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [process.pid, ...rest].join('\n') + (rest.length === 0 ? '\n' : ''));
  if (!found.host.startsWith('/')) return;
  const socket = join(found.host, `.s.PGSQL.${found.port}`);
  rmSync(socket, { force: true });
  rmSync(`${socket}.lock`, { force: true });
}

function pidLines(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function lifeOf(pid: number): 'alive' | 'dead' | 'unreaped' | 'mistaken' | 'blank' {
  if (!Number.isInteger(pid) || pid <= 0) return 'blank';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'dead';
  }
  return process.platform === 'linux' ? lifeInProc(pid) : 'alive';
}

function lifeInProc(pid: number): 'alive' | 'dead' | 'unreaped' | 'mistaken' | 'blank' {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '');
    if (/^ [ZX]/.test(afterName)) return 'unreaped';
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]!;
    return program.endsWith('/postgres') ? 'alive' : 'mistaken';
  } catch {
    return 'dead'; // it ended between the two looks
  }
}
