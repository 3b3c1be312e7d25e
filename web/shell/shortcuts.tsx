// Shortcuts of the shell, by physical key so that the Russian layout works.
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { withCards } from '../platform/cards.ts';
import { useRedo, useUndo } from '../platform/deeds.tsx';
import { gatherKeys, takeKeys } from './palette/early-keys.ts';
import { usePlaces } from './rail.tsx';
import { useSignOut } from './sign-out.ts';

/** True where letters are being typed: single keys belong to the text then. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

export function useShellShortcuts() {
  const [sheetOpen, setSheet] = useState(false);
  const [paletteOpen, setPalette] = useState(false);
  const openPalette = useCallback(() => {
    gatherKeys();
    setPalette(true);
  }, []);
  const closePalette = useCallback(() => {
    takeKeys();
    setPalette(false);
  }, []);
  const signOut = useSignOut();
  const undo = useUndo();
  const redo = useRedo();
  const places = usePlaces();
  const navigate = useNavigate();
  useEffect(() => {
    const search = withCards as never;
    const onKey = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      const typing = isTyping(event.target);
      if (control && event.code === 'KeyZ' && !typing) (event.shiftKey ? redo : undo)();
      else if (control && event.code === 'KeyY' && !typing) redo();
      else if (control && event.code === 'KeyK') (paletteOpen ? closePalette : openPalette)();
      else if (event.altKey && !control && /^Digit[0-9]$/.test(event.code)) goTo(Number(event.code.slice(5)));
      else if (event.altKey && !control && event.code === 'KeyQ') void signOut();
      else if (event.altKey && !control && event.code === 'KeyM') navigate({ to: '/my-day', search });
      else if (event.altKey && event.code === 'KeyB') document.getElementById('bell')?.click();
      else if (event.key === '?' && !typing) setSheet(true);
      else return;
      event.preventDefault();
    };
    const goTo = (n: number) => {
      const place = places.find(({ keys }) => keys === `Alt+${n}`);
      if (n === 0) navigate({ to: '/settings', hash: 'background', search });
      else if (n === 9)
        navigate({ to: '/directories/$directory', params: { directory: 'taskStates' }, search });
      else if (place) navigate({ to: place.to, search });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo, places, navigate, signOut, paletteOpen, openPalette, closePalette]);
  return {
    sheetOpen,
    openSheet: () => setSheet(true),
    closeSheet: () => setSheet(false),
    paletteOpen,
    openPalette,
    closePalette,
  };
}
