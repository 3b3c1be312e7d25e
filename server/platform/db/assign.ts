// SET clauses of an UPDATE from the fields that a caller gave, by a fixed map to columns.
import { type RawBuilder, sql } from './sql.ts';

/** `version = version + 1` and a clause for each given field; fields that the map does not know are not written. */
export function setClauses(
  values: Record<string, unknown>,
  columns: Record<string, string>,
): RawBuilder<unknown> {
  const given = Object.entries(values).filter(
    ([field, value]) => value !== undefined && columns[field] !== undefined,
  );
  const clauses = given.map(([field, value]) => sql`${sql.ref(columns[field] as string)} = ${value}`);
  return sql.join([sql`version = version + 1`, ...clauses]);
}
