// Who sees and changes a task: the owner is its manager.
import type { Verb } from '../../../contract/kit/rights.ts';
import { reachSql } from '../../platform/access-sql.ts';
import type { Actor } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';

/** The predicate over tasks under the alias `alias`. */
export function tasksReached(actor: Actor, verb: Verb, alias = 't'): RawBuilder<boolean> {
  return reachSql(actor, 'tasks', verb, sql.ref(`${alias}.manager_id`));
}
