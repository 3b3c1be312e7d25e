/** Choosing rows. `all` means every matching row but `ids`, so a choice of a million rows stays small. Pure. */
import type { GridSelection } from './grid-types.ts';

export const nothingSelected: GridSelection = { all: false, ids: new Set() };
export const everythingSelected: GridSelection = { all: true, ids: new Set() };

/** Whether the row is chosen as long as it is no exception. */
const isMeant = ({ all, within }: GridSelection, id: number) => all && id <= (within?.upTo ?? id);

export function isSelected(selection: GridSelection, id: number): boolean {
  return isMeant(selection, id) !== selection.ids.has(id);
}

export function toggleRow(selection: GridSelection, id: number): GridSelection {
  return selectRows(selection, [id], !isSelected(selection, id));
}

export function selectRows(selection: GridSelection, ids: Iterable<number>, chosen: boolean): GridSelection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (isMeant(selection, id) === chosen) next.delete(id);
    else next.add(id);
  }
  return { ...selection, ids: next };
}

/** Of the exceptions those that are not chosen, and those that are. */
export function exceptions(selection: GridSelection): { except: number[]; also: number[] } {
  const ids = [...selection.ids];
  return {
    except: ids.filter((id) => isMeant(selection, id)),
    also: ids.filter((id) => !isMeant(selection, id)),
  };
}

/** How many rows are chosen out of `total`. */
export function countSelected(selection: GridSelection, total: number): number {
  if (!selection.all) return Math.min(selection.ids.size, total);
  const { except, also } = exceptions(selection);
  const there = Math.min(selection.within?.total ?? total, total);
  return Math.max(0, there - except.length) + also.length;
}
