// Limits that whoever hosts the house has set by the environment. Without one nothing is asked of the database and nothing is slower.
import { type RawBuilder, sql } from './db/sql.ts';
import type { Rows, Tx } from './db/transaction.ts';
import { refuse } from './refusals.ts';
import type { Event } from './slice.ts';

export type Limits = {
  /** The most there may be, by the kind that a slice declares. */
  most: Partial<Record<string, number>>;
  /** Whom to ask for more; empty: not said. */
  contact: string;
};

export const noLimits: Limits = { most: {}, contact: '' };

/** Something that can be limited, and how much of it there is. */
export type Limited = {
  kind: string;
  /** The events after which there may be more of it; none: its slice asks by itself. */
  on: string[];
  used(rows: Rows): RawBuilder<{ used: number }>;
};

/**
 * Refuses `limit.reached` where there is now more than may be: asked after the write and before the commit, under one lock that
 * is held until then, so that writers at the same time see one another's rows and none gets past. What an undo brings back is
 * not asked about: it was there before.
 */
export async function mustBeWithin(tx: Tx, kinds: string[]): Promise<void> {
  for (const { kind, used } of limitedOf(tx, kinds)) {
    await tx.rows(sql`select pg_advisory_xact_lock(hashtext('limits'))`);
    const found = await tx.one(used(tx));
    if ((found?.used ?? 0) > mostOf(tx, kind)) refuse('limit.reached', { kind, ...limitParams(tx, kind) });
  }
}

/** Refuses `limit.noRoom` where so many more do not fit; what comes in meanwhile is seen by `mustBeWithin` at the end. */
export async function mustHaveRoom(rows: Rows, wanted: { kind: string; count: number }): Promise<void> {
  for (const { kind, used } of limitedOf(rows, [wanted.kind])) {
    const room = Math.max(0, mostOf(rows, kind) - ((await rows.one(used(rows)))?.used ?? 0));
    if (wanted.count > room) refuse('limit.noRoom', { ...wanted, room, ...limitParams(rows, kind) });
  }
}

/** The kinds of a limit that the events have come under. */
export function limitedBy(rows: Rows, events: Event[]): string[] {
  if (Object.keys(rows.limits.most).length === 0) return [];
  const names = new Set(events.filter(({ byRule }) => !byRule).map(({ name }) => name));
  return rows.declared.limited.filter(({ on }) => on.some((name) => names.has(name))).map(({ kind }) => kind);
}

function limitedOf({ declared, limits }: Rows, kinds: string[]): Limited[] {
  return declared.limited.filter(({ kind }) => kinds.includes(kind) && limits.most[kind] !== undefined);
}

const mostOf = ({ limits }: Rows, kind: string): number => limits.most[kind] ?? Number.POSITIVE_INFINITY;

const limitParams = (rows: Rows, kind: string) => ({
  limit: mostOf(rows, kind),
  contact: rows.limits.contact || 'none',
});
