// The house around every place: rail, top bar, keyboard, live. On a phone the rail lies at the bottom.
import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { fetchLateParts, fetchLatePartsQuietly, late } from '../kit/late/late.tsx';
import { AboveWindows } from '../kit/window/window-frame.ts';
import { HelpButton } from '../platform/help-button.tsx';
import { goLive } from '../platform/live.ts';
import { OpenCards } from './open-cards.tsx';
import { Rail } from './rail.tsx';
import { useShellShortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';
import { WindowBar } from './window-bar.tsx';

const Palette = late(() => import('./palette/palette.tsx').then((file) => file.Palette));
const ShortcutSheet = late(() => import('./shortcut-sheet.tsx').then((file) => file.ShortcutSheet));

export function Shell() {
  const client = useQueryClient();
  useEffect(() => goLive(client), [client]);
  const { sheetOpen, closeSheet, openSheet, paletteOpen, openPalette, closePalette } = useShellShortcuts();
  useEffect(() => fetchLateAfterFirst(), []);
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
        {paletteOpen && <Palette onClose={closePalette} onHelp={openSheet} />}
        {sheetOpen && <ShortcutSheet onClose={closeSheet} />}
      </div>
    </AboveWindows>
  );
}

/** The first screen has the line to itself for so long, or until somebody does something. */
const firstScreen = 1000; // ms

function fetchLateAfterFirst(): () => void {
  const events = ['pointermove', 'pointerdown', 'keydown'];
  const stop = () => {
    clearTimeout(timer);
    for (const event of events) removeEventListener(event, go, true);
  };
  const go = () => {
    stop();
    fetchLateParts();
  };
  const timer = setTimeout(() => fetchLatePartsQuietly().then(stop), firstScreen);
  for (const event of events) addEventListener(event, go, true);
  return stop;
}
