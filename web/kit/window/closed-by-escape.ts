/**
 * What a small window (Mantine's Modal) is given so that Esc closes it last: after the list, the calendar, the menu or the half-typed
 * field inside that the key was meant for. Mantine's own hears the key before them, and what was typed went with the window. Of a
 * popover the key is heard by its dropdown.
 */
import type { KeyboardEvent } from 'react';

export function closedByEscape(onClose: () => void) {
  return {
    onClose,
    closeOnEscape: false,
    onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
      if ((event.target as Element).closest('[role=menu]')) return;
      event.stopPropagation();
      onClose();
    },
  };
}
