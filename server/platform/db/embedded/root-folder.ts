// Makes the data root and sees to it, before anything else is written, that the database's account can enter it.
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { clusterOwner, DISGUISED_ROOT } from './account.ts';
import { EmbeddedFault } from './fault.ts';
import { type Account, runAs } from './run-as.ts';

/** Prints the first of the folders that cannot be entered. */
const ENTER_EACH = 'for f in "$@"; do cd -- "$f" 2>/dev/null || { printf %s "$f"; exit 1; }; done';

/** Begins the name of a folder that is there for a moment, to see whether one can be made. */
const TRIAL = '.try-';

const REASONS: Record<string, string> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'that disk is read-only',
  ENOSPC: 'that disk is full',
  ENOTDIR: 'a part of that path is a file, not a folder',
  EEXIST: 'a part of that path leads nowhere',
  ENOENT: 'no folder can be made there',
};

/**
 * Makes the data root and returns its real path.
 * @throws EmbeddedFault rootClosed when it cannot be made, or we may not write into it.
 */
export function makeRoot(root: string): string {
  try {
    for (const folder of pathTo(root)) makeOpen(folder, folder === root ? 0o700 : 0o755);
    const real = realpathSync(root);
    rmdirSync(mkdtempSync(join(real, TRIAL))); // root passes every look at the mode, and /proc lets nobody write
    return real;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw closed(root, REASONS[code] ?? message, error);
  }
}

/** One by one and with a plain mode: under umask 077 the folders above would be closed to the database's account. */
function makeOpen(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  mkdirSync(folder);
  chmodSync(folder, mode);
}

/** The folder and all those above it, from the top. */
function pathTo(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [...pathTo(above), folder];
}

/**
 * The account that can really enter `root`: the one given or, when it cannot and nothing is stored yet, root without its powers.
 * @throws EmbeddedFault rootClosed naming the folder that is closed.
 */
export async function accountInside(root: string, cluster: string, account: Account): Promise<Account> {
  if (process.getuid === undefined) return account;
  const barrier = await barrierOpened(root, account);
  if (barrier === undefined) return account;
  const mayDisguise = process.getuid() === 0 && clusterOwner(cluster) === undefined;
  if (mayDisguise && (await firstBarrier(root, DISGUISED_ROOT)) === undefined) return DISGUISED_ROOT;
  throw closed(root, `the database runs as the account ${account.name}, which cannot enter ${barrier}`);
}

/** What keeps `account` out of `root`; when it is only our own new root, opens that to the account's group. */
async function barrierOpened(root: string, account: Account): Promise<string | undefined> {
  const barrier = await firstBarrier(root, account);
  if (barrier !== root || account.gid === undefined || !isOurs(root)) return barrier;
  chownSync(root, process.getuid!(), account.gid);
  chmodSync(root, 0o710);
  return firstBarrier(root, account);
}

async function firstBarrier(root: string, account: Account): Promise<string | undefined> {
  const tried = await runAs(account, '/bin/sh', ['-c', ENTER_EACH, 'sh', ...pathTo(root)]);
  return tried.ok ? undefined : tried.stdout || '/';
}

function isOurs(root: string): boolean {
  const names = readdirSync(root).filter((name) => name !== 'lost+found' && !name.startsWith(TRIAL));
  return names.length === 0 || names.includes('db-password') || names.includes('key');
}

function closed(root: string, reason: string, cause?: unknown): EmbeddedFault {
  return new EmbeddedFault(
    'embedded.rootClosed',
    `Voronka cannot keep its data in ${root}: ${reason}. Choose a folder that is open to it with VORONKA_DATA ` +
      '(for instance VORONKA_DATA=/var/lib/voronka), or open that folder with chmod, or set DATABASE_URL to use a PostgreSQL of your own.',
    cause,
  );
}
