// How far an actor reaches among the records of a kind, whichever way the kind knows rights and owners.
import type { Level, Verb } from '../../contract/kit/rights.ts';
import { type Actor, levelOf } from './actor.ts';
import type { RecordKind } from './slice.ts';

/** A kind without a right of its own belongs to each row's owner; a kind without owners is within reach whole or not at all. */
export function levelFor(actor: Actor, { right, owner }: RecordKind, verb: Verb): Level {
  const level = right === null ? (actor.keeper ? 'all' : 'own') : levelOf(actor, right, verb);
  return owner === null && level !== 'none' ? 'all' : level;
}
