// Who sees and changes a client: the owner is the responsible manager.
import type { Verb } from '../../../contract/kit/rights.ts';
import { reachSql } from '../../platform/access-sql.ts';
import type { Actor } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';

/** The predicate over clients under the alias `alias`. */
export function clientsReached(actor: Actor, verb: Verb, alias = 't'): RawBuilder<boolean> {
  return reachSql(actor, 'clients', verb, sql.ref(`${alias}.responsible_id`));
}
