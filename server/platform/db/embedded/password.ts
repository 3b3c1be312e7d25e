// The password of the database's owner: made once, kept in the data root, readable only by the account that starts Voronka.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { clusterOwner } from './account.ts';
import { writeDurably } from './durable-file.ts';
import { EmbeddedFault } from './fault.ts';
import type { Layout } from './layout.ts';

/**
 * The stored password, or a new one when there is no cluster yet.
 * @throws EmbeddedFault passwordLost when a cluster exists and its password does not.
 */
export function clusterPassword(layout: Layout): string {
  const stored = existsSync(layout.password) ? readFileSync(layout.password, 'utf8').trim() : '';
  if (stored) return stored;
  if (clusterOwner(layout.cluster) !== undefined) {
    throw new EmbeddedFault(
      'embedded.passwordLost',
      `The database in ${layout.cluster} exists, but its password file ${layout.password} is missing or empty. Put it back from a backup.`,
    );
  }
  writeDurably(layout.password, `${randomBytes(24).toString('base64url')}\n`);
  return clusterPassword(layout);
}
