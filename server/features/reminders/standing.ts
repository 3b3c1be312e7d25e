// Which reminders still hold, as a condition over `r` and the task `t` it names: something is left to do, by the same person, at the same time.
import { sql } from '../../platform/db/sql.ts';

/** The usual, where a person has set nothing. */
export const usual = { minutes: 15, atDeadline: true, whenOverdue: true };

export const stands = sql<boolean>`t.is_open and t.manager_id = r.person_id
  and r.about = case r.kind when 'before' then t.at when 'deadline' then t.deadline else coalesce(t.deadline, t.at) end`;
