// The house around every place: rail, top bar, keyboard, live. On a phone the rail lies at the bottom.
import { useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { goLive } from '../platform/live.ts';
import { OpenCards } from './open-cards.tsx';
import { Rail } from './rail.tsx';
import { ShortcutSheet, useShellShortcuts } from './shortcuts.tsx';
import { TopBar } from './top-bar.tsx';

export function Shell() {
  const client = useQueryClient();
  useEffect(() => goLive(client), [client]);
  const { sheetOpen, closeSheet, openSheet } = useShellShortcuts();
  return (
    <div className="shell">
      <Rail />
      <TopBar onKeys={openSheet} />
      <main className="place" id="place">
        <Suspense fallback={<div className="place-waiting" aria-busy="true" />}>
          <Outlet />
        </Suspense>
      </main>
      <Suspense fallback={null}>
        <OpenCards />
      </Suspense>
      <ShortcutSheet opened={sheetOpen} onClose={closeSheet} />
    </div>
  );
}
