/**
 * Gives the focus back to what had it before this part stood there (the row of the list, a button), else to the list itself;
 * not when something else has taken it meanwhile. It is back before the next key is heard.
 */
import { useLayoutEffect, useRef } from 'react';

export function useReturnedFocus(): void {
  const before = useRef(document.activeElement);
  useLayoutEffect(() => {
    const element = before.current;
    return () => queueMicrotask(() => giveBack(element));
  }, []);
}

function giveBack(element: Element | null) {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return;
  const there =
    element !== body && element?.isConnected
      ? element
      : document.querySelector('main [role=grid], main [data-task]');
  if (there instanceof HTMLElement) there.focus({ preventScroll: true });
}
