// Input of every list request: the view's own parameters and a window of rows.
import { z } from 'zod';

/** Parameters of a view plus `offset` and `limit` (at most 1,000 rows); the view is read by view-url.ts. */
export const listInput = () => z.record(z.string().max(60), z.string().max(20_000));

/** A window of rows; `rows` in the view's order. */
export const listOutput = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row) });

/** How many rows the view has in all: a request of its own, so that no list waits for a count. */
export const countOutput = z.object({
  count: z.number().int(),
  /** Nothing has a text of the search as it was typed: the rows are those one slip away. */
  near: z.boolean(),
  /** The greatest id of all rows there are: what comes later has a greater one. 0: there are none. */
  last: z.number().int(),
});
