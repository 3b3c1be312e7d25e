// Moving an entry in the own order of its directory; the grid's active row goes with it.
import type { RefObject } from 'react';
import type { Entry } from '../../../contract/directories.ts';
import type { GridHandle } from '../../kit/grid/grid-types.ts';

type Moves = {
  /** The whole directory, archived entries too. */
  all: Entry[];
  shown: Entry[];
  grid: RefObject<GridHandle | null>;
  reorder(ids: number[]): Promise<void>;
};

export function movesIn({ all, shown, grid, reorder }: Moves) {
  const move = async (entry: Entry | undefined, by: 1 | -1): Promise<void> => {
    const ids = entry?.can.change && movedIds(all.toSorted(ownOrder), shown, entry, by);
    if (!ids) return;
    grid.current?.goTo(shown.indexOf(entry) + by);
    await reorder(ids);
  };
  return { move, moveActive: (by: 1 | -1) => move(shown[grid.current?.activeIndex() ?? -1], by) };
}

const ownOrder = (a: Entry, b: Entry) => a.position - b.position || a.id - b.id;

/** The own order of a directory with one entry moved beside its visible neighbour. */
function movedIds(all: Entry[], shown: Entry[], { id }: Entry, by: 1 | -1): number[] | null {
  const at = shown.findIndex((entry) => entry.id === id);
  const neighbour = shown[at + by];
  if (at < 0 || !neighbour) return null;
  const rest = all.map((entry) => entry.id).filter((each) => each !== id);
  const place = rest.indexOf(neighbour.id) + (by === 1 ? 1 : 0);
  return rest.toSpliced(place, 0, id);
}
