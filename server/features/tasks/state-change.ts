// What a change of a task's state brings along in its other columns.
import type { TaskInput } from '../../../contract/tasks.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { plansOf } from './reopening.ts';
import { stateOf } from './states.ts';

type StateColumns = {
  is_open?: boolean;
  done_at?: string | null;
  repeat?: null;
  cancel_reason?: string;
};

/** What is known of the task before. */
type Current = { id: number; stateId: number; isOpen: boolean; doneAt: string | null };

/** What a change of state brings along: whether something is left to do, when it was done, that it repeats no more itself. */
export async function stateColumns(
  tx: Tx,
  { stateId, at, reason }: TaskInput & { reason?: string | undefined },
  { doneAt, ...current }: Current,
): Promise<StateColumns> {
  if (stateId === undefined || stateId === current.stateId) return {};
  const state = await stateOf(tx, { id: stateId, meaning: 'open' });
  const open = state.meaning === 'open';
  return {
    is_open: open,
    done_at: state.meaning === 'done' ? (doneAt ?? at ?? tx.now) : null,
    ...(open ? {} : { repeat: null }),
    ...(state.meaning === 'cancelled' && reason ? { cancel_reason: reason } : {}),
  };
}

/**
 * When the task is to be, by a change of its state that does not say it: one that is done by it was done now, one that is opened
 * again goes back to its plan.
 */
export async function momentBy(
  tx: Tx,
  { at }: TaskInput,
  { current, columns }: { current: Current; columns: StateColumns },
): Promise<{ at?: string | null; hasTime?: boolean }> {
  if (at !== undefined) return {};
  if (columns.done_at && current.doneAt === null) return { at: columns.done_at, hasTime: true };
  const [plan] = columns.is_open && !current.isOpen ? await plansOf(tx, [current.id]) : [];
  return plan ? { at: plan.at, hasTime: plan.hasTime } : {};
}
