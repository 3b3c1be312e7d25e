/** Choosing rows. `all` means every matching row but `ids`, so a choice of a million rows stays small. Pure. */
import type { GridSelection } from './grid-types.ts';

export const nothingSelected: GridSelection = { all: false, ids: new Set() };
export const everythingSelected: GridSelection = { all: true, ids: new Set() };

export function isSelected(selection: GridSelection, id: number): boolean {
  return selection.all !== selection.ids.has(id);
}

export function toggleRow(selection: GridSelection, id: number): GridSelection {
  return selectRows(selection, [id], !isSelected(selection, id));
}

export function selectRows(selection: GridSelection, ids: Iterable<number>, chosen: boolean): GridSelection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (selection.all === chosen) next.delete(id);
    else next.add(id);
  }
  return { all: selection.all, ids: next };
}

/** How many rows are chosen out of `total`. */
export function countSelected(selection: GridSelection, total: number): number {
  return selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;
}
