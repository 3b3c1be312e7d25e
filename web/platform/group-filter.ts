// The group chosen in the tree beside a list, as a condition of the list's view: `f.group=g5` means the whole branch.
import type { Condition } from '../../contract/kit/view.ts';
import type { ListView } from './list-view.ts';

/** The one group that the view is narrowed to; null: all groups. */
export function chosenGroup(where: Condition[]): number | null {
  const condition = where.find(({ field }) => field === 'group');
  const value = condition?.op === 'in' && condition.values.length === 1 ? condition.values[0] : undefined;
  return value && /^g\d+$/.test(value) ? Number(value.slice(1)) : null;
}

export function chooseGroup(list: ListView, id: number | null): void {
  const others = list.view.where.filter(({ field }) => field !== 'group');
  list.change({
    where: id === null ? others : [{ field: 'group', op: 'in', values: [`g${id}`] }, ...others],
  });
}
