// A deed that is already under way is not begun again: a second press, a second Ctrl+Enter.
import { useRef } from 'react';

export function useOneAtATime(): (deed: () => Promise<void>) => Promise<void> {
  const busy = useRef(false);
  return async (deed) => {
    if (busy.current) return;
    busy.current = true;
    await deed().finally(() => {
      busy.current = false;
    });
  };
}
