// Names of the clients that a filter in the address speaks of.
import type { Condition } from '../../contract/kit/view.ts';
import { useNamesOfClients } from '../platform/client-names.ts';

export function useClientNames(where: Condition[]): (id: number) => string {
  const condition = where.find(({ field }) => field === 'client');
  const values = condition && 'values' in condition ? condition.values : [];
  return useNamesOfClients(values.filter((value) => /^\d+$/.test(value)).map(Number));
}
