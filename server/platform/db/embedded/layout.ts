// Where everything of the embedded database lies under its data root, and where the data root is by default.
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** Paths of one data root for one PostgreSQL version. */
export type Layout = {
  root: string;
  /** Binaries run from here, never from node_modules: `npm ci` deletes those under a running server. */
  binaries: string;
  cluster: string;
  sockets: string;
  password: string;
  log: string;
  lock: string;
};

/** The layout of `root` for a package version such as `18.4.0-beta.17`; every major version has a cluster of its own. */
export function layoutOf(root: string, version: string): Layout {
  return {
    root,
    binaries: join(root, 'bin', version),
    cluster: join(root, `pg${Number.parseInt(version, 10)}`),
    sockets: join(root, 'run'),
    password: join(root, 'db-password'),
    log: join(root, 'postgres.log'),
    lock: join(root, 'start.lock'),
  };
}

/**
 * The data root when nobody chose one: VORONKA_DATA; `/var/lib/voronka` as root; else the account's own place for data
 * (XDG_DATA_HOME, which counts only when absolute, or `~/.local/share`; LOCALAPPDATA on Windows).
 */
export function defaultDataRoot(env: Record<string, string | undefined>): string {
  if (env.VORONKA_DATA) return resolve(env.VORONKA_DATA);
  if (process.getuid?.() === 0) return '/var/lib/voronka';
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'voronka');
  if (env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, 'voronka');
  return join(env.HOME || homedir(), '.local', 'share', 'voronka');
}
