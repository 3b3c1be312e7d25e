// Tasks that repeat: the rule as it is kept, and the next task made when one is done or cancelled.
import { readRepeat, repeatText, settledRepeat } from '../../../contract/kit/repeat.ts';
import type { TaskInput } from '../../../contract/tasks.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayIn } from '../../platform/clock.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { refuseFields } from '../../platform/refusals.ts';
import type { Emit } from '../../platform/slice.ts';
import { comesEver, nextOccurrence, type Occurrence } from './next-occurrence.ts';
import { stateOf } from './states.ts';

/** A task with its rule, as it is before it is closed. */
export type Repeating = Omit<Occurrence, 'at' | 'day'> & { id: number; at: string | null };

/** Where the fields of a task stand in the input. */
export type Path = '' | 'set.' | 'next.';
type Known = { at: string | null; repeat: string | null };
type Where = { rows: Rows; actor: Actor; path: Path };

/** The rule in full, as it is kept: what it leaves open is said by the task's day. Refuses one without a day and one that ends before it begins. */
export function keptRepeat(
  input: TaskInput,
  known: Known,
  where: Where,
): { repeat?: string | null | undefined; ruleDay?: string | null } {
  const { path } = where;
  const at = input.at === undefined ? known.at : input.at;
  const rule = input.repeat === undefined ? known.repeat : input.repeat;
  if (rule !== null && at === null) refuseFields([{ path: `${path}at`, code: 'fault.required' }]);
  if (input.repeat === undefined) return {};
  if (input.repeat === null) return { repeat: null, ruleDay: null };
  const day = dayIn(at ?? where.rows.now, where.actor.timeZone);
  return { repeat: settled(input.repeat, day, where), ruleDay: day };
}

/** A task that nothing is left to do of does not come again. */
export function mustBeOpenToRepeat({ repeat }: TaskInput, isOpen: boolean, path: Path): void {
  if (repeat != null && !isOpen) refuseFields([{ path: `${path}repeat`, code: 'task.repeatClosed' }]);
}

function settled(rule: string, day: string, { rows, actor, path }: Where): string {
  const today = dayIn(rows.now, actor.timeZone);
  const repeat = readRepeat(rule);
  if (!repeat) return refuseFields([{ path: `${path}repeat`, code: 'task.repeatUnknown' }]);
  if (repeat.until !== null && (repeat.until < day || repeat.until < today))
    refuseFields([{ path: `${path}repeat`, code: 'task.repeatPast' }]);
  const whole = settledRepeat(repeat, day);
  if (!comesEver(whole, day)) refuseFields([{ path: `${path}repeat`, code: 'task.repeatUnknown' }]);
  return repeatText(whole);
}

export type NextTask = { id: number; at: string; hasTime: boolean };

/** For each of these that has one more to come, the next task: the same but for its moment, in the first state. One statement for all. */
export async function comeAgain(
  tx: Tx,
  actor: Actor,
  { closed, emit }: { closed: Repeating[]; emit: Emit },
): Promise<NextTask[]> {
  const around = { now: tx.now, timeZone: actor.timeZone };
  const copies = closed.flatMap(({ id, at, ...task }) => {
    const next = at !== null && nextOccurrence({ at, ...task }, around);
    return next ? [{ id, ...next }] : [];
  });
  if (copies.length === 0) return [];
  const made = await copyTasks(tx, copies, null);
  emit({
    name: 'task.created',
    ids: made.map(({ id }) => id),
    owners: made.flatMap(({ managerId }) => managerId ?? []),
    byRule: true,
  });
  return made;
}

export type Copy = Omit<Occurrence, 'at' | 'day'> & { id: number; at: string | null; day: string | null };
type Made = NextTask & { managerId: number | null };

/** Copies of tasks that begin anew. `authorId` null: each one's own author. */
export async function copyTasks(tx: Tx, copies: Copy[], authorId: number | null): Promise<Made[]> {
  const state = await stateOf(tx, { meaning: 'open' });
  return tx.rows(sql<Made>`
    insert into tasks (type_id, state_id, manager_id, client_id, description, at, has_time, day, minutes, deadline, set_at, author_id, is_open, tags, repeat, rule_day, series, remind)
    select t.type_id, ${state.id}, t.manager_id, t.client_id, t.description, c.at, c."hasTime", c.day, t.minutes, c.deadline, ${tx.now}::timestamptz,
      coalesce(${authorId}, t.author_id), true, t.tags, c.repeat, c."ruleDay",
      case when c.repeat is not null then coalesce(t.series, t.id) end, t.remind
    from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb)
      as c (id bigint, at timestamptz, "hasTime" boolean, day date, deadline timestamptz, repeat text, "ruleDay" date) join tasks t on t.id = c.id
    order by c.id returning id, at, has_time as "hasTime", manager_id as "managerId"`);
}
