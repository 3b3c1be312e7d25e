// What an address says that a short list, which is here as a whole, cannot be asked.
import type { Condition } from '../../contract/kit/view.ts';
import type { ViewFault } from '../../contract/kit/view-url.ts';
import type { ListView } from './list-view.ts';

/** By field of a condition: whether there is what a value names. One value can be chosen at a time. */
export type KnownValues = Record<string, (value: string) => boolean>;

export function localFaults(
  { view, faults }: ListView,
  columns: readonly { id: string }[],
  known: KnownValues,
): ViewFault[] {
  const { interval, where, search, sort } = view;
  const strange = (path: string, field: string): ViewFault[] =>
    columns.some(({ id }) => id === field) ? [] : [{ path, code: 'view.unknownField' }];
  const isAll = interval === null || ('preset' in interval && interval.preset === 'all');
  return [
    ...faults,
    ...(isAll ? [] : [{ path: 'd', code: 'view.unknownParameter' as const }]),
    ...where.flatMap((condition) => conditionFaults(condition, known)),
    ...Object.keys(search).flatMap((field) => strange(`s.${field}`, field)),
    ...sort.flatMap(({ field }) => strange('sort', field)),
  ];
}

function conditionFaults(condition: Condition, known: KnownValues): ViewFault[] {
  const path = `f.${condition.field}`;
  const knows = known[condition.field];
  if (!knows) return [{ path, code: 'view.unknownField' }];
  const [value, ...more] = condition.op === 'in' ? condition.values : [];
  if (value === undefined || more.length > 0) return [{ path, code: 'view.badValue' }];
  return knows(value) ? [] : [{ path, code: 'view.noSuchValue' }];
}
