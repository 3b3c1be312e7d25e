// What is done by the clock: each turn once, by whichever process comes first. A turn missed while nothing ran is made up for.
import { Cron } from 'croner';
import { house as houseActor } from './actor.ts';
import { finish } from './commands.ts';
import { sql } from './db/sql.ts';
import { type Tx, writing } from './db/transaction.ts';
import type { House } from './house.ts';
import type { Event, Turn } from './slice.ts';

export type Schedule = { stop(): Promise<void> };

const lookEvery = 15_000; // ms

/** Looks for due turns from now on. */
export function startSchedule(house: House): Schedule {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = running.then(() => runDueTurns(house));
  };
  const timer = setInterval(look, lookEvery);
  look();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** Runs every turn whose time has come; a failed one is tried again at the next look. Returns the names of those that ran here. */
export async function runDueTurns(house: House): Promise<string[]> {
  const ran: string[] = [];
  for (const turn of house.declared.turns)
    try {
      if (await runIfDue(house, turn)) ran.push(turn.name);
    } catch (error) {
      house.log.error({ turn: turn.name, error: (error as Error).message }, 'schedule.turnFailed');
    }
  return ran;
}

/** The turn's work and the note that it was done are one transaction: whoever comes second waits, and finds it done. */
async function runIfDue(house: House, turn: Turn): Promise<boolean> {
  const events: Event[] = [];
  const ran = await writing(house, async (tx) => {
    events.length = 0;
    const last = await takeTurn(tx, turn);
    if (last === null) return false;
    await turn.run(tx, (event) => events.push(event), last);
    await finish(house, tx, { name: turn.name, call: { actor: houseActor, via: 'job' }, events, result: {} });
    return true;
  });
  house.waker.tell(events);
  return ran;
}

/** When it was taken last, where the turn is due and now ours; else null. A house that has never heard of it begins to count from now. */
async function takeTurn(tx: Tx, { name, when }: Turn): Promise<string | null> {
  await tx.rows(
    sql`insert into schedule_turns (name, last_turn) values (${name}, ${tx.now}) on conflict do nothing`,
  );
  const row = await tx.one(
    sql<{ last: string }>`select last_turn as last from schedule_turns where name = ${name} for update`,
  );
  const now = new Date(tx.now);
  // The clock was ahead then and has been set right: one begins to count anew, rather than wait until that day has come.
  const wasAhead = row !== undefined && new Date(row.last) > now;
  const due = new Cron(when, { timezone: 'UTC', paused: true }).nextRun(row?.last);
  if (!wasAhead && (!due || due > now)) return null;
  await tx.rows(sql`update schedule_turns set last_turn = ${tx.now} where name = ${name}`);
  return row && !wasAhead ? new Date(row.last).toISOString() : null;
}
