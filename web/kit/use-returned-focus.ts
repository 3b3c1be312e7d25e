/** Gives the focus back to what had it before this part stood there (the row of the list, a button), else to the list itself. */
import { useEffect, useRef } from 'react';

export function useReturnedFocus(): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const element = before.current;
    return () => {
      const there =
        element !== document.body && element?.isConnected
          ? element
          : document.querySelector('main [role=grid]');
      if (there instanceof HTMLElement) there.focus({ preventScroll: true });
    };
  }, []);
}
