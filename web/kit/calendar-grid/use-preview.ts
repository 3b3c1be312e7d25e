// The preview of a cell: after a short rest of the mouse on it, or by a key; it stays while the mouse is on it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Spot } from './use-cell-keys.ts';

const restBefore = 350; // ms
const stayAfter = 250; // ms

export type Preview = { spot: Spot; box: DOMRect; byKey: boolean };

export function usePreview() {
  const [preview, setPreview] = useState<Preview | null>(null);
  const timer = useRef(0);
  const later = useCallback((next: Preview | null, after: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setPreview(next), after);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    preview,
    rest: useCallback((spot: Spot, box: DOMRect) => later({ spot, box, byKey: false }, restBefore), [later]),
    leave: useCallback(() => later(null, stayAfter), [later]),
    hold: useCallback(() => clearTimeout(timer.current), []),
    show: useCallback((spot: Spot, box: DOMRect) => later({ spot, box, byKey: true }, 0), [later]),
    close: useCallback(() => later(null, 0), [later]),
  };
}
