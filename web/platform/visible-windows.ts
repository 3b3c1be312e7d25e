// The windows that can be seen, from the back to the front, as they change.
import { useMediaQuery } from '@mantine/hooks';
import { useSyncExternalStore } from 'react';
import { deskStore, visibleOn } from './desk.ts';

export function useVisibleWindows(): string[] {
  return visibleOn(useSyncExternalStore(deskStore.subscribe, deskStore.read), useOnPhone());
}

/** Windows fill the screen there. */
export function useOnPhone(): boolean {
  return useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
}
