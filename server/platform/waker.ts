// After a commit: tell the runners and the live screens of all processes, gathered, so that no commit waits for a NOTIFY.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { missedEvents } from '../../contract/kit/live.ts';
import { type ConnectionTarget, openClient } from './db/connection.ts';
import type { Log } from './log.ts';
import type { Event } from './slice.ts';

/** An event as screens hear of it: without ids or owners where there are too many to name, or where it is no single person's. */
export type Told = { name: string; ids: number[] | null; owners: number[] | null };

export type Waker = {
  /** Call after a commit with its events. */
  tell(events: Event[]): void;
  /** Hears of events of every process, this one among them, gathered; returns how to stop hearing. */
  hear(listener: (told: Told[]) => void): () => void;
  /** Hears of events of this process alone, before `tell` returns. */
  hearAtOnce(listener: (events: Event[]) => void): void;
  close(): Promise<void>;
};

const channel = 'voronka';
const gatherFor = 25; // ms
const reconnectAfter = 1000; // ms
/** A NOTIFY carries less than 8,000 bytes. */
const payloadAtMost = 7000;
const idsAtMost = 200;

/** Hears already when it is returned, if the database can be reached at all. */
export async function openWaker(pool: pg.Pool, target: ConnectionTarget, log: Log): Promise<Waker> {
  const self = randomUUID();
  const listeners = new Set<(told: Told[]) => void>();
  const first: ((events: Event[]) => void)[] = [];
  const announce = (told: Told[]) => {
    for (const listener of listeners) listener(told);
  };
  let gathered: Told[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    timer = undefined;
    const told = gathered;
    gathered = [];
    announce(told);
    await tellOthers(pool, payloadsOf(self, told)).catch((error) =>
      log.warn({ error: error.message }, 'waker.notTold'),
    );
  };
  const ear = await listenAlways(target, log, {
    hear(payload) {
      const { from, told } = JSON.parse(payload) as { from: string; told: Told[] };
      if (from !== self) announce(told);
    },
    // To this process alone, after its ear was deaf for a while.
    missed: () => announce([{ name: missedEvents, ids: null, owners: null }]),
  });
  return {
    tell(events) {
      for (const listener of first) listener(events);
      gathered.push(...events.map(short));
      timer ??= setTimeout(flush, gatherFor);
    },
    hear(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hearAtOnce(listener) {
      first.push(listener);
    },
    async close() {
      if (timer) clearTimeout(timer);
      await flush();
      await ear.close();
    },
  };
}

async function tellOthers(pool: pg.Pool, payloads: string[]): Promise<void> {
  for (const payload of payloads) await pool.query('select pg_notify($1, $2)', [channel, payload]);
}

function short(event: Event): Told {
  const owners = event.owners && [...new Set(event.owners)];
  return {
    name: event.name,
    ids: event.ids.length > idsAtMost ? null : event.ids,
    owners: !owners || owners.length > idsAtMost ? null : owners,
  };
}

function payloadsOf(from: string, told: Told[]): string[] {
  const whole = JSON.stringify({ from, told });
  if (whole.length <= payloadAtMost || told.length <= 1) return told.length === 0 ? [] : [whole];
  const half = Math.ceil(told.length / 2);
  return [...payloadsOf(from, told.slice(0, half)), ...payloadsOf(from, told.slice(half))];
}

type Ear = { hear(payload: string): void; missed(): void };

/** A LISTEN that comes back by itself when its connection is lost, and says that it was away. */
async function listenAlways(
  target: ConnectionTarget,
  log: Log,
  ear: Ear,
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined;
  let closed = false;
  const again = () => {
    if (!closed) setTimeout(reconnect, reconnectAfter).unref();
  };
  const connect = async () => {
    try {
      client = await listen(target, log, ear.hear);
      client.on('end', again);
      if (closed) await client.end();
      return true;
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'waker.notListening');
      again();
      return false;
    }
  };
  const reconnect = async () => {
    if (await connect()) ear.missed();
  };
  await connect();
  return {
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

async function listen(target: ConnectionTarget, log: Log, hear: Ear['hear']): Promise<pg.Client> {
  const client = await openClient(target);
  client.on('error', (error) => log.warn({ error: error.message }, 'waker.connectionLost'));
  client.on('notification', (message) => hear(message.payload ?? '{}'));
  await client.query(`listen ${channel}`);
  return client;
}
