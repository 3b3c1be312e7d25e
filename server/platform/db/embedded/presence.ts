// Who uses the database: every Voronka process shares one advisory lock on a connection of its own, and only the one that can
// have that lock alone, the last to leave, may stop the server. The lock of a killed process ends with its connection.
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedFault } from './fault.ts';
import { isAlive } from './pid-file.ts';

/** What a client needs besides the name of the database; `host` is a folder of sockets or 127.0.0.1. */
export type Connection = { host: string; port: number; user: string; password: string };

// @types/pg does not know these two.
type Held = Client & { ref(): void; unref(): void };

const PRESENCE_KEY = 0x766f726f6e;
const CONNECT_MS = 30_000;
const RECOVERY_MS = 10 * 60_000; // after a crash of one of its children the server may replay some gigabytes
const RECOVERING = '57P03';
const WRONG_PASSWORD = '28P01';

export class Presence {
  readonly #connection: Connection;
  readonly #pid: number;
  #client: Held | undefined;
  /** Comes true when the server has ended our connection, or when `lose` is called because it is about to. */
  readonly lost: Promise<void>;
  readonly lose: () => void;

  private constructor(connection: Connection, pid: number) {
    this.#connection = connection;
    this.#pid = pid;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.lost = promise;
    this.lose = resolve;
  }

  /**
   * Takes the shared lock and keeps it without keeping the process alive for it.
   * @param pid of the server: once it is gone nobody waits for it
   * @throws EmbeddedFault passwordRefused, or startFailed when no connection is had within 30 s (10 min while the server recovers).
   */
  static async enter(connection: Connection, pid: number): Promise<Presence> {
    const presence = new Presence(connection, pid);
    const client = await presence.#connected();
    await client.query('select pg_advisory_lock_shared($1)', [PRESENCE_KEY]);
    client.unref();
    presence.#client = client;
    return presence;
  }

  /** Gives the shared lock up and says whether nobody else has it: then the server may be stopped. To be called inside `aloneInRoot`. */
  async leave(): Promise<boolean> {
    const kept = this.#client;
    this.#client = undefined;
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
    for (const since = Date.now(); ; await pause(100)) {
      const client = new Client({ ...this.#connection, database: 'postgres' }) as Held;
      client.on('error', () => {}); // its end tells as much
      client.on('end', () => this.#ended(client));
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (this.#isInVain(error, Date.now() - since)) throw unreachable(error);
      }
    }
  }

  #isInVain(error: unknown, waited: number): boolean {
    const recovering = (error as { code?: string }).code === RECOVERING;
    return isHopeless(error) || !isAlive(this.#pid) || waited > (recovering ? RECOVERY_MS : CONNECT_MS);
  }

  #ended(client: Held): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.lose();
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
