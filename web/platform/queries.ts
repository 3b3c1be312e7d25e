// Hooks over ask(): the key of a query is its slice, its verb and its input, so that live events know what to refresh.
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Queries } from '../../contract/api.ts';
import { ask } from './api.ts';
import { askAgain } from './query-client.ts';
import { useStanding } from './standing.ts';

export function queryFor<Name extends keyof Queries>(name: Name, input: Queries[Name]['input']) {
  const [slice, verb] = name.split('.');
  return queryOptions({
    queryKey: [slice, verb, input],
    queryFn: ({ signal }) => ask(name, input, signal),
    staleTime: 30_000,
  });
}

/** A query as the interval of its repetition sees it. */
type Answered<Name extends keyof Queries> = {
  state: { data: Queries[Name]['output'] | undefined; error: unknown };
};

/** The answer, or undefined while it is on its way; an earlier answer stays while a new one comes. */
export function useAsk<Name extends keyof Queries>(
  name: Name,
  input: Queries[Name]['input'],
  options: {
    enabled?: boolean;
    refetchInterval?: (found: Queries[Name]['output'] | undefined) => number | false;
  } = {},
) {
  const { enabled, refetchInterval } = options;
  const query = queryFor(name, input);
  const result = useQuery({
    ...query,
    placeholderData: keepPreviousData,
    ...(enabled === undefined ? {} : { enabled }),
    ...(refetchInterval
      ? {
          refetchInterval: ((query: Answered<Name>) =>
            refetchInterval(query.state.data) || askAgain(query)) as never,
        }
      : {}),
  });
  return useStanding(query.queryKey, result);
}
