// C adds a record to the list wherever no text is being typed, in the window that the list stands in and in no other.
import { type RefObject, useEffect } from 'react';
import { useAction } from './actions.ts';
import { useSay } from './texts.tsx';

/** `list`: a part of the list, for one that may stand in a window; without it the list stands on the page itself. */
export function useCreateKey(onCreate: () => void, may: boolean, list?: RefObject<HTMLElement | null>): void {
  const say = useSay();
  useAction({ id: 'create', text: say('palette.createHere'), keys: 'C', run: onCreate }, may);
  useEffect(() => {
    if (!may) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
      const withControl = event.ctrlKey || event.metaKey || event.altKey;
      if (event.code !== 'KeyC' || typing || withControl) return;
      if (target.closest('[role=dialog]') !== (list?.current?.closest('[role=dialog]') ?? null)) return;
      event.preventDefault();
      onCreate();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onCreate, may, list]);
}
