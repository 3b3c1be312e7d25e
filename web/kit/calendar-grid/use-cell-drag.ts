// Dragging a cell, or an item out of a preview, onto another cell: native drag and drop by delegation, no listener per cell.
import { type DragEvent, useRef } from 'react';
import { itemType } from './calendar-types.ts';
import type { Spot } from './use-cell-keys.ts';

type Told = {
  onMove?: ((from: Spot, to: Spot) => void) | undefined;
  onDropItem?: ((item: string, to: Spot) => void) | undefined;
  /** Whether this cell may take what is dragged. */
  takes(spot: Spot): boolean;
  onStart(): void;
};

/** The cell at or around a node. */
export function spotAt(target: EventTarget): { spot: Spot; element: HTMLElement } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (!element) return null;
  return { spot: { row: Number(element.dataset.row), column: Number(element.dataset.column) }, element };
}

export function useCellDrag({ onMove, onDropItem, takes, onStart }: Told) {
  const from = useRef<Spot>(undefined);
  const over = useRef<HTMLElement>(undefined);
  const mark = (element: HTMLElement | undefined) => {
    if (over.current === element) return;
    over.current?.removeAttribute('data-target');
    over.current = element;
    element?.setAttribute('data-target', 'true');
  };
  const end = () => {
    mark(undefined);
    from.current = undefined;
  };
  return {
    onDragStart: (event: DragEvent) => {
      const found = spotAt(event.target);
      if (!found?.element.draggable) return;
      from.current = found.spot;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', found.element.textContent ?? '');
      onStart();
    },
    onDragOver: (event: DragEvent) => {
      const carries = from.current !== undefined || event.dataTransfer.types.includes(itemType);
      const found = carries ? spotAt(event.target) : null;
      if (!found || !takes(found.spot)) return mark(undefined);
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      mark(found.element);
    },
    onDrop: (event: DragEvent) => {
      const found = spotAt(event.target);
      const item = event.dataTransfer.getData(itemType);
      const start = from.current;
      end();
      if (!found || !takes(found.spot)) return;
      event.preventDefault();
      if (start) onMove?.(start, found.spot);
      else if (item) onDropItem?.(item, found.spot);
    },
    onDragEnd: end,
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node)) mark(undefined);
    },
  };
}
