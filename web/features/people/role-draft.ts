// A role being written: its name and each right by itself, so that what two keepers change at once goes together. Pure.
import {
  type Level,
  type RightKind,
  type Rights,
  rightKinds,
  type Verb,
  verbs,
} from '../../../contract/kit/rights.ts';
import type { Role } from '../../../contract/people.ts';

/** One right: `tasks.view`. */
export type Cell = `${RightKind}.${Verb}`;
export type RoleFields = { name: string } & Record<Cell, Level>;

export const cellsOf = (kind: RightKind) => verbs.map((verb) => ({ verb, cell: `${kind}.${verb}` as Cell }));

export function fieldsOf({ name, rights }: Pick<Role, 'name' | 'rights'>): RoleFields {
  const levels = rightKinds.flatMap((kind) =>
    cellsOf(kind).map(({ verb, cell }): [Cell, Level] => [cell, rights[kind]?.[verb] ?? 'none']),
  );
  return { name, ...(Object.fromEntries(levels) as Record<Cell, Level>) };
}

export function rightsOf(fields: RoleFields): Rights {
  const ofKind = (kind: RightKind) =>
    Object.fromEntries(cellsOf(kind).map(({ verb, cell }) => [verb, fields[cell]]));
  return Object.fromEntries(rightKinds.map((kind) => [kind, ofKind(kind)])) as Rights;
}
