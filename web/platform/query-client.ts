// One cache for all screens. A refusal is final; a server that cannot be reached is asked again.
import { QueryClient } from '@tanstack/react-query';
import { RefusedError } from './api.ts';

const triesWhenUnreached = 3;

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => !(error instanceof RefusedError) && count < triesWhenUnreached,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
    },
  });
}
