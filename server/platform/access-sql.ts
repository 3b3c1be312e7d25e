// Rights as SQL: the predicate that every list, count and change of a kind of record carries.
import type { Level, RightKind, Verb } from '../../contract/kit/rights.ts';
import { type Actor, levelOf } from './actor.ts';
import { type RawBuilder, sql } from './db/sql.ts';

/**
 * True for rows that the actor reaches with the verb; `owner` is the column with the person whose record it is. Never null, so that it can
 * be negated and answered, and said so that an index of the owner finds the rows.
 */
export function reachSql(
  actor: Actor,
  kind: RightKind,
  verb: Verb,
  owner: RawBuilder<unknown>,
): RawBuilder<boolean> {
  switch (levelOf(actor, kind, verb)) {
    case 'all':
      return sql`true`;
    case 'group':
      return sql`(${owner} = any(${actor.groupUserIds}::bigint[]) and ${owner} is not null)`;
    case 'own':
      return sql`(${owner} = ${actor.userId ?? 0} and ${owner} is not null)`;
    case 'none':
      return sql`false`;
  }
}

/** What a level means without looking at the row. */
const sure: Partial<Record<Level, boolean>> = { all: true, none: false };

/** `can` of a row: what the actor may do with this very one. */
export function canSql(actor: Actor, kind: RightKind, owner: RawBuilder<unknown>): RawBuilder<unknown> {
  const [change, remove] = (['change', 'delete'] as const).map((verb) => sure[levelOf(actor, kind, verb)]);
  // The same for every row: nothing to compose for each.
  if (change !== undefined && remove !== undefined)
    return sql`${sql.lit(JSON.stringify({ change, delete: remove }))}::json`;
  return sql`json_build_object('change', ${reachSql(actor, kind, 'change', owner)}, 'delete', ${reachSql(actor, kind, 'delete', owner)})`;
}
