// Walking the calendar grid by keys. Letters by physical key, so that the Russian layout works.
import type { KeyboardEvent } from 'react';

export type Spot = { row: number; column: number };
export type Bounds = { rows: number; columns: number };

const pageRows = 10;

/** Where a key leads; null: it is no key of walking. Rows end at the totals, columns at the line's total. */
export function walk(event: KeyboardEvent, { row, column }: Spot, { rows, columns }: Bounds): Spot | null {
  const whole = event.ctrlKey || event.metaKey;
  const steps: Record<string, Spot> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
    Home: { row: whole ? 0 : row, column: 0 },
    End: { row: whole ? rows : row, column: columns - 1 },
  };
  const next = event.altKey ? undefined : steps[event.key];
  if (!next) return null;
  return {
    row: Math.min(Math.max(next.row, 0), rows),
    column: Math.min(Math.max(next.column, -1), columns),
  };
}

export type CellDeed =
  | 'open'
  | 'preview'
  | 'create'
  | 'cut'
  | 'paste'
  | 'expandAll'
  | 'collapseAll'
  | 'escape';

/** What a key does with the cell; null: nothing. */
export function cellDeed(event: KeyboardEvent): CellDeed | null {
  const control = event.ctrlKey || event.metaKey;
  if (control) return event.code === 'KeyX' ? 'cut' : event.code === 'KeyV' ? 'paste' : null;
  if (event.altKey) return null;
  if (event.code === 'KeyC') return 'create';
  const deeds: Record<string, CellDeed> = {
    Enter: 'open',
    ' ': 'preview',
    Escape: 'escape',
    '+': 'expandAll',
    '-': 'collapseAll',
  };
  return deeds[event.key] ?? null;
}
