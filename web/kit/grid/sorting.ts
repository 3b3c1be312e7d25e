/** What a click on a header does to the order of rows. Pure. */
import type { GridSort } from './grid-types.ts';

/** One key: ascending, then descending, then as it was. With `add` (Shift) the key joins the others. */
export function nextSort(sort: GridSort[], field: string, add: boolean): GridSort[] {
  const at = sort.findIndex((key) => key.field === field);
  const current = at < 0 ? undefined : sort[at];
  if (!add) return onlyKey(current, field, sort.length === 1);
  if (!current) return [...sort, { field, desc: false }];
  if (current.desc) return sort.filter((key) => key !== current);
  return sort.with(at, { field, desc: true });
}

function onlyKey(current: GridSort | undefined, field: string, alone: boolean): GridSort[] {
  if (!current || !alone) return [{ field, desc: false }];
  return current.desc ? [] : [{ field, desc: true }];
}
