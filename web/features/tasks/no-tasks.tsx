// In the place of a list of tasks that has none: what hides them, or what will be here where there are none at all.
import { Button } from '@mantine/core';
import { EmptyState } from '../../kit/states/empty-state.tsx';
import { useAsk } from '../../platform/queries.ts';
import { useWords } from '../../platform/texts.tsx';

type NoTasksProps = {
  narrowed: boolean;
  ofDay: boolean;
  onCreate: (() => void) | undefined;
  onShowAll(): void;
};

const anyTask = { d: 'all', limit: '1' };

export function NoTasks({ narrowed, ofDay, onCreate, onShowAll }: NoTasksProps) {
  const { say } = useWords();
  const { data, isPending } = useAsk('tasks.list', anyTask, { enabled: narrowed });
  if (narrowed && isPending) return null;
  if (narrowed && data?.rows.length !== 0)
    return (
      <EmptyState
        title={say('task.noneHere')}
        text={say('task.noneHereText')}
        action={
          <Button variant="default" onClick={onShowAll}>
            {say('task.showAll')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={say(ofDay ? 'task.noneOnDay' : 'task.none')}
      {...(ofDay ? {} : { text: say('task.noneText') })}
      action={onCreate && <Button onClick={onCreate}>{say('task.create')}</Button>}
    />
  );
}
