// Who acts: a person with the rights of a role, or the house itself (jobs, first run).
import {
  type Level,
  type RightKind,
  type Rights,
  rightsAtLevel,
  type Verb,
} from '../../contract/kit/rights.ts';
import { refuse } from './refusals.ts';

export type Actor = {
  /** Null: the house itself. */
  userId: number | null;
  sessionId: number | null;
  /** May do what only the keeper of the installation may: roles, other people's operations, demo data. */
  keeper: boolean;
  rights: Rights;
  /** The people of the actor's own group and of the groups below it, the actor among them. */
  groupUserIds: number[];
  /** The firm's: what a day is. */
  timeZone: string;
};

/** The house itself: for reactions and schedules. It may everything and owns nothing. */
export const house: Actor = {
  userId: null,
  sessionId: null,
  keeper: true,
  rights: rightsAtLevel('all'),
  groupUserIds: [],
  timeZone: 'UTC',
};

/** Stands in for nobody where a request is open: it may nothing by itself. */
export const stranger: Actor = {
  userId: null,
  sessionId: null,
  keeper: false,
  rights: rightsAtLevel('none'),
  groupUserIds: [],
  timeZone: 'UTC',
};

/** A kind that is younger than the actor's role is open to keepers only, until the role says otherwise. */
export function levelOf(actor: Actor, kind: RightKind, verb: Verb): Level {
  return actor.rights[kind]?.[verb] ?? (actor.keeper ? 'all' : 'none');
}

/** True where the actor may do this to at least some records of the kind. */
export function may(actor: Actor, kind: RightKind, verb: Verb): boolean {
  return levelOf(actor, kind, verb) !== 'none';
}

/** Whether a record owned by `owner` is within the actor's reach for the verb. */
export function reaches(actor: Actor, kind: RightKind, verb: Verb, owner: number | null): boolean {
  switch (levelOf(actor, kind, verb)) {
    case 'all':
      return true;
    case 'group':
      return owner !== null && actor.groupUserIds.includes(owner);
    case 'own':
      return owner !== null && owner === actor.userId;
    case 'none':
      return false;
  }
}

/** Refuses `right.missing`, naming what is missed, unless the actor reaches the record. */
export function mustReach(actor: Actor, kind: RightKind, verb: Verb, owner: number | null): void {
  if (!reaches(actor, kind, verb, owner)) refuse('right.missing', { kind, verb });
}
