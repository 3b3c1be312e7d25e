// A list that could not be shown: why, and the way back to one that can.
import { Button } from '@mantine/core';
import { emptyView } from '../../contract/kit/view.ts';
import { viewToParameters } from '../../contract/kit/view-url.ts';
import { ErrorState } from '../kit/states/empty-state.tsx';
import { RefusedError } from './api.ts';
import type { ListView } from './list-view.ts';
import { refusalText } from './refusal-text.ts';
import { useWords } from './texts.tsx';

export function ListFailure({ failure, list }: { failure: unknown; list: ListView }) {
  const words = useWords();
  const refusal = failure instanceof RefusedError ? failure.refusal : null;
  const isView = refusal?.code === 'view.faulty';
  /** Days that cannot be had go with the rest: the way back must lead to rows. */
  const daysAtFault = refusal?.faults.some(({ path }) => path === 'd');
  const { of, interval } = list.view;
  return (
    <ErrorState
      title={refusalText(words, failure)}
      action={
        isView && (
          <Button
            variant="default"
            onClick={() => list.show(daysAtFault ? {} : viewToParameters({ ...emptyView(of), interval }))}
          >
            {words.say('view.without')}
          </Button>
        )
      }
    />
  );
}
