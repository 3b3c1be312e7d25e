// The preview of a cell: after a short rest of the mouse on it, or by a key; it stays while the mouse is on it.
import { type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import type { Cell } from './cells.ts';

const restBefore = 350; // ms
const stayAfter = 250; // ms

export type Preview = { cell: Cell; box: DOMRect; byKey: boolean };

export function usePreview() {
  const [preview, setPreview] = useState<Preview | null>(null);
  const timer = useRef(0);
  const later = useCallback((next: SetStateAction<Preview | null>, after: number) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setPreview(next), after);
  }, []);
  /** What a key or a press does is there before the next key. */
  const now = useCallback((next: Preview | null) => {
    clearTimeout(timer.current);
    setPreview(next);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    preview,
    /** One that was opened by a key stays until a key or a press closes it, wherever the mouse lies. */
    rest: useCallback(
      (cell: Cell, box: DOMRect) =>
        later((shown) => (shown?.byKey ? shown : { cell, box, byKey: false }), restBefore),
      [later],
    ),
    leave: useCallback(() => later((shown) => (shown?.byKey ? shown : null), stayAfter), [later]),
    hold: useCallback(() => clearTimeout(timer.current), []),
    show: useCallback((cell: Cell, box: DOMRect) => now({ cell, box, byKey: true }), [now]),
    close: useCallback(() => now(null), [now]),
  };
}
