// C adds a record to the list wherever no text is being typed and no window stands over the list.
import { useEffect } from 'react';

export function useCreateKey(onCreate: () => void, may: boolean): void {
  useEffect(() => {
    if (!may) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
      const withControl = event.ctrlKey || event.metaKey || event.altKey;
      if (event.code !== 'KeyC' || typing || withControl || target.closest('[role=dialog]')) return;
      event.preventDefault();
      onCreate();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onCreate, may]);
}
