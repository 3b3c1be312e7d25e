// The entries that the address asks for: of a directory, in a branch of groups, archived ones on a switch; by name at first.
import { useMemo } from 'react';
import type { DirectoryName, Entry } from '../../../contract/directories.ts';
import type { SortKey, View } from '../../../contract/kit/view.ts';
import type { ListView } from '../../platform/list-view.ts';
import type { References } from '../../platform/references.ts';

export const byPlace: SortKey[] = [{ field: 'position', desc: false }];

export function sortedBy({ sort }: View, keys: SortKey[]): boolean {
  return JSON.stringify(sort) === JSON.stringify(keys);
}

const hasFlag = ({ where }: View, flag: string) =>
  where.some(({ field, ...rest }) => field === flag && 'values' in rest && rest.values[0] === 'yes');

export function showsArchived(view: View): boolean {
  return hasFlag(view, 'archived');
}

export function showArchived(list: ListView, shown: boolean): void {
  const others = list.view.where.filter(({ field }) => field !== 'archived');
  list.change({ where: shown ? [...others, { field: 'archived', op: 'in', values: ['yes'] }] : others });
}

type Asked = { directory: DirectoryName; view: View; branch: Set<number> | null };

export function useEntries(references: References, { directory, view, branch }: Asked): Entry[] {
  return useMemo(() => {
    const archivedToo = showsArchived(view);
    return references
      .entriesOf(directory)
      .filter(({ archived }) => archivedToo || !archived)
      .filter(({ groupId }) => branch === null || (groupId !== null && branch.has(groupId)));
  }, [references, directory, view, branch]);
}
