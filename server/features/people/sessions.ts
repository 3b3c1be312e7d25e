// Opening and ending sessions, and the brake on guessing: attempts are counted in the database, so a restart forgives nobody.
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';
import type { Emit } from '../../platform/slice.ts';
import { makeToken } from './passwords.ts';

export type Caller = { address: string; agent: string };

const sessionDays = 30;
const attemptMinutes = 15;
/** One address may fail so often with one e-mail: whoever guesses shuts out themselves, not the person whose e-mail they know. */
const attemptsPerPair = 10;
/** Guesses from many addresses at once are stopped all the same. */
const attemptsPerEmail = 100;
const attemptsPerAddress = 60;

/** Makes a session and returns its token, which is kept nowhere. */
export async function openSession(tx: Tx, personId: number, from: Caller): Promise<string> {
  const { token, hash } = makeToken();
  await tx.rows(sql`
    insert into sessions (person_id, token_hash, created_at, seen_at, expires_at, address, agent)
    values (${personId}, ${hash}, ${tx.now}, ${tx.now}, ${tx.now}::timestamptz + make_interval(days => ${sessionDays}), ${from.address}, ${from.agent})`);
  return token;
}

/** Ends sessions of a person, all or all but one; their screens are told. */
export async function endSessions(
  tx: Tx,
  personId: number,
  emit: Emit,
  but: number | null = null,
): Promise<void> {
  await tx.rows(sql`delete from sessions where person_id = ${personId} and id is distinct from ${but}`);
  emit({ name: 'session.ended', ids: [personId] });
}

/** Refuses `request.tooMany` when this e-mail from this address, or either alone, has failed too often; counts this attempt, whatever comes of it. */
export async function countAttempt(tx: Tx, email: string, from: Caller): Promise<void> {
  const since = sql`${tx.now}::timestamptz - make_interval(mins => ${attemptMinutes})`;
  const row = await tx.one(sql<{ pair: number; email: number; address: number }>`
    select (select count(*) from sign_in_attempts where email = ${email} and address = ${from.address} and at > ${since}) as pair,
      (select count(*) from sign_in_attempts where email = ${email} and at > ${since}) as email,
      (select count(*) from sign_in_attempts where address = ${from.address} and at > ${since}) as address`);
  const { pair = 0, email: ofEmail = 0, address = 0 } = row ?? {};
  if (pair >= attemptsPerPair || ofEmail >= attemptsPerEmail || address >= attemptsPerAddress)
    refuse('request.tooMany', { minutes: attemptMinutes });
  await tx.aside(
    sql`insert into sign_in_attempts (at, email, address) values (${tx.now}, ${email}, ${from.address})`,
  );
}

/** A right password clears the count of its e-mail. */
export async function forgetAttempts(tx: Tx, email: string): Promise<void> {
  await tx.rows(sql`delete from sign_in_attempts where email = ${email}`);
}
