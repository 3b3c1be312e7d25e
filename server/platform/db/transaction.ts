// The ways to the database: reading(), present() and writing(). Only this file makes a `Tx`, so a query cannot write nor a command forget its operation.
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Declared } from '../house.ts';
import type { Limits } from '../limits.ts';
import { type Executor, joining } from './joined-reads.ts';
import { type RawBuilder, statement } from './sql.ts';

/** What the ways need of the house. */
export type Ways = {
  writer: pg.Pool;
  single: pg.Pool;
  reader: pg.Pool;
  steady: pg.Pool;
  clock: Clock;
  declared: Declared;
  limits: Limits;
};

/** Rows by a composed fragment; shared by reads and transactions. */
export interface Rows {
  /** The moment of the request or operation, ISO 8601: one for all rows it writes. */
  readonly now: string;
  readonly declared: Declared;
  readonly limits: Limits;
  rows<T>(fragment: RawBuilder<T>): Promise<T[]>;
  /** Rows of a question that many screens ask at once: joined-reads.ts. Not to be changed by who gets them. */
  together<T>(fragment: RawBuilder<T>): Promise<readonly T[]>;
  /** The same of a statement whose plan does not depend on its values: planned once. */
  steadily<T>(fragment: RawBuilder<T>): Promise<readonly T[]>;
  /** The first row; undefined where there is none. */
  one<T>(fragment: RawBuilder<T>): Promise<T | undefined>;
}

declare const readsMark: unique symbol;
declare const txMark: unique symbol;

/** Reads on a role that may only SELECT. */
export interface Reads extends Rows {
  readonly [readsMark]: true;
}

/** One transaction of one operation: every row it changes is journalled under `operation`. */
export interface Tx extends Rows {
  readonly [txMark]: true;
  /** Known as soon as any statement of the transaction has been answered. */
  readonly operation: number;
  /** The last statement: it goes together with the commit, and its row is there once that is done. Nothing follows it. */
  last<T>(fragment: RawBuilder<T>): Promise<T | undefined>;
  /** A statement of its own that stays even when the operation is refused: counters of attempts, progress. */
  aside(fragment: RawBuilder<unknown>): Promise<void>;
}

/** `together` and `steady`: where those are asked; absent: as all else. */
type Executors = { executor: Executor; together?: Executor; steady?: Executor };

function rowsOver(
  { executor, together = executor, steady = executor }: Executors,
  { clock, declared, limits }: Pick<Ways, 'clock' | 'declared' | 'limits'>,
): Rows {
  return {
    now: clock.now().toString(),
    declared,
    limits,
    async rows<T>(fragment: RawBuilder<T>) {
      return (await executor.query(statement(fragment))).rows as T[];
    },
    async together<T>(fragment: RawBuilder<T>) {
      return (await together.query(statement(fragment))).rows as T[];
    },
    async steadily<T>(fragment: RawBuilder<T>) {
      return (await steady.query(statement(fragment))).rows as T[];
    },
    async one<T>(fragment: RawBuilder<T>) {
      return (await executor.query(statement(fragment))).rows[0] as T | undefined;
    },
  };
}

/** Reads over the reading pool: single statements, no BEGIN. */
export function reading(ways: Ways): Reads {
  const { reader, steady } = ways;
  return rowsOver({ executor: reader, together: joining(reader), steady: joining(steady) }, ways) as Reads;
}

/** Single statements on the writing database: for what a replica that lags must not answer, and for tables outside of the journal. */
export function present(ways: Ways): Rows {
  return rowsOver({ executor: ways.single }, ways);
}

/** Named: parsed and planned once a connection. */
const takeNumber = {
  name: 'take-operation',
  text: `select nextval('operation_ids')::bigint as operation,
    set_config('voronka.operation', currval('operation_ids')::text, true), set_config('voronka.touched', '0', true)`,
};

/** Deadlock, serialization, a database that only starts. */
const passing = new Set(['40P01', '40001', '57P03']);
/** A row that came or went between a check and the write: seen at a second look, the check itself refuses it. */
const races = new Set(['23503', '23505']);
/** The same request is there already: a second try would find it there again. */
export const requestConstraints: ReadonlySet<string> = new Set(['operations_request', 'quiet_requests_pkey']);
const tries = 3;

/** One write transaction; rolled back whole when `work` throws. What may go well at a second try is tried again, since nothing has taken effect. */
export async function writing<T>(ways: Ways, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(ways, work);
    } catch (error) {
      if (attempt >= tries || !isWorthAnotherTry(error)) throw error;
    }
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof LostConnection) return !error.whileCommitting;
  const { code = '', constraint } = error as { code?: string; constraint?: string };
  return passing.has(code) || (races.has(code) && !requestConstraints.has(constraint ?? ''));
}

function once<T>(ways: Ways, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transacted(ways.writer, (client, begun, follow) => {
    let operation: number | undefined;
    begun.then(
      ({ rows }) => {
        operation = rows[0]?.operation;
      },
      () => {},
    );
    const rows = rowsOver({ executor: client }, ways);
    const tx = {
      ...rows,
      get operation() {
        if (operation === undefined)
          throw new Error('no statement of this transaction has been answered yet');
        return operation;
      },
      last: <R>(fragment: RawBuilder<R>) => follow(rows.one(fragment)),
      aside: asideOf(ways.single),
    };
    return work(tx as unknown as Tx);
  });
}

/** The database went away under a transaction. While it was committing nobody knows whether the work has taken effect. */
class LostConnection extends Error {
  readonly code = 'ECONNRESET';
  readonly whileCommitting: boolean;
  constructor(whileCommitting: boolean, cause: Error) {
    super('the connection to the database was lost', { cause });
    this.whileCommitting = whileCommitting;
  }
}

type Follow = <R>(last: Promise<R>) => Promise<R>;

/**
 * Rolls back when `work` throws; a lost connection is thrown away. Statements go down the line without waiting for the answers
 * to those before them (the pool is a pipelined one): the work's first goes with the begin, its last with the commit.
 * Throws LostConnection.
 */
async function transacted<T>(
  pool: pg.Pool,
  work: (
    client: pg.PoolClient,
    begun: Promise<pg.QueryResult<{ operation: number }>>,
    follow: Follow,
  ) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  let last: Promise<unknown> | undefined;
  let committing = false;
  const lose = (error: Error) => {
    lost ??= error;
  };
  const follow: Follow = (statement) => {
    statement.catch(() => {});
    last = statement;
    return statement;
  };
  client.on('error', lose);
  try {
    const opened = client.query('begin');
    opened.catch(() => {});
    const begun = client.query<{ operation: number }>(takeNumber);
    const result = await work(client, begun, follow);
    await opened;
    await begun;
    committing = true;
    const committed = client.query('commit');
    committed.catch(() => {});
    await last;
    await committed;
    return result;
  } catch (error) {
    await client.query('rollback').catch(lose);
    throw lost ? new LostConnection(committing, lost) : error;
  } finally {
    client.off('error', lose);
    client.release(lost);
  }
}

/** Over a pool that no transaction holds connections of: it never waits for one that waits for it. */
function asideOf(pool: pg.Pool): Tx['aside'] {
  return async (fragment) => {
    await pool.query(statement(fragment));
  };
}
