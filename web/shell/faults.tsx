// What stands in the place of a page that is not there, failed, or cannot be reached.
import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { NotComeError } from '../kit/late/come.ts';
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
    if (error instanceof NotComeError) return void reloadWhenAnswered();
    queries.reset();
    reset();
  };
  return (
    <ErrorState
      title={refusalText(words, error)}
      text={error instanceof NotComeError ? words.say('fault.unreachedText') : undefined}
      action={<Button onClick={again}>{words.say('fault.again')}</Button>}
    />
  );
}

/** The page itself is asked for anew, with all that its address names; while nobody answers it stays, what is written in it too. */
async function reloadWhenAnswered(): Promise<void> {
  const answer = await fetch('/health').catch(() => null);
  if (answer?.ok) location.reload();
}
