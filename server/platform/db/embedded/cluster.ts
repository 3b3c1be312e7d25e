// Makes the cluster: built under another name and renamed, so that a crash half-way leaves no half cluster.
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clusterOwner } from './account.ts';
import { binaryIn } from './binaries.ts';
import { renameDurably } from './durable-file.ts';
import { EmbeddedFault } from './fault.ts';
import type { Layout } from './layout.ts';
import { type Account, LOCALE, runAs } from './run-as.ts';

/** The database's owner, with whom Voronka connects. */
export const OWNER = 'voronka';

/**
 * Runs initdb when there is no cluster yet.
 * @throws EmbeddedFault initFailed with what initdb said.
 */
export async function makeCluster(
  layout: Layout,
  account: Account,
  password: string,
  log: (line: string) => void,
) {
  if (clusterOwner(layout.cluster) !== undefined) return;
  log(`Making a new database in ${layout.cluster}`);
  const draft = `${layout.cluster}.init`;
  const secret = join(layout.root, 'db-password.init');
  rmSync(draft, { recursive: true, force: true });
  makeFolder(draft, account);
  writeFileSync(secret, password, { mode: 0o600 });
  giveTo(account, secret);
  try {
    await initialise(layout, account, draft, secret);
  } finally {
    rmSync(secret, { force: true });
  }
  renameDurably(draft, layout.cluster);
}

/** A folder that only the database's account may enter. */
export function makeFolder(path: string, account: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  giveTo(account, path);
}

function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

async function initialise(layout: Layout, account: Account, draft: string, secret: string): Promise<void> {
  const words = [
    ...[
      '-D',
      draft,
      '-U',
      OWNER,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${LOCALE}`,
    ],
    ...[
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=russian',
      '--no-instructions',
    ],
  ];
  const made = await runAs(account, binaryIn(layout.binaries, 'initdb'), words, account.disguise !== 'never');
  if (made.ok) return;
  rmSync(draft, { recursive: true, force: true });
  throw new EmbeddedFault(
    'embedded.initFailed',
    `The database could not be made in ${dirname(draft)}: ${made.stderr.trim()}. Cure that and start again; nothing was left behind.`,
  );
}
