// Completing a task that is only known from a list: the whole of it comes first, since a list has but the beginning of its texts.
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { CompleteTask } from './close-task.tsx';
import { draftOf } from './task-form.ts';

type CompleteWithProps = { id: number; references: References; onClose(): void };

export function CompleteWith({ id, references, onClose }: CompleteWithProps) {
  const { data: task } = useAsk('tasks.get', { id });
  if (task?.id !== id) return null;
  const props = { task, draft: draftOf(task), references, onClose };
  return <CompleteTask {...props} onDone={onClose} />;
}
