// Completing a task that is only known from a list: its whole results come first, since a list has but their beginning.
import { useAsk } from '../../platform/queries.ts';
import { CompleteTask } from './close-task.tsx';

export function CompleteWith({ id, onClose }: { id: number; onClose(): void }) {
  const { data } = useAsk('tasks.get', { id });
  if (data?.id !== id) return null;
  return (
    <CompleteTask id={id} version={data.version} results={data.results} onClose={onClose} onDone={onClose} />
  );
}
