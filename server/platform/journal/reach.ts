// Whether a row that an operation wrote is its maker's to take back: by whose it is now, or by whose it was where the operation gave it away.
import { type RawBuilder, sql } from '../db/sql.ts';

/**
 * Of each table whose rows are not all within reach: the column of their owner and the owners that are, and the column that says of a
 * row that it is shared, where shared ones are within reach too.
 */
export type Reach = Map<string, Within>;
type Within = { owner: string; owners: number[]; shared?: string | undefined };

/** What the operation made of the row (`i` made, `u` changed, `d` took away), and its columns before and after. */
type Written = { change: RawBuilder<unknown>; before: RawBuilder<unknown>; after: RawBuilder<unknown> };

/**
 * Over the row `t` as it is, null where it is gone: that is judged by its owner before. What was made for somebody, or given to them,
 * and is theirs still is judged as it was before the operation: who gives something away by mistake takes it back.
 */
export function isWithin(within: Within, written: Written): RawBuilder<boolean | null> {
  const { owner, owners, shared } = within;
  const { change, before, after } = written;
  const now = sql`t.${sql.ref(owner)}`;
  const was = sql`(${before} ->> ${owner})::bigint`;
  const reached = (person: RawBuilder<unknown>) => sql`${person} = any(${owners}::bigint[])`;
  return sql<boolean | null>`(${reached(sql`coalesce(${now}, ${was})`)}
    or (t.id is not null and ${now} is not distinct from (${after} ->> ${owner})::bigint
      and (${change} = 'i' or (${after} ? ${owner}::text and ${reached(was)})))
    or ${shared ? isShared(shared, written) : sql`false`})`;
}

/** It is shared, or was until the operation. */
function isShared(column: string, { before }: Written): RawBuilder<boolean> {
  return sql`coalesce(t.${sql.ref(column)} or (${before} ->> ${column})::boolean, (${before} ->> ${column})::boolean, t.${sql.ref(column)}, false)`;
}
