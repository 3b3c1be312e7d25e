// A window that is open comes to the front and has the keyboard.
import { deskStore, heldOf, visibleOn } from './desk.ts';

export function focusWindow(id: string | undefined): void {
  const element =
    id === undefined
      ? document.querySelector('main [role=grid]')
      : document.querySelector(`[data-window="${id}"]`);
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

/** Once it is drawn: the window itself, or where it has been minimised what is in front now. */
export function focusAfter(id: string): void {
  requestAnimationFrame(() => {
    const desk = deskStore.read();
    focusWindow(heldOf(desk, id).state === 'minimised' ? visibleOn(desk).at(-1) : id);
  });
}

/** Brings a window to the front, out of the bar where it was there. */
export function showWindow(id: string): void {
  const { state, aside } = heldOf(deskStore.read(), id);
  if (state === 'minimised') deskStore.set(id, { state: 'normal' });
  if (aside) deskStore.set(id, { aside: false });
  deskStore.front(id);
  focusAfter(id);
}
