// Dragging in the hours: a thing to another time or day or to the whole day, its lower edge, or a stretch of free room for a new one.
import type { RefObject } from 'react';
import { usePointerDrag } from '../use-pointer-drag.ts';
import type { Axis } from './hour-axis.ts';
import { placeAt } from './hour-axis.ts';
import { type Draft, quarterHeight } from './hour-column.tsx';
import { dropped, type Point, resized, stretched } from './hour-move.ts';
import type { HourItem, Slot } from './hour-types.ts';

type Picked =
  | { kind: 'move'; item: HourItem; hold: number }
  | { kind: 'resize'; item: HourItem }
  | { kind: 'new'; day: string; place: number };

type Told = {
  root: RefObject<HTMLElement | null>;
  axis: Axis;
  itemOf(key: string): HourItem | undefined;
  draft: RefObject<Draft | null>;
  setDraft(draft: Draft | null): void;
  onMove(item: HourItem, slot: Slot): void;
  /** Absent: nothing new is made. */
  onCreate: ((slot: Slot) => void) | undefined;
};

export const slotOf = ({ day, start, minutes }: HourItem): Slot => ({ day, start, minutes });

export function useHourDrag({ root, axis, itemOf, draft, setDraft, onMove, onCreate }: Told) {
  return usePointerDrag<Picked>({
    pick(event) {
      const target = event.target as Element;
      if (target.closest('button')) return null;
      const item = itemOf(target.closest<HTMLElement>('[data-key]')?.dataset.key ?? '');
      const point = pointAt(root.current, event.clientX, event.clientY);
      if (item)
        return item.movable ? pickItem(axis, item, point, target.closest('[data-edge]') !== null) : null;
      if (!onCreate || event.pointerType === 'touch' || !point || point.place === null) return null;
      return { kind: 'new', day: point.day, place: point.place };
    },
    over(picked, { x, y }) {
      const point = pointAt(root.current, x, y);
      if (point) setDraft(draftOf(axis, picked, point));
    },
    drop(picked) {
      const made = draft.current;
      setDraft(null);
      if (!made) return;
      if (picked.kind === 'new') onCreate?.(made.slot);
      else if (!sameSlot(made.slot, slotOf(picked.item))) onMove(picked.item, made.slot);
    },
    giveUp: () => setDraft(null),
    scroller: () => {
      const element = root.current;
      const whole = element?.querySelector<HTMLElement>('[data-whole]');
      if (!element || !whole) return null;
      return { element, top: whole.getBoundingClientRect().bottom - element.getBoundingClientRect().top };
    },
  });
}

export function sameSlot(one: Slot, other: Slot): boolean {
  return one.day === other.day && one.start === other.start && one.minutes === other.minutes;
}

function pickItem(axis: Axis, item: HourItem, point: Point | null, atEdge: boolean): Picked {
  if (atEdge) return { kind: 'resize', item };
  const from = item.start === null ? null : placeAt(axis, item.day, item.start);
  const hold = from === null || point === null || point.place === null ? 1 : point.place - from;
  return { kind: 'move', item, hold };
}

function draftOf(axis: Axis, picked: Picked, point: Point): Draft {
  if (picked.kind === 'new')
    return { key: null, slot: stretched(axis, picked.day, picked.place, point.place ?? 0) };
  const { item } = picked;
  const slot = slotOf(item);
  if (picked.kind === 'resize') return { key: item.key, slot: resized(axis, slot, point.place ?? 0) };
  return { key: item.key, slot: dropped(axis, slot, point, picked.hold) };
}

/** The day and place at a point of the screen; the nearest day, and the whole day above the hours. */
function pointAt(root: HTMLElement | null, x: number, y: number): Point | null {
  const columns = [...(root?.querySelectorAll<HTMLElement>('[data-hours]') ?? [])];
  const boxes = columns.map((column) => column.getBoundingClientRect());
  const far = (box: DOMRect) => Math.max(box.left - x, x - box.right, 0);
  const nearest = boxes.reduce((best, box, at) => (far(box) < far(boxes[best] as DOMRect) ? at : best), 0);
  const column = columns[nearest];
  const whole = root?.querySelector('[data-whole]')?.getBoundingClientRect();
  if (!column || !whole) return null;
  const day = column.dataset.hours as string;
  if (y < whole.bottom) return { day, place: null };
  return { day, place: (y - (boxes[nearest] as DOMRect).top) / quarterHeight };
}
