// Who may import what; an import itself is nobody's but its maker's.
import { mayBringIn } from '../../../contract/import-rights.ts';
import type { ImportKind } from '../../../contract/imports.ts';
import { type Actor, may } from '../../platform/actor.ts';

export function mayImport(actor: Actor, kind: ImportKind): boolean {
  return mayBringIn((of, verb) => may(actor, of, verb), kind);
}
