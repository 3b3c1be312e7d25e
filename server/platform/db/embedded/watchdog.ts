// For test runs: stops the server when this process ends in whatever way, for then the pipe to the watchdog closes.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Layout } from './layout.ts';
import { type Account, spawnOptions } from './run-as.ts';

/** A line means "dismissed"; the end of the pipe means that we died. The pid file guards against a number used anew. */
const WAIT_AND_STOP = 'read -r _ || { read -r now < "$2" && [ "$now" = "$1" ] && kill -INT "$1"; }';

/** Sets the watchdog on a server and returns how to dismiss it. Does nothing on Windows, which has no `sh`. */
export function setWatchdog(layout: Layout, account: Account, pid: number): () => void {
  if (process.platform === 'win32') return () => {};
  const words = ['-c', WAIT_AND_STOP, 'sh', String(pid), join(layout.cluster, 'postmaster.pid')];
  const options = spawnOptions(account);
  const dog = spawn('/bin/sh', words, { ...options, detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = () => {}; // it goes with the server; there is nothing left to guard
  dog.on('error', ended);
  dog.stdin.on('error', ended);
  dog.unref();
  (dog.stdin as typeof dog.stdin & { unref(): void }).unref();
  return () => dog.stdin.end('dismissed\n');
}
