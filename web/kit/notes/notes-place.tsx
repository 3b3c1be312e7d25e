/** Where the toasts stand; nothing until the first. */
import { useSyncExternalStore } from 'react';
import { late } from '../late/late.tsx';
import { firstNote } from './notes.ts';

const NotesBox = late(() => import('./notes-box.tsx').then((file) => file.NotesBox));

export function NotesPlace() {
  return useSyncExternalStore(firstNote.subscribe, firstNote.isTold) ? <NotesBox /> : null;
}
