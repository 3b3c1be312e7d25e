// A task that is opened again goes back to its plan: completing it had put the moment of doing in the plan's place.
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { momentColumns } from './rules.ts';

export type Plan = { id: number; at: string | null; hasTime: boolean };

/** The plans, by the journal, of those of these tasks whose moment is still that of their completion; asked before they are opened. */
export function plansOf(tx: Tx, ids: number[]): Promise<Plan[]> {
  return tx.rows(sql<Plan>`
    select t.id, before ->> 'at' as at, before ->> 'at' is not null and coalesce((before ->> 'has_time')::boolean, true) as "hasTime"
    from tasks t cross join lateral (
      select j.before, j.after from journal j
      where j.of = 'tasks' and j.row_id = t.id and j.change = 'u' and j.after ? 'at'
      order by j.id desc limit 1) planned
    where t.id = any(${ids}::bigint[]) and not t.is_open and after ->> 'at' = after ->> 'done_at'`);
}

export async function goBackToPlans(tx: Tx, plans: Plan[], timeZone: string): Promise<void> {
  const moments = plans.map((plan) => ({ ...plan, ...momentColumns(plan.at, timeZone) }));
  await tx.rows(sql`
    update tasks t set at = p.at, day = p.day, has_time = p."hasTime"
    from jsonb_to_recordset(${JSON.stringify(moments)}) as p (id bigint, at timestamptz, day date, "hasTime" boolean)
    where t.id = p.id`);
}
