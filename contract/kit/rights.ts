// Who may do what: a level for each verb of each kind of record. Pure; used by roles, access rules and the screens.
import { z } from 'zod';

export const levels = ['none', 'own', 'group', 'all'] as const;
export type Level = (typeof levels)[number];

export const verbs = ['view', 'add', 'change', 'delete', 'export'] as const;
export type Verb = (typeof verbs)[number];

/** Kinds of record that a role speaks of. Settings and people know only `none` and `all`. */
export const rightKinds = ['tasks', 'clients', 'directories', 'people', 'settings'] as const;
export type RightKind = (typeof rightKinds)[number];

export const rightsSchema = z.strictObject(
  Object.fromEntries(
    rightKinds.map((kind) => [
      kind,
      z.strictObject(
        Object.fromEntries(verbs.map((verb) => [verb, z.enum(levels)])) as Record<
          Verb,
          z.ZodEnum<Record<Level, Level>>
        >,
      ),
    ]),
  ) as Record<RightKind, z.ZodObject<Record<Verb, z.ZodEnum<Record<Level, Level>>>>>,
);
export type Rights = Record<RightKind, Record<Verb, Level>>;

/** True where nothing of `rights` goes beyond `bound`. A kind that one of them does not name yet counts as none. */
export function areRightsWithin(rights: Partial<Rights>, bound: Partial<Rights>): boolean {
  const rank = (level: Level | undefined) => levels.indexOf(level ?? 'none');
  return rightKinds.every((kind) =>
    verbs.every((verb) => rank(rights[kind]?.[verb]) <= rank(bound[kind]?.[verb])),
  );
}

/** The same level for every verb of every kind. */
export function rightsAtLevel(level: Level): Rights {
  const each = () => Object.fromEntries(verbs.map((verb) => [verb, level])) as Record<Verb, Level>;
  return Object.fromEntries(rightKinds.map((kind) => [kind, each()])) as Rights;
}
