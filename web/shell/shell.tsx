// The house around every place: rail, top bar, keyboard, live. On a phone the rail lies at the bottom.
import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { AboveWindows } from '../kit/window/window-frame.ts';
import { HelpButton } from '../platform/help-button.tsx';
import { goLive } from '../platform/live.ts';
import { OpenCards } from './open-cards.tsx';
import { Rail } from './rail.tsx';
import { ShortcutSheet, useShellShortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';
import { WindowBar } from './window-bar.tsx';

const loadPalette = () => import('./palette/palette.tsx').then((file) => ({ default: file.Palette }));
/** What is not on the first screen comes once that is there. */
const afterFirst = 1500; // ms
const Palette = lazy(loadPalette);

export function Shell() {
  const client = useQueryClient();
  useEffect(() => goLive(client), [client]);
  const { sheetOpen, closeSheet, openSheet, paletteOpen, openPalette, closePalette } = useShellShortcuts();
  useEffect(() => void setTimeout(loadPalette, afterFirst), []);
  return (
    <AboveWindows value={<HelpButton />}>
      <div className="shell">
        <Rail />
        <TopBar onKeys={openSheet} onSearch={openPalette} />
        <main className="place background" id="place">
          <Suspense fallback={<div className="place-waiting" aria-busy="true" />}>
            <Outlet />
          </Suspense>
        </main>
        <WindowBar />
        <Suspense fallback={null}>
          <OpenCards />
        </Suspense>
        <Suspense fallback={null}>
          {paletteOpen && <Palette onClose={closePalette} onHelp={openSheet} />}
        </Suspense>
        <ShortcutSheet opened={sheetOpen} onClose={closeSheet} />
      </div>
    </AboveWindows>
  );
}
