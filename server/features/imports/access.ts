// Who may import what; an import itself is nobody's but its maker's.
import type { ImportKind } from '../../../contract/imports.ts';
import { type Actor, may } from '../../platform/actor.ts';

export function mayImport(actor: Actor, kind: ImportKind): boolean {
  return kind === 'tasks'
    ? may(actor, 'tasks', 'add')
    : may(actor, 'clients', 'add') || may(actor, 'clients', 'change');
}
