// Which saved view a list was opened by, held for this tab of the browser: after a reload its changes are still changes of that view.
import type { Parameters } from '../../contract/kit/view-url.ts';

const storeKey = 'voronka.savedViews';

type Held = Record<string, { id: number; parameters: Parameters }>;

export function sameParameters(a: Parameters, b: Parameters): boolean {
  const sorted = (parameters: Parameters) =>
    JSON.stringify(Object.entries(parameters).sort(([x], [y]) => x.localeCompare(y)));
  return sorted(a) === sorted(b);
}

/** The saved view by which this very view was reached; null: none, or none that is known. */
export function heldTab(of: string, parameters: Parameters): number | null {
  const held = readHeld()[of];
  return held && sameParameters(held.parameters, parameters) ? held.id : null;
}

export function holdTab(of: string, id: number | null, parameters: Parameters): void {
  const { [of]: _was, ...others } = readHeld();
  try {
    sessionStorage.setItem(
      storeKey,
      JSON.stringify(id === null ? others : { ...others, [of]: { id, parameters } }),
    );
  } catch {
    // A browser that keeps nothing.
  }
}

export function forgetTabs(): void {
  sessionStorage.removeItem(storeKey);
}

function readHeld(): Held {
  try {
    return JSON.parse(sessionStorage.getItem(storeKey) ?? '{}');
  } catch {
    return {};
  }
}
