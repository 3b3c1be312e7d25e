// A refusal stands until another answer comes: what is asked anew after it neither flickers nor shows an earlier answer meanwhile.
import { hashKey, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusedError } from './api.ts';

type Standing<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'isError' | 'isFetching'>;

/** The result of a question; while one that was refused is asked anew, still its refusal. */
export function useStanding<Data>(queryKey: QueryKey, result: UseQueryResult<Data>): Standing<Data> {
  const asked = hashKey(queryKey);
  const [last, keep] = useState<{ asked: string; refusal: RefusedError } | null>(null);
  const { error } = result;
  const isOnItsWay = !error && (result.isPending || result.isPlaceholderData);
  if (isOnItsWay && last?.asked === asked)
    return { data: undefined, error: last.refusal, isPending: false, isError: true, isFetching: true };
  const refusal = error instanceof RefusedError ? error : null;
  if (refusal ? last?.refusal !== refusal || last.asked !== asked : last !== null)
    keep(refusal && { asked, refusal });
  return result;
}
