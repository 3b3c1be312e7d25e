// Whether the house stands filled with made-up records: asked for the settings, for the first steps and for the removal.
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';

/**
 * The latest filling that stands: never taken back, or brought back since, by an undo of what took it back, and so on. Whether an
 * undo took it back or the removal makes no difference.
 */
export async function demoFilling(rows: Rows): Promise<number | undefined> {
  const row = await rows.one(sql<{ id: number }>`
    with recursive chain (id, taken_back_by, links) as (
      select id, undone_by, 0 from operations where name = 'demo.fill'
      union all select c.id, o.undone_by, c.links + 1 from chain c join operations o on o.id = c.taken_back_by)
    select id from chain where taken_back_by is null and links % 2 = 0 order by id desc limit 1`);
  return row?.id;
}
