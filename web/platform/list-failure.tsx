// A list that could not be shown: why, and the way back to one that can.
import { Button } from '@mantine/core';
import { ErrorState } from '../kit/states/empty-state.tsx';
import { RefusedError } from './api.ts';
import type { ListView } from './list-view.ts';
import { refusalText } from './refusal-text.ts';
import { useWords } from './texts.tsx';

export function ListFailure({ failure, list }: { failure: unknown; list: ListView }) {
  const words = useWords();
  const isView = failure instanceof RefusedError && failure.refusal.code === 'view.faulty';
  return (
    <ErrorState
      title={refusalText(words, failure)}
      action={
        isView && (
          <Button
            variant="default"
            onClick={() => list.change({ where: [], search: {}, text: '', sort: [], columns: null })}
          >
            {words.say('view.without')}
          </Button>
        )
      }
    />
  );
}
