// Pure: who may bring in which tables, for the server and the screens.
import type { ImportKind } from './imports.ts';
import type { Verb } from './kit/rights.ts';

/** `may`: whether there is any level of the right. */
export function mayBringIn(may: (kind: ImportKind, verb: Verb) => boolean, kind: ImportKind): boolean {
  return kind === 'tasks' ? may('tasks', 'add') : may('clients', 'add') || may('clients', 'change');
}
