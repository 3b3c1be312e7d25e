// How far an actor reaches among the records of a kind, whichever way the kind knows rights and owners.
import type { Level, Verb } from '../../contract/kit/rights.ts';
import { type Actor, levelOf } from './actor.ts';
import { type RawBuilder, sql } from './db/sql.ts';
import type { Rows } from './db/transaction.ts';
import type { RecordKind } from './slice.ts';

/** A kind without a right of its own belongs to each row's owner; a kind without owners is within reach whole or not at all. */
export function levelFor(actor: Actor, { right, owner }: RecordKind, verb: Verb): Level {
  const level = right === null ? (actor.keeper ? 'all' : 'own') : levelOf(actor, right, verb);
  return owner === null && level !== 'none' ? 'all' : level;
}

/** The people whose rows are within such a reach. */
export function ownersWithin(actor: Actor, level: 'none' | 'own' | 'group'): number[] {
  if (level === 'group') return actor.groupUserIds;
  return level === 'own' && actor.userId !== null ? [actor.userId] : [];
}

/** Of rows `r` of the table: those that the actor may do this to. What is no record of a kind is everybody's. */
export function reachedRows(
  { declared }: Pick<Rows, 'declared'>,
  actor: Actor,
  { table, verb }: { table: string; verb: Verb },
): RawBuilder<boolean> {
  const record = declared.records.find((each) => each.table === table);
  const level = record ? levelFor(actor, record, verb) : 'all';
  if (level === 'all' || !record?.owner) return sql<boolean>`${level !== 'none'}::boolean`;
  return sql<boolean>`coalesce(r.${sql.ref(record.owner)} = any(${ownersWithin(actor, level)}::bigint[]), false)`;
}
