// Names of clients that are known by their ids only.

import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { numbered } from '../../contract/text/numbered.ts';
import { ask } from './api.ts';
import { useWords } from './texts.tsx';

export function useNamesOfClients(ids: number[]): (id: number) => string {
  const { locale } = useWords();
  const { data } = useQuery({
    queryKey: ['clients', 'find', { ids }],
    enabled: ids.length > 0,
    queryFn: ({ signal }) => ask('clients.find', { ids }, signal),
  });
  return useCallback(
    (id) => data?.rows.find((row) => row.id === id)?.name ?? (Number.isNaN(id) ? '?' : numbered(id, locale)),
    [data, locale],
  );
}
