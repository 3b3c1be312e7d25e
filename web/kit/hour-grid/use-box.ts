// How large an element is, as it grows and shrinks.
import { type RefObject, useLayoutEffect, useState } from 'react';

export function useBox(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [box, setBox] = useState({ width: 1200, height: 700 });
  useLayoutEffect(() => {
    if (!element.current) return;
    const seen = new ResizeObserver(([entry]) => {
      if (entry) setBox({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    seen.observe(element.current);
    return () => seen.disconnect();
  }, [element]);
  return box;
}
