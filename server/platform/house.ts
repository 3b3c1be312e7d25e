// What a running house holds together: pools, clock, the declarations of all slices, and the waker. Made once by app.ts.
import type pg from 'pg';
import { platformTurns } from './clearing.ts';
import type { Clock } from './clock.ts';
import type { ConnectionTarget } from './db/connection.ts';
import type { Limited, Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { CommandHandler, QueryHandler, Reaction, RecordKind, Reference, Slice, Turn } from './slice.ts';
import type { Waker } from './waker.ts';

export type House = {
  /** For transactions. */
  writer: pg.Pool;
  /** For single statements beside transactions, on the same database: held by nobody for longer than one statement. */
  single: pg.Pool;
  reader: pg.Pool;
  /** Reads whose plan does not depend on their values: it is made once. */
  steady: pg.Pool;
  target: ConnectionTarget;
  clock: Clock;
  log: Log;
  waker: Waker;
  declared: Declared;
  limits: Limits;
};

/** All declarations by name. */
export type Declared = {
  commands: Map<string, CommandHandler>;
  queries: Map<string, QueryHandler>;
  reactions: Map<string, Reaction>;
  /** Listeners by the event they listen to. */
  listeners: Map<string, string[]>;
  turns: Turn[];
  records: RecordKind[];
  references: Reference[];
  limited: Limited[];
};

export function declare(slices: Slice[]): Declared {
  const declared: Declared = {
    commands: new Map(),
    queries: new Map(),
    reactions: new Map(),
    listeners: new Map(),
    turns: [...platformTurns, ...slices.flatMap((slice) => slice.turns ?? [])],
    records: slices.flatMap((slice) => slice.records ?? []),
    references: slices.flatMap((slice) => slice.references ?? []),
    limited: slices.flatMap((slice) => slice.limited ?? []),
  };
  for (const slice of slices) addSlice(declared, slice);
  return declared;
}

function addSlice(declared: Declared, slice: Slice): void {
  for (const handler of slice.commands) addOnce(declared.commands, handler.request.name, handler);
  for (const handler of slice.queries) addOnce(declared.queries, handler.request.name, handler);
  for (const reaction of slice.reactions ?? []) {
    addOnce(declared.reactions, reaction.name, reaction);
    for (const event of reaction.on)
      declared.listeners.set(event, [...(declared.listeners.get(event) ?? []), reaction.name]);
  }
}

function addOnce<T>(map: Map<string, T>, name: string, value: T): void {
  if (map.has(name)) throw new Error(`${name} is declared twice`);
  map.set(name, value);
}
