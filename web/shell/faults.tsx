// What stands in the place of a page that is not there, failed, or cannot be reached.
import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { EmptyState, ErrorState } from '../kit/states/empty-state.tsx';
import { refusalText } from '../platform/refusal-text.ts';
import { useSay, useWords } from '../platform/texts.tsx';

export function NotFound() {
  const say = useSay();
  return (
    <EmptyState
      title={say('fault.noPage')}
      text={say('fault.noPageText')}
      action={
        <Button component={Link} to="/tasks">
          {say('place.tasks')}
        </Button>
      }
    />
  );
}

export function Unreached({ onAgain }: { onAgain(): void }) {
  const say = useSay();
  return (
    <ErrorState
      title={say('refusal.unreached')}
      text={say('fault.unreachedText')}
      action={<Button onClick={onAgain}>{say('fault.again')}</Button>}
    />
  );
}

export function RouteFault({ error, reset }: ErrorComponentProps) {
  const words = useWords();
  const queries = useQueryErrorResetBoundary();
  const again = () => {
    queries.reset();
    reset();
  };
  return (
    <ErrorState
      title={refusalText(words, error)}
      action={<Button onClick={again}>{words.say('fault.again')}</Button>}
    />
  );
}
