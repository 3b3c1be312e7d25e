// Runs the database's programs under the account that owns the cluster, in a clean environment.
import { execFile } from 'node:child_process';

/**
 * Whom the database's programs run as. Without ids: this process's own account.
 * `disguise`: PostgreSQL refuses to run as root, and initdb refuses an account without a name; a user namespace that
 * shows the same account as number 65534 (nobody) satisfies both. Only for initdb, always, or never.
 */
export type Account = { name: string; uid?: number; gid?: number; disguise: 'never' | 'initdb' | 'always' };

export type Outcome = { ok: boolean; stdout: string; stderr: string };

const DISGUISE = ['unshare', '--user', '--map-user=65534'];
const LOCALES: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'en-US' };

/** The C-library locale of cluster and server: UTF-8 everywhere, for under plain `C` trigrams do not see Cyrillic. */
export const LOCALE = LOCALES[process.platform] ?? 'C.UTF-8';

// useradd lives in sbin, which the caller's PATH may lack. Windows programs need the inherited environment.
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * What glibc keeps of freed memory, bytes. By its own measure a backend gives the room of each answer of some 20 KB back to the system
 * and fetches it anew for the next one, which can cost as much as the answer itself. Others do not read these.
 */
const KEPT_MEMORY = {
  MALLOC_TRIM_THRESHOLD_: '8388608',
  MALLOC_MMAP_THRESHOLD_: '8388608',
  MALLOC_TOP_PAD_: '1048576',
};

const environment =
  process.platform === 'win32' ? undefined : { PATH, LC_ALL: LOCALE, TZ: 'UTC', ...KEPT_MEMORY };

/** Spawn options: the account, a folder that it can always enter, and a clean environment. */
export function spawnOptions(account: Account) {
  return {
    uid: account.uid,
    gid: account.gid,
    cwd: process.platform === 'win32' ? undefined : '/',
    env: environment,
  };
}

/** The words of a command line, with the disguise in front where it is asked for. */
export function commandLine(disguised: boolean, file: string, args: string[]): [string, string[]] {
  return disguised ? [DISGUISE[0]!, [...DISGUISE.slice(1), file, ...args]] : [file, args];
}

/** Runs to the end. Never throws: a program that is missing or may not be run is an outcome that is not ok. */
export function runAs(
  account: Account,
  file: string,
  args: string[],
  disguised = account.disguise === 'always',
): Promise<Outcome> {
  const [command, words] = commandLine(disguised, file, args);
  return new Promise((settle) => {
    const done = (error: Error | null, stdout: string, stderr: string) =>
      settle({ ok: error === null, stdout, stderr: stderr || (error?.message ?? '') });
    try {
      execFile(command, words, spawnOptions(account), done);
    } catch (error) {
      done(error as Error, '', '');
    }
  });
}
