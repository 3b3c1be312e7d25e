// The windows that can be seen, from the back to the front, as they change.
import { useSyncExternalStore } from 'react';
import { deskStore, visibleOn } from './desk.ts';

export function useVisibleWindows(): string[] {
  return visibleOn(useSyncExternalStore(deskStore.subscribe, deskStore.read));
}
