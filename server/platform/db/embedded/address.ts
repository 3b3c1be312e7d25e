// Where the server listens: a socket in the data root; where its path would be too long, in /run; else a port of this machine only.
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { createServer } from 'node:net';
import { makeFolder } from './cluster.ts';
import type { Layout } from './layout.ts';
import type { Account } from './run-as.ts';

/** `host` is a folder of sockets or 127.0.0.1, just as PostgreSQL's clients take it. */
export type Address = { host: string; port: number };

const PORT = 5432;
const LONGEST_PATH_BYTES = 107; // sun_path of Linux less its end mark

/** Makes the folder of the socket, or finds a free port. */
export async function chooseAddress(layout: Layout, account: Account): Promise<Address> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  const hash = createHash('sha256').update(layout.root).digest('hex').slice(0, 12);
  for (const host of [layout.sockets, `/run/voronka-${hash}`]) {
    if (fits(host) && madeSafely(host, account)) return { host, port: PORT };
  }
  return { host: '127.0.0.1', port: await freePort() };
}

/** Makes the folder of the socket anew where somebody has cleared it away, so that a server can be launched at the same address. */
export function restoreAddress({ host }: Address, account: Account): void {
  if (host.startsWith('/')) makeFolder(host, account);
}

function fits(folder: string): boolean {
  return Buffer.byteLength(`${folder}/.s.PGSQL.${PORT}`) <= LONGEST_PATH_BYTES;
}

function madeSafely(folder: string, account: Account): boolean {
  try {
    makeFolder(folder, account);
    return lstatSync(folder).isDirectory();
  } catch {
    return false; // /run is closed to an ordinary account: the next place is tried
  }
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => settle(port));
    });
  });
}
