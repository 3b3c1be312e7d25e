// Rows of which an operation changed nothing but the name of a record that it took away, or made: they followed that record, and
// whoever may bring it back, or take it away again, moves them along, whosesoever they are.
import { type RawBuilder, sql } from '../db/sql.ts';
import type { Rows } from '../db/transaction.ts';

type Told = {
  /** What the row was before and is after, of its changed columns. */
  before: RawBuilder<unknown>;
  after: RawBuilder<unknown>;
  /** Whether the same operation took the record of that table away; whether it made it. */
  tookAway(table: string, id: RawBuilder<unknown>): RawBuilder<boolean>;
  made(table: string, id: RawBuilder<unknown>): RawBuilder<boolean>;
};

/** True for a changed row of the table `of` that only followed a record. */
export function onlyFollowed(
  { declared }: Pick<Rows, 'declared'>,
  of: string,
  { before, after, tookAway, made }: Told,
): RawBuilder<boolean> {
  const ways = declared.references
    .filter(({ table }) => table === of)
    .map(({ to, column }) => {
      const [was, is] = [before, after].map((row) => sql`(${row} ->> ${column})::bigint`);
      return sql`(${after} - ${column}::text = '{}' and (${tookAway(to, was as RawBuilder<unknown>)} or ${made(to, is as RawBuilder<unknown>)}))`;
    });
  return sql<boolean>`(${sql.join([...ways, sql`false`], sql` or `)})`;
}

/** True for a row of the table `of` that went with the record it names, or came back with it. */
export function wentAlong(
  { declared }: Pick<Rows, 'declared'>,
  of: string,
  { before, after, tookAway, made }: Told,
): RawBuilder<boolean> {
  const ways = declared.references
    .filter(({ table, keeps }) => table === of && keeps)
    .map(({ to, column }) => {
      const [was, is] = [before, after].map((row) => sql`(${row} ->> ${column})::bigint`);
      return sql`${tookAway(to, was as RawBuilder<unknown>)} or ${made(to, is as RawBuilder<unknown>)}`;
    });
  return sql<boolean>`(${sql.join([...ways, sql`false`], sql` or `)})`;
}
