// The runner of reactions: a job's work and its removal are one transaction, so each takes effect exactly once.
import { house as houseActor } from './actor.ts';
import { finish } from './commands.ts';
import { sql } from './db/sql.ts';
import { writing } from './db/transaction.ts';
import type { House } from './house.ts';
import type { Event, Happened } from './slice.ts';

export type Runner = {
  stop(): Promise<void> /** Runs what is due now, to the end; for tests. */;
  drain(): Promise<number>;
};

const lanes = 3;
const pollEvery = 2000; // ms; covers a wake that was lost
const triesAtMost = 10;

/** Starts the runner in this process. Many processes may run one each: a job is taken by one of them. */
export function startRunner(house: House): Runner {
  let stopped = false;
  let awake = 0;
  const running = new Set<Promise<void>>();
  const lane = async () => {
    while (!stopped && (await runNext(house)));
  };
  const wake = () => {
    if (stopped || awake >= lanes) return;
    awake++;
    const work = lane()
      .catch((error) => house.log.error({ error: error.message }, 'jobs.laneFailed'))
      .finally(() => {
        awake--;
        running.delete(work);
      });
    running.add(work);
  };
  const unhear = house.waker.hear((told) => {
    if (told.some(({ name }) => house.declared.listeners.has(name))) wake();
  });
  const timer = setInterval(wake, pollEvery);
  wake();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      unhear();
      await Promise.all(running);
    },
    async drain() {
      let count = 0;
      while (await runNext(house)) count++;
      return count;
    },
  };
}

type Job = Happened & { job: number; listener: string; attempts: number };

const nextJob = (now: string) => sql<Job>`
  select j.id as job, j.listener, j.attempts, e.id, e.operation, e.name, e.ids, e.owners, e.details
  from jobs j join events e on e.id = j.event_id
  where j.stuck_at is null and j.run_at <= ${now}
  order by j.run_at, j.id limit 1 for update of j skip locked`;

/** True where a job was taken, whether it went well or not. */
export async function runNext(house: House): Promise<boolean> {
  if (!(await anyDue(house))) return false;
  let taken: Job | undefined;
  const events: Event[] = [];
  try {
    await writing(house, async (tx) => {
      events.length = 0;
      taken = await tx.one(nextJob(tx.now));
      if (!taken) return;
      const reaction = house.declared.reactions.get(taken.listener);
      if (!reaction) throw new Error(`no reaction is called ${taken.listener}`);
      await reaction.run(tx, taken, (event) => events.push(event));
      await tx.rows(sql`delete from jobs where id = ${taken.job}`);
      const actor = { ...houseActor, userId: reaction.personId?.(taken) ?? null };
      await finish(house, tx, { name: taken.listener, call: { actor, via: 'job' }, events, result: {} });
    });
    house.waker.tell(events);
  } catch (error) {
    if (!taken) throw error;
    if (error instanceof Later) await putOffQuietly(house, taken.job, error.seconds);
    else await putOff(house, taken, error as Error);
  }
  return taken !== undefined;
}

/** Thrown by a reaction that cannot begin yet: it is tried again after so many seconds, and that counts as no failure. */
export class Later extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super('not yet');
    this.seconds = seconds;
  }
}

async function putOffQuietly(house: House, job: number, seconds: number): Promise<void> {
  await house.single.query(
    'update jobs set run_at = $2::timestamptz + make_interval(secs => $3) where id = $1',
    [job, house.clock.now().toString(), seconds],
  );
}

async function anyDue(house: House): Promise<boolean> {
  const { rows } = await house.single.query({
    name: 'jobs-due',
    text: 'select 1 from jobs where stuck_at is null and run_at <= $1 limit 1',
    values: [house.clock.now().toString()],
  });
  return rows.length > 0;
}

/** A failed job is tried again after a growing pause (2 s, 4 s, … 17 min); after the last try it stands in the list of stuck jobs. */
async function putOff(house: House, job: Job, error: Error): Promise<void> {
  house.log.error(
    {
      job: job.job,
      listener: job.listener,
      attempt: job.attempts + 1,
      error: error.message,
      stack: error.stack,
    },
    'jobs.failed',
  );
  await house.single.query(
    `update jobs set attempts = attempts + 1, last_fault = $2, run_at = $3::timestamptz + make_interval(secs => 2 ^ (attempts + 1)),
      stuck_at = case when attempts + 1 >= $4 then $3::timestamptz end where id = $1`,
    [job.job, error.message.slice(0, 2000), house.clock.now().toString(), triesAtMost],
  );
  if (job.attempts + 1 >= triesAtMost) await giveUp(house, job);
}

async function giveUp(house: House, job: Job): Promise<void> {
  const reaction = house.declared.reactions.get(job.listener);
  if (!reaction?.onGivenUp) return;
  const events: Event[] = [];
  await writing(house, async (tx) => {
    events.length = 0;
    await reaction.onGivenUp?.(tx, job, (event) => events.push(event));
    await finish(house, tx, {
      name: job.listener,
      call: { actor: houseActor, via: 'job' },
      events,
      result: {},
    });
  });
  house.waker.tell(events);
}
