// One cache for all screens. A refusal is final; a house that cannot be reached, or is too busy, is asked again until it answers.
import { QueryClient } from '@tanstack/react-query';
import { RefusedError } from './api.ts';

const triesAtOnce = 3;
/** Then the failure is shown, and the question put anew so often. */
const again = 5000; // ms

const isAway = (error: unknown) => !(error instanceof RefusedError) || error.status === 503;

/** The interval of a question that has failed for the moment. */
export const askAgain = ({ state: { error } }: { state: { error: unknown } }) =>
  error && isAway(error) ? again : false;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => isAway(error) && count < triesAtOnce,
        refetchInterval: askAgain,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
    },
  });
}
