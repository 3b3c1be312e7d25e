// Where help appears on every screen, and the key that opens it.
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { helpBeside } from '../platform/help.ts';

const Help = lazy(() => import('./help.tsx').then((file) => ({ default: file.Help })));

export function HelpHost() {
  const { shown } = useSyncExternalStore(helpBeside.subscribe, helpBeside.read);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      if (helpBeside.read().shown) helpBeside.close();
      else helpBeside.show();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return <Suspense fallback={null}>{shown && <Help />}</Suspense>;
}
