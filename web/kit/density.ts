/** Row density of all lists: an attribute of <html>, read by theme.css and by parts that count in pixels. */
import { useSyncExternalStore } from 'react';

export type Density = 'compact' | 'normal' | 'roomy';

/** Height of a grid row in pixels; the same numbers stand in theme.css as `--row-height`. */
export const rowHeights: Record<Density, number> = { compact: 24, normal: 28, roomy: 36 };

export function applyDensity(density: Density): void {
  document.documentElement.dataset.density = density;
}

/** The density in force; re-renders when `applyDensity` changes it. */
export function useDensity(): Density {
  return useSyncExternalStore(watchDensity, readDensity);
}

function readDensity(): Density {
  const value = document.documentElement.dataset.density;
  return value === 'compact' || value === 'roomy' ? value : 'normal';
}

function watchDensity(notify: () => void): () => void {
  const observer = new MutationObserver(notify);
  observer.observe(document.documentElement, { attributeFilter: ['data-density'] });
  return () => observer.disconnect();
}
