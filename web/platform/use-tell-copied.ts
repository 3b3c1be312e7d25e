// Tells how many rows of a long selection have come to the clipboard.
import { useCallback } from 'react';
import { notifications } from '../kit/notes/notes.ts';
import { useSay } from './texts.tsx';

export function useTellCopied(): (count: number, selected: number) => void {
  const say = useSay();
  return useCallback(
    (count, selected) =>
      notifications.show({
        id: 'copied',
        message: say(count < selected ? 'kit.copiedSome' : 'kit.copiedRows', { count, selected }),
      }),
    [say],
  );
}
