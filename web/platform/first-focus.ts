// Who comes to a place with the keyboard starts in its work: as long as nothing has the focus, its first part takes it.
import { type RefObject, useEffect, useRef } from 'react';

/** A screen under the finger has no cursor to show. */
const withPointer = '(any-hover: hover)';

/** Looks after each drawing of the caller until there is something to take the focus; never takes it from anybody. Null: not yet. */
export function useFirstFocus(selector: string | null): void {
  const settled = useRef(false);
  useEffect(() => {
    if (settled.current) return;
    if (document.activeElement !== document.body || !matchMedia(withPointer).matches) settled.current = true;
    const first = selector && document.querySelector<HTMLElement>(selector);
    if (settled.current || !first) return;
    settled.current = true;
    first.focus({ preventScroll: true });
  });
}

/** A list in a window takes the focus from the window's title once its rows are there, unless somebody has gone elsewhere meanwhile. */
export function useListFocus(list: RefObject<HTMLElement | null>, isThere: boolean): void {
  const settled = useRef(false);
  useEffect(() => {
    if (settled.current || !isThere) return;
    settled.current = true;
    // After the window, which gives the focus to its title as soon as it is drawn.
    setTimeout(() => {
      const title = document.activeElement;
      const window_ = list.current?.closest('[role=dialog]');
      if (!window_ || !title?.matches('h2') || title.closest('[role=dialog]') !== window_) return;
      list.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
    });
  }, [list, isThere]);
}
