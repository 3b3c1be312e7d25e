// What is done with windows all at once, and their keys.
import { useEffect } from 'react';
import { cascade, tile } from '../kit/window/arrange.ts';
import type { WindowPlace } from '../kit/window/place.ts';
import { deskStore, heldOf, visibleOn } from '../platform/desk.ts';
import { focusAfter, focusWindow, showWindow } from '../platform/show-window.ts';

/** Of the bar with the names of the windows, as in the style sheet; pixels. */
export const barHeight = 36;

/** The work beneath the top bar and beside the rail. */
export function windowArea(): WindowPlace {
  const place = document.getElementById('place')?.getBoundingClientRect();
  const { x = 0, y = 0, width = window.innerWidth, height = window.innerHeight } = place ?? {};
  return { x, y, width, height };
}

export function arrangeWindows(how: 'tile' | 'cascade'): void {
  const visible = visibleOn(deskStore.read());
  const ids = visible.length > 0 ? visible : deskStore.read().order;
  const places = (how === 'tile' ? tile : cascade)(ids.length, windowArea());
  deskStore.arrange(Object.fromEntries(ids.map((id, at) => [id, places[at] as WindowPlace])));
}

export function minimiseAll(): void {
  for (const id of deskStore.read().order) deskStore.set(id, { state: 'minimised' });
  focusWindow(undefined);
}

/** The one at the back comes to the front, out of the bar too, or with `back` the one in front goes to the back. */
function cycle(back: boolean): void {
  const desk = deskStore.read();
  const visible = visibleOn(desk);
  const next = desk.order[0];
  if (!back || visible.length < 2) {
    if (next !== undefined) showWindow(next);
    return;
  }
  for (const id of visible.slice(0, -1)) deskStore.front(id);
  focusAfter(visible.at(-2) as string);
}

function actOnFront(key: 'size' | 'minimise'): void {
  const desk = deskStore.read();
  const front = visibleOn(desk).at(-1);
  if (front === undefined) return;
  const { state } = heldOf(desk, front);
  deskStore.set(front, {
    state: key === 'minimise' ? 'minimised' : state === 'maximised' ? 'normal' : 'maximised',
  });
  focusAfter(front);
}

/** Ctrl+` and Ctrl+Shift+` walk through windows, F4 makes large and back, Shift+F4 puts into the bar. By physical key. */
export function useWindowKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { code, ctrlKey, altKey, metaKey, shiftKey } = event;
      if (altKey || metaKey || deskStore.read().order.length === 0) return;
      if (ctrlKey && code === 'Backquote') cycle(shiftKey);
      else if (!ctrlKey && code === 'F4') actOnFront(shiftKey ? 'minimise' : 'size');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
