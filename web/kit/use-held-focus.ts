/**
 * Holds the focus of the keyboard inside of a part, which has it as soon as it is drawn: what is typed right after the key
 * that opened it is not lost. `data-autofocus` marks what takes it.
 */
import { useFocusTrap } from '@mantine/hooks';
import { useCallback, useLayoutEffect, useRef } from 'react';
import { keepFocus } from './kept-focus.ts';

export function useHeldFocus(active: boolean): (element: HTMLElement | null) => void {
  const trap = useFocusTrap(active);
  const part = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const first = active && part.current?.querySelector('[data-autofocus]');
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  }, [active]);
  useLayoutEffect(() => (active && part.current ? keepFocus(part.current) : undefined), [active]);
  return useCallback(
    (element) => {
      part.current = element;
      trap(element);
    },
    [trap],
  );
}
