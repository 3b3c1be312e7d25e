// What a task keeps beside its state and its moment (is it open, which day it counts for), put right when what it follows from has changed.
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';

export type Aligned = { id: number; owner: number | null };

/** Of the tasks `which` (a condition over `t`), those whose state means something else by now. */
export function alignOpen(tx: Tx, which: RawBuilder<boolean>): Promise<Aligned[]> {
  return tx.rows(sql<Aligned>`
    update tasks t set is_open = s.meaning = 'open', version = t.version + 1
    from pub_entries s where s.id = t.state_id and t.is_open <> (s.meaning = 'open') and ${which}
    returning t.id, t.manager_id as owner`);
}

/** The hour of a task stays the moment it was; the day it counts for is the firm's zone's. Tasks without an hour keep their day. */
export function alignDays(tx: Tx, which: RawBuilder<boolean>): Promise<Aligned[]> {
  const moment = sql`(case when t.has_time then t.at else t.day::timestamp at time zone f.time_zone end)`;
  const day = sql`(case when t.has_time then (t.at at time zone f.time_zone)::date else t.day end)`;
  return tx.rows(sql<Aligned>`
    update tasks t set version = t.version + 1, at = ${moment}, day = ${day}
    from pub_firm f where t.at is not null and (t.at <> ${moment} or t.day <> ${day}) and ${which}
    returning t.id, t.manager_id as owner`);
}

/** The next task has been changed by somebody and stays: it goes on with the rule, and the one that came back does not repeat. */
async function leaveRule(tx: Tx, which: RawBuilder<boolean>): Promise<void> {
  await tx.rows(sql`
    update tasks t set repeat = null, version = t.version + 1
    where ${which} and t.is_open and t.repeat is not null and exists (
      select from tasks o where o.id > t.id and o.is_open and o.repeat is not null and coalesce(o.series, o.id) = coalesce(t.series, t.id))`);
}

/** After an undo: the rows are as they were, the directory and the firm perhaps are not. */
export async function alignTasks(tx: Tx, ids: number[]): Promise<void> {
  const these = sql<boolean>`t.id = any(${ids}::bigint[])`;
  await alignOpen(tx, these);
  await leaveRule(tx, these);
  await alignDays(tx, these);
}
