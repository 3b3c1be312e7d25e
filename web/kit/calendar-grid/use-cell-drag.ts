// Dragging a cell, or an item out of a preview, onto another cell: native drag and drop by delegation, no listener per cell.
import { type DragEvent, useRef } from 'react';
import { itemType } from './calendar-types.ts';
import type { Cell } from './cells.ts';
import type { Spot } from './use-cell-keys.ts';

/** Rows shift under a drag as colleagues work: what is kept between its events is kept as cells, not as where they were drawn. */
type Told<Load> = {
  cellAt(spot: Spot): Cell;
  spotOf(cell: Cell | undefined): Spot | null;
  take: ((from: Spot) => Load) | undefined;
  onMove(load: Load, to: Spot): void;
  onDropItem?: ((item: string, to: Spot) => void) | undefined;
  /** Whether the cell may take what is dragged from the other; null: it is no cell that takes anything. */
  takes(spot: Spot, from: Cell): boolean | null;
  /** Released over a cell that may not take it. */
  onRefused(spot: Spot): void;
  /** Somebody has tried to drag a cell that stays. */
  onFixed(spot: Spot): void;
  onStart(): void;
};

/** The cell at or around a node. */
export function spotAt(target: EventTarget): { spot: Spot; element: HTMLElement } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (!element) return null;
  return { spot: { row: Number(element.dataset.row), column: Number(element.dataset.column) }, element };
}

/** What lies under the pointer now, though the rows may have shifted since it last moved. */
const under = ({ clientX, clientY, target }: DragEvent) =>
  spotAt(document.elementFromPoint(clientX, clientY) ?? target);

/** What is on its way: a whole cell, or an item that was in it. */
type Carried<Load> = { from: Cell; whole: { load: Load } | null };

export function useCellDrag<Load>({ cellAt, spotOf, take, onMove, onDropItem, ...told }: Told<Load>) {
  const { takes, onStart, onRefused, onFixed } = told;
  const carried = useRef<Carried<Load>>(undefined);
  const refused = useRef<Cell>(undefined);
  const over = useRef<HTMLElement>(undefined);
  const mark = (element: HTMLElement | undefined) => {
    if (over.current === element) return;
    over.current?.removeAttribute('data-target');
    over.current = element;
    element?.setAttribute('data-target', 'true');
  };
  const end = () => {
    mark(undefined);
    carried.current = undefined;
    refused.current = undefined;
  };
  const onDragEnd = () => {
    const spot = spotOf(refused.current);
    end();
    if (spot) onRefused(spot);
  };
  const cells = {
    onDragStart: (event: DragEvent) => {
      const found = spotAt(event.target);
      if (!take || !found?.element.draggable) return;
      if (found.element.dataset.fixed) {
        event.preventDefault();
        return onFixed(found.spot);
      }
      carried.current = { from: cellAt(found.spot), whole: { load: take(found.spot) } };
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', found.element.textContent ?? '');
      onStart();
    },
    onDragOver: (event: DragEvent) => {
      const found = carried.current ? spotAt(event.target) : null;
      const taken = found && carried.current ? takes(found.spot, carried.current.from) : null;
      refused.current = found && taken === false ? cellAt(found.spot) : undefined;
      if (!found || !taken) return mark(undefined);
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      mark(found.element);
    },
    onDrop: (event: DragEvent) => {
      const found = under(event);
      const item = event.dataTransfer.getData(itemType);
      const start = carried.current;
      end();
      if (!start || !found || !takes(found.spot, start.from)) return;
      event.preventDefault();
      if (start.whole) onMove(start.whole.load, found.spot);
      else if (item) onDropItem?.(item, found.spot);
    },
    onDragEnd,
    onDragLeave: (event: DragEvent) => {
      if (event.currentTarget.contains(event.relatedTarget as Node)) return;
      mark(undefined);
      // leaving for nowhere is being released over what does not take it
      if (event.relatedTarget) refused.current = undefined;
    },
  };
  return {
    cells,
    /** An item of this cell's preview is on its way. */
    startItem: (from: Cell) => {
      carried.current = { from, whole: null };
    },
    endItem: onDragEnd,
  };
}
