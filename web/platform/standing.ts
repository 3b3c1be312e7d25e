// A failure stands until another answer comes: what is asked anew after it neither flickers nor shows an earlier answer meanwhile.
import { hashKey, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';

type Asked = { error: Error | null; isPending: boolean; isPlaceholderData?: boolean };
type Standing<Result> = Result | (Omit<Result, 'data' | 'error'> & { data: undefined; error: Error });

/** The result of a question; while one that failed is asked anew, still its failure. */
export function useStanding<Result extends Asked>(queryKey: QueryKey, result: Result): Standing<Result> {
  const asked = hashKey(queryKey);
  const [last, keep] = useState<{ asked: string; error: Error } | null>(null);
  const { error } = result;
  const isOnItsWay = !error && (result.isPending || result.isPlaceholderData);
  if (isOnItsWay && last?.asked === asked)
    return { ...result, data: undefined, error: last.error, isPending: false, isError: true };
  if (error ? last?.error !== error || last.asked !== asked : last !== null) keep(error && { asked, error });
  return result;
}
