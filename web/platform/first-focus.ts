// Who comes to a place with the keyboard starts in its work: as long as nothing has the focus, its first part takes it.
import { useEffect, useRef } from 'react';

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
