// Which account owns and runs the cluster. As root it is an unprivileged one, made when the system has none.
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EmbeddedFault } from './fault.ts';
import { type Account, runAs } from './run-as.ts';

const SELF: Account = { name: 'this account', disguise: 'never' };

/** Root without its powers: the last resort where no other account can be used. */
export const DISGUISED_ROOT: Account = { name: 'root without its powers', disguise: 'always' };

/** Number of the account that owns an existing cluster; undefined when there is no cluster yet. */
export function clusterOwner(cluster: string): number | undefined {
  return existsSync(cluster) ? statSync(cluster).uid : undefined;
}

/**
 * The account for the cluster: the owner of an existing one; as root else `voronka-db`, `postgres`, a new `voronka-db`, `nobody`.
 * @throws EmbeddedFault rootForeign when the cluster is another account's and we are not root.
 */
export async function chooseAccount(cluster: string): Promise<Account> {
  if (process.getuid === undefined) return SELF;
  const owner = clusterOwner(cluster);
  if (process.getuid() !== 0) return ownAccount(cluster, owner);
  if (owner === 0) return DISGUISED_ROOT;
  if (owner !== undefined)
    return { name: `number ${owner}`, uid: owner, gid: statSync(cluster).gid, disguise: 'never' };
  return (
    (await accountNamed('voronka-db')) ??
    (await accountNamed('postgres')) ??
    (await newAccount()) ??
    (await accountNamed('nobody')) ??
    DISGUISED_ROOT
  );
}

function ownAccount(cluster: string, owner: number | undefined): Account {
  const self = process.getuid!();
  if (owner !== undefined && owner !== self) {
    throw new EmbeddedFault(
      'embedded.rootForeign',
      `The database in ${cluster} belongs to account number ${owner}, and Voronka was started by number ${self}. ` +
        'Start it by the same account as before, or choose another data folder with VORONKA_DATA.',
    );
  }
  return { name: `number ${self}`, disguise: hasName() ? 'never' : 'initdb' };
}

/** Whether the system knows a name for our account (in OpenShift it does not). */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

async function accountNamed(name: string): Promise<Account | undefined> {
  const [user, group] = await Promise.all([runAs(SELF, 'id', ['-u', name]), runAs(SELF, 'id', ['-g', name])]);
  if (!user.ok || !group.ok) return undefined;
  return { name, uid: Number(user.stdout), gid: Number(group.stdout), disguise: 'never' };
}

async function newAccount(): Promise<Account | undefined> {
  const debian = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  const made = await runAs(SELF, 'useradd', [...debian, '--shell', '/usr/sbin/nologin', 'voronka-db']);
  if (!made.ok) await runAs(SELF, 'adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'voronka-db']); // busybox
  return accountNamed('voronka-db');
}
