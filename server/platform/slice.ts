// What a slice declares of itself. The platform loops over declarations; it knows no slice by name.
import type { z } from 'zod';
import type { Command, Query } from '../../contract/kit/request.ts';
import type { RightKind } from '../../contract/kit/rights.ts';
import type { Actor } from './actor.ts';
import type { RawBuilder } from './db/sql.ts';
import type { Reads, Tx } from './db/transaction.ts';
import type { Limited } from './limits.ts';

/** Past tense, singular noun: `task.created`. `owners` are the people whose records these are, before and after; left out: everybody's. */
export type Event = {
  name: string;
  ids: number[];
  owners?: number[];
  details?: Record<string, unknown>;
  /** It comes of what is there already by a rule of its own: no limit stands in its way. */
  byRule?: true;
};
export type Emit = (event: Event) => void;

export type CommandHandler<C extends Command = Command> = {
  request: C;
  may(actor: Actor, input: z.output<C['input']>): boolean;
  run(
    tx: Tx,
    actor: Actor,
    input: z.output<C['input']>,
    emit: Emit,
  ): Promise<Omit<z.output<C['output']>, 'operation'>>;
  /** Fields of its answer that are kept nowhere: a repeated request is answered without them. */
  secret?: readonly string[];
  /** True: what it did cannot be undone (the first run, an invitation that was accepted). */
  final?: boolean;
};

/** A ready JSON text, passed to the socket as it came from the database. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type QueryHandler<Q extends Query = Query> = {
  request: Q;
  may(actor: Actor, input: z.output<Q['input']>): boolean;
  answer(reads: Reads, actor: Actor, input: z.output<Q['input']>): Promise<z.output<Q['output']> | JsonText>;
};

/** An event as a listener gets it. */
export type Happened = {
  id: number;
  operation: number;
  name: string;
  ids: number[];
  owners: number[];
  details: Record<string, unknown>;
};

/** Inside the database, in the job's own transaction: takes effect exactly once. */
export type Reaction = {
  name: string;
  on: string[];
  run(tx: Tx, event: Happened, emit: Emit): Promise<void>;
  /** Run once when the job is given up after its last try: what waits for it must not wait for ever. */
  onGivenUp?(tx: Tx, event: Happened, emit: Emit): Promise<void>;
  /** The person on whose behalf it acts: the operation is theirs to see and to undo. Left out: the house itself. */
  personId?(event: Happened): number;
};

/** Done by the clock, once in the whole house. `when`: five fields of cron, in UTC; six, seconds first, where a minute is too long. `last`: the moment of the turn before. */
export type Turn = { name: string; when: string; run(tx: Tx, emit: Emit, last: string): Promise<void> };

/** A kind of record of a slice: what undo, history and live need to know of its table. */
export type RecordKind = {
  /** Plural noun: the kind in rights, views and addresses. */
  kind: string;
  table: string;
  /** Null: no role speaks of it; each row is its owner's own. */
  right: RightKind | null;
  /** The column with the person whose record it is; null where the kind knows no owner. */
  owner: string | null;
  /** Rows that say yes in this column are everybody's, and theirs to change who may change the kind `right`. */
  shared?: { column: string; right: RightKind };
  /** Emitted for rows that an undo has changed. */
  changed: string;
  /** All events of the kind: who may view the record hears of them. */
  events: string[];
  /** SQL of the name by which people know a row of `table`. */
  title: string;
  /** Columns that say one thing together: an undo takes back all of a set or none. */
  together?: string[][];
  /** Columns that follow from others of the row and of the firm while a column says so: what has become of them is nobody's change. */
  derived?: { column: string; while: string; is: boolean }[];
  /** After an undo has written rows of the kind: puts right what follows from other tables; refuses what the slice's rules forbid. */
  afterUndo?(tx: Tx, ids: number[], actor: Actor): Promise<void>;
};

/** A column that names a record of another table: what deletion, replacing and merging must ask. */
export type Reference = {
  /** The table whose records are named. */
  to: string;
  /** The table and column that name them. */
  table: string;
  column: string;
  /** The kind of the naming rows, and the condition of a view that shows them: `f.type=<id>` on `tasks`. */
  kind: string;
  field: string;
  /** Of the naming rows `r` those that keep the record; left out: all. The others go with it. */
  keeps?: RawBuilder<boolean>;
};

export type Slice = {
  name: string;
  /** Folder of plain SQL migrations. */
  migrations?: string;
  commands: CommandHandler[];
  queries: QueryHandler[];
  reactions?: Reaction[];
  turns?: Turn[];
  records?: RecordKind[];
  references?: Reference[];
  /** What of the slice whoever hosts the house may limit. */
  limited?: Limited[];
};

/** Ties a handler to its request, so that input and answer are checked by the compiler. */
export function commandHandler<C extends Command>(handler: CommandHandler<C>): CommandHandler {
  return handler as unknown as CommandHandler;
}

export function queryHandler<Q extends Query>(handler: QueryHandler<Q>): QueryHandler {
  return handler as unknown as QueryHandler;
}
