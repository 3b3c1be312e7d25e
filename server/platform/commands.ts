// The one write path: parse, may, one transaction (rows, journal, operation, events, jobs), commit, wake.
import { createHash } from 'node:crypto';
import type { Actor } from './actor.ts';
import { type RawBuilder, sql } from './db/sql.ts';
import { requestConstraints, type Tx, writing } from './db/transaction.ts';
import type { House } from './house.ts';
import { readInput } from './input.ts';
import { limitedBy, mustBeWithin } from './limits.ts';
import { Refusal, refuse } from './refusals.ts';
import type { CommandHandler, Event } from './slice.ts';

export type Via = 'person' | 'job' | 'api';

export type CommandCall = {
  actor: Actor;
  input: unknown;
  via: Via;
  /** Sent by the caller; the same key of the same person takes effect once and answers the same. */
  requestKey?: string;
};

export type CommandAnswer = { operation: number | null } & Record<string, unknown>;

const uniqueViolation = '23505';

/**
 * Runs a command. Refuses as the command does; any other throw leaves nothing behind. A repeated request is noticed where it
 * clashes with the first one, or is refused because of what that one did: it then gets the first one's answer.
 */
export async function execute(
  house: House,
  handler: CommandHandler,
  call: CommandCall,
): Promise<CommandAnswer> {
  const input = readInput(handler.request.input, call.input === undefined ? {} : call.input);
  if (!handler.may(call.actor, input)) refuse('right.missing', { request: handler.request.name });
  const read = { ...call, input };
  try {
    return await runOnce(house, handler, read);
  } catch (error) {
    const same = isSameRequest(error);
    if (!same && !(error instanceof Refusal)) throw error;
    const earlier = await answerOfSame(house, handler, read);
    if (earlier) return earlier;
    throw same ? new Refusal('server.busy', {}, {}) : error;
  }
}

async function runOnce(house: House, handler: CommandHandler, call: CommandCall): Promise<CommandAnswer> {
  const events: Event[] = [];
  const { answer, touched } = await writing(house, async (tx) => {
    events.length = 0;
    const result = await handler.run(tx, call.actor, call.input, (event) => events.push(event));
    await mustBeWithin(tx, limitedBy(tx, events));
    const touched = finish(house, tx, {
      name: handler.request.name,
      call,
      events,
      result,
      secret: handler.secret,
    });
    // Where it fails the transaction itself says so.
    touched.catch(() => {});
    return { answer: result, touched };
  });
  const operation = await touched;
  house.waker.tell(events);
  return { ...answer, operation };
}

async function answerOfSame(
  house: House,
  handler: CommandHandler,
  call: CommandCall,
): Promise<CommandAnswer | null> {
  if (!call.requestKey) return null;
  const { rows } = await house.single.query({
    name: 'same-request',
    text: `select id, name, result, request_hash as hash from operations where actor_id = $1 and request_key = $2
      union all select null, name, result, request_hash from quiet_requests where actor_id = $1 and request_key = $2`,
    values: [call.actor.userId, call.requestKey],
  });
  const [row] = rows;
  if (!row) return null;
  if (row.name !== handler.request.name || row.hash !== hashOf(call.input)) refuse('request.keyReused');
  return { ...row.result, operation: row.id === null ? null : Number(row.id) };
}

/** What a key was first sent with: another input under the same key is another request. */
function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}

function isSameRequest(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === uniqueViolation && requestConstraints.has(constraint ?? '');
}

export type Finished = {
  name: string;
  call: Pick<CommandCall, 'actor' | 'via' | 'requestKey'> & { input?: unknown };
  events: Event[];
  result: object;
  secret?: readonly string[] | undefined;
};

/**
 * The last statement of every write: the operation (where rows were touched), its events, a job for each listener. It goes with the
 * commit. Answers with the operation's id; null where no row was touched.
 */
export async function finish(house: Pick<House, 'declared'>, tx: Tx, done: Finished): Promise<number | null> {
  const { actor, via, requestKey: key = null, input } = done.call;
  const hash = key === null ? null : hashOf(input);
  const kept = JSON.stringify(done.result, (key, value) => (done.secret?.includes(key) ? undefined : value));
  const quiet =
    key === null || actor.userId === null
      ? sql``
      : sql`quiet as (
      insert into quiet_requests (actor_id, request_key, request_hash, name, result, at)
      select ${actor.userId}, ${key}, ${hash}, ${done.name}, ${kept}, ${tx.now} from (${requestSql(actor.userId, key)}) same),`;
  const row = await tx.last(sql<{ operation: number | null }>`
    with ${quiet} ${happenedSql(house, tx.now, done.events)}
    operation as (
      insert into operations (id, at, name, actor_id, via, request_key, request_hash, result)
      select current_setting('voronka.operation')::bigint, ${tx.now}, ${done.name}, ${actor.userId}, ${via}, ${key}, ${hash}, ${kept}
      where current_setting('voronka.touched') = '1' returning id)
    select (select id from operation) as operation`);
  return row?.operation ?? null;
}

/**
 * A row where this request has touched no row, and one more where the same key stands in the table that this request is not kept
 * in: the second run of a request often finds nothing left to do, or more than the first. Two rows of a key clash, as two of one table do.
 */
function requestSql(actorId: number, key: string): RawBuilder<unknown> {
  const isQuiet = sql`current_setting('voronka.touched') <> '1'`;
  const same = sql`actor_id = ${actorId} and request_key = ${key}`;
  return sql`select where ${isQuiet} union all select from operations where ${isQuiet} and ${same}
    union all select from quiet_requests where ${same}`;
}

/** Parts of a statement that write the events and a job for each listener. Nearly every write has one event: it is written without a sort and a join. */
function happenedSql(
  { declared }: Pick<House, 'declared'>,
  now: string,
  events: Event[],
): RawBuilder<unknown> {
  const rows = events.map(({ name, ids, owners = [], details = {} }, n) => ({
    n,
    name,
    ids,
    owners: [...new Set(owners)],
    details,
    listeners: declared.listeners.get(name) ?? [],
  }));
  const [first, ...more] = rows;
  if (!first) return sql``;
  if (more.length === 0)
    return sql`event as (
      insert into events (operation, at, name, ids, owners, details)
      values (current_setting('voronka.operation')::bigint, ${now}, ${first.name}, ${first.ids}, ${first.owners}, ${JSON.stringify(first.details)}) returning id),
    job as (
      insert into jobs (listener, event_id, run_at) select unnest(${first.listeners}::text[]), id, ${now} from event),`;
  return sql`happened as (select * from jsonb_to_recordset(${JSON.stringify(rows)})
      as e (n int, name text, ids bigint[], owners bigint[], details jsonb, listeners text[])),
    event as (
      insert into events (operation, at, name, ids, owners, details)
      select current_setting('voronka.operation')::bigint, ${now}, name, ids, owners, details from happened order by n returning id, name),
    job as (
      insert into jobs (listener, event_id, run_at)
      select listener, event.id, ${now}
      from event join (select distinct name, unnest(listeners) as listener from happened) h using (name)),`;
}
