// Who asks the very same at the same moment gets the same answer: five hundred screens that hear of one change ask one question.
import pg from 'pg';
import type { Statement } from './sql.ts';

export type Executor = { query(asked: Statement): Promise<pg.QueryResult> };

const executors = new WeakMap<pg.Pool, Executor>();

/**
 * Statements over a pool of readers. One that waits for a connection is joined by those that are the same to the letter, values too;
 * one that is on its way is not, for it may have begun before what the next one must see. Rows of an answer are frozen: several hold them.
 */
export function joining(pool: pg.Pool): Executor {
  const known = executors.get(pool);
  if (known) return known;
  const waiting = new Map<string, Promise<pg.QueryResult>>();
  const executor: Executor = {
    query(asked) {
      const key = JSON.stringify([asked.text, asked.values]);
      const joined = waiting.get(key);
      if (joined) return joined;
      const answer = askInTurn(pool, asked, () => waiting.delete(key));
      waiting.set(key, answer);
      return answer;
    },
  };
  executors.set(pool, executor);
  return executor;
}

async function askInTurn(pool: pg.Pool, asked: Statement, begin: () => void): Promise<pg.QueryResult> {
  const client = await pool.connect().finally(begin);
  let lost: Error | undefined;
  const lose = (error: Error) => {
    lost = error;
  };
  client.on('error', lose);
  try {
    const answer = await client.query(asked);
    Object.freeze(answer.rows);
    return answer;
  } catch (error) {
    // A refusal by the database leaves the connection whole; anything else may have broken it.
    if (!(error instanceof pg.DatabaseError)) lost ??= error as Error;
    throw error;
  } finally {
    client.off('error', lose);
    client.release(lost);
  }
}
