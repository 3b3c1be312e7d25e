/** Gives the focus back to what had it before this part stood there: the row of the list, a button. */
import { useEffect, useRef } from 'react';

export function useReturnedFocus(): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const element = before.current;
    return () => {
      if (element instanceof HTMLElement) element.focus({ preventScroll: true });
    };
  }, []);
}
