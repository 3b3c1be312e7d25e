// Who uses the database: every Voronka process shares one advisory lock on a connection of its own, and only the one that can
// have that lock alone, the last to leave, may stop the server. The lock of a killed process ends with its connection.
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedFault } from './fault.ts';

/** What a client needs besides the name of the database; `host` is a folder of sockets or 127.0.0.1. */
export type Connection = { host: string; port: number; user: string; password: string };

// @types/pg does not know these two.
type Held = Client & { ref(): void; unref(): void };

const PRESENCE_KEY = 0x766f726f6e;
const CONNECT_MS = 30_000;
const WRONG_PASSWORD = '28P01';

export class Presence {
  readonly #connection: Connection;
  #client: Held | undefined;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Takes the shared lock and keeps it without keeping the process alive for it.
   * @throws EmbeddedFault passwordRefused, or startFailed when no connection is had within 30 s.
   */
  static async enter(connection: Connection): Promise<Presence> {
    const presence = new Presence(connection);
    const client = await presence.#connected();
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_KEY]);
    client.unref();
    return presence;
  }

  /** Gives the shared lock up and says whether nobody else has it: then the server may be stopped. To be called inside `aloneInRoot`. */
  async leave(): Promise<boolean> {
    const kept = this.#client;
    const client = kept ?? (await this.#connected());
    client.ref();
    try {
      if (kept) await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE_KEY]);
      const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
        PRESENCE_KEY,
      ]);
      return rows[0]!.alone;
    } finally {
      await client.end();
    }
  }

  async #connected(): Promise<Held> {
    for (const deadline = Date.now() + CONNECT_MS; ; await pause(100)) {
      const client = new Client({ ...this.#connection, database: 'postgres' }) as Held;
      client.on('error', () => (this.#client = undefined)); // the server went: leave() connects anew
      try {
        await client.connect();
        return (this.#client = client);
      } catch (error) {
        // After a crash of one of its children the server refuses connections for a moment.
        if (isHopeless(error) || Date.now() > deadline) throw unreachable(error);
      }
    }
  }
}

function isHopeless(error: unknown): boolean {
  return (error as { code?: string }).code === WRONG_PASSWORD;
}

function unreachable(cause: unknown): EmbeddedFault {
  if (isHopeless(cause)) {
    return new EmbeddedFault(
      'embedded.passwordRefused',
      'The database does not accept the password in the file db-password of its data folder. Put the right file back from a backup.',
      cause,
    );
  }
  const reason = (cause as Error).message;
  return new EmbeddedFault(
    'embedded.startFailed',
    `The database runs but takes no connections: ${reason}. See postgres.log in its data folder.`,
    cause,
  );
}
