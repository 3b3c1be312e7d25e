// Dragging by the pointer: begins after a few pixels of the mouse or a long press of a finger, ends by letting go, Esc gives it up.
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from 'react';

const threshold = 4; // px
const longPress = 350; // ms
const edge = 28; // px from the edge of the scrolled part
const scrollStep = 14; // px a frame

export type DragTold<Picked> = {
  /** What lies under the pointer and may be dragged; null: nothing. */
  pick(event: PointerEvent): Picked | null;
  over(picked: Picked, at: { x: number; y: number }): void;
  drop(picked: Picked): void;
  giveUp(): void;
  /** Scrolled up and down while the pointer is at its edge; `top` is how much of it lies under a head. */
  scroller(): { element: HTMLElement; top: number } | null;
};

type Going<Picked> = { picked: Picked; x: number; y: number; begun: boolean; timer: number; frame: number };

/** Gives `onPointerDown`, and `wasDragged`: whether the click that comes is the end of a drag. */
export function usePointerDrag<Picked>(told: DragTold<Picked>) {
  const latest = useRef(told);
  latest.current = told;
  const going = useRef<Going<Picked> | null>(null);
  const dragged = useRef(false);
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const onPointerDown = useCallback((down: ReactPointerEvent) => {
    dragged.current = false;
    if (down.button !== 0 || going.current) return;
    const picked = latest.current.pick(down.nativeEvent);
    if (picked === null) return;
    const byFinger = down.pointerType === 'touch';
    const now: Going<Picked> = { picked, x: down.clientX, y: down.clientY, begun: false, timer: 0, frame: 0 };
    going.current = now;
    const begin = () => {
      now.begun = true;
      latest.current.over(picked, now);
      now.frame = requestAnimationFrame(scroll);
    };
    const scroll = () => {
      if (scrollAtEdge(latest.current.scroller(), now.y)) latest.current.over(picked, now);
      now.frame = requestAnimationFrame(scroll);
    };
    const onMove = (event: PointerEvent) => {
      const far = Math.hypot(event.clientX - now.x, event.clientY - now.y) > threshold;
      if (!now.begun && byFinger && far) return finish(false);
      if (!now.begun && !far) return;
      Object.assign(now, { x: event.clientX, y: event.clientY });
      if (now.begun) latest.current.over(picked, now);
      else begin();
    };
    const onTouchMove = (event: TouchEvent) => now.begun && event.preventDefault();
    const onUp = () => finish(true);
    const onCancel = () => finish(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !now.begun) return;
      event.preventDefault();
      event.stopPropagation();
      finish(false);
    };
    const finish = (dropped: boolean) => {
      stop.current();
      if (!now.begun) return;
      dragged.current = true;
      if (dropped) latest.current.drop(picked);
      else latest.current.giveUp();
    };
    const ears = new AbortController();
    stop.current = () => {
      ears.abort();
      clearTimeout(now.timer);
      cancelAnimationFrame(now.frame);
      going.current = null;
    };
    const { signal } = ears;
    window.addEventListener('pointermove', onMove, { signal });
    window.addEventListener('pointerup', onUp, { signal });
    window.addEventListener('pointercancel', onCancel, { signal });
    window.addEventListener('keydown', onKey, { signal, capture: true });
    window.addEventListener('touchmove', onTouchMove, { signal, passive: false });
    if (byFinger) now.timer = window.setTimeout(begin, longPress);
  }, []);
  const wasDragged = useCallback(() => dragged.current, []);
  return { onPointerDown, wasDragged };
}

function scrollAtEdge(scroller: { element: HTMLElement; top: number } | null, y: number): boolean {
  if (!scroller) return false;
  const { element, top } = scroller;
  const box = element.getBoundingClientRect();
  const before = element.scrollTop;
  if (y > box.bottom - edge) element.scrollTop += scrollStep;
  else if (y < box.top + top + edge && y > box.top + top) element.scrollTop -= scrollStep;
  return element.scrollTop !== before;
}
