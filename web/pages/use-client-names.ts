// Names of the clients that a filter in the address speaks of.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Condition } from '../../contract/kit/view.ts';
import { ask } from '../platform/api.ts';

export function useClientNames(where: Condition[]): (id: number) => string {
  const condition = where.find(({ field }) => field === 'client');
  const values = condition && 'values' in condition ? condition.values : [];
  const ids = values.filter((value) => /^\d+$/.test(value)).map(Number);
  const { data } = useQuery({
    queryKey: ['clients', 'find', { ids }],
    enabled: ids.length > 0,
    queryFn: ({ signal }) => ask('clients.find', { ids }, signal),
  });
  return useCallback(
    (id) => data?.rows.find((row) => row.id === id)?.name ?? (Number.isNaN(id) ? '?' : `№ ${id}`),
    [data],
  );
}
