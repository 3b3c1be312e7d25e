/** A window's place on this screen: what was kept, brought inside; a drag shows at once and is told at its end. */
import { useViewportSize } from '@mantine/hooks';
import { type PointerEvent, useRef, useState } from 'react';
import {
  firstPlace,
  keepInside,
  moveBy,
  resizeBy,
  type Screen,
  type Side,
  type WindowPlace,
} from './place.ts';

export type Pull = 'move' | Side;

type Wanted = { kept: WindowPlace | null; size: Screen; below: number };

/** What windows have to stand on; `below`: pixels left free at the lower edge. */
export function useScreen(below: number): Screen {
  const measured = useViewportSize();
  const { width, height } = measured.width
    ? measured
    : { width: window.innerWidth, height: window.innerHeight };
  return { width, height: height - below };
}

export function usePlace({ kept, size, below }: Wanted, onChange: (place: WindowPlace) => void) {
  const screen = useScreen(below);
  const [dragged, setDragged] = useState<WindowPlace>();
  const start = useRef<{ x: number; y: number; place: WindowPlace }>(undefined);
  const place = dragged ?? (kept ? keepInside(kept, screen) : firstPlace(screen, size));
  const pulled = (pull: Pull, from: WindowPlace, dx: number, dy: number) =>
    pull === 'move' ? moveBy(from, dx, dy, screen) : resizeBy(from, pull, dx, dy, screen);
  const at = (pull: Pull, event: PointerEvent) =>
    start.current &&
    pulled(pull, start.current.place, event.clientX - start.current.x, event.clientY - start.current.y);
  const grip = (pull: Pull) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || (event.target as HTMLElement).closest('button, a, input')) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY, place };
    },
    onPointerMove: (event: PointerEvent) => start.current && setDragged(at(pull, event)),
    onPointerUp: (event: PointerEvent) => {
      const next = at(pull, event);
      start.current = undefined;
      setDragged(undefined);
      if (next && (next.x !== place.x || next.y !== place.y || dragged)) onChange(next);
    },
    onPointerCancel: () => {
      start.current = undefined;
      setDragged(undefined);
    },
  });
  const nudge = (pull: Pull, dx: number, dy: number) => onChange(pulled(pull, place, dx, dy));
  return { place, screen, grip, nudge };
}
