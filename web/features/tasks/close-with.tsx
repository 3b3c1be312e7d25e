// Closing a task that is only known from a list: the whole of it comes first, since a list has but the beginning of its texts.
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { CancelTask, CompleteTask } from './close-task.tsx';
import { draftOf } from './task-form.ts';

export type Closing = {
  id: number;
  meaning: 'done' | 'cancelled';
  /** Left out: the first that means it. */
  stateId?: number;
};

type CloseWithProps = { closing: Closing; references: References; onClose(): void };

export function CloseWith({ closing: { id, meaning, stateId }, references, onClose }: CloseWithProps) {
  const { data: task } = useAsk('tasks.get', { id });
  if (task?.id !== id) return null;
  const props = { task, stateId, onClose, onDone: onClose };
  if (meaning === 'cancelled') return <CancelTask {...props} />;
  return <CompleteTask {...props} draft={draftOf(task)} base={task.results} references={references} />;
}
