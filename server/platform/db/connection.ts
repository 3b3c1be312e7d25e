// Pools over `pg`: one that writes, one whose role may only SELECT. The only file with the driver's settings.
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { Log } from '../log.ts';

/** How a PostgreSQL is reached; `url` wins over the single parts. */
export type ConnectionTarget = {
  url?: string;
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
};

const int8 = 20;
const date = 1082;
const timestamptz = 1184;
const numeric = 1700;
const int8Array = 1016;

function parsers(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === int8) return Number;
  if (oid === date || oid === numeric) return String;
  if (oid === timestamptz) return (text) => new Date(text).toISOString();
  if (oid === int8Array) return (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number));
  return pg.types.getTypeParser(oid, (format ?? 'text') as 'text');
}

/** A pool on `target`. Ids arrive as numbers, days as `YYYY-MM-DD`, instants as ISO strings in UTC, numerics as text. */
export function openPool(
  target: ConnectionTarget,
  log: Log,
  options: { max: number; settings: string; pipeline?: boolean },
): pg.Pool {
  const pool = new pg.Pool({
    ...driverTarget(target),
    max: options.max,
    pipeline: options.pipeline ?? false,
    options: `-c timezone=UTC ${options.settings}`,
    types: { getTypeParser: parsers as unknown as typeof pg.types.getTypeParser },
  });
  if (options.pipeline) pool.on('connect', sendTogether);
  pool.on('error', (error) => log.warn({ error: error.message }, 'database.connectionLost'));
  return pool;
}

/** What a pipelined connection is asked in one turn of the event loop goes out in one piece: a call of the system costs as much as a small statement. */
function sendTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
  let gathering = false;
  const send = () => {
    gathering = false;
    stream.uncork();
  };
  client.query = ((...asked: unknown[]) => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      process.nextTick(send);
    }
    return query(...asked);
  }) as typeof client.query;
}

/** The same target as the driver wants it. */
export function driverTarget(target: ConnectionTarget): pg.ClientConfig {
  const { url, ...parts } = target;
  return { ...(url ? { connectionString: url } : parts), keepAlive: true };
}

/** A connection outside of the pools: for locks held for long and for LISTEN. */
export async function openClient(target: ConnectionTarget): Promise<pg.Client> {
  const client = new pg.Client(driverTarget(target));
  client.on('error', () => {}); // the statement that waits, or the next one, tells of a lost connection
  await client.connect();
  return client;
}
