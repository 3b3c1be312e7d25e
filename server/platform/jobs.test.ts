// Jobs: exactly once with several runners and with crashes in between, a growing pause after a fault, and an end to trying.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld, testNow, type World } from '../testing/world.ts';
import { sql } from './db/sql.ts';
import { writing } from './db/transaction.ts';
import type { House } from './house.ts';
import { Later, runNext, startRunner } from './jobs.ts';
import type { Reaction } from './slice.ts';

let world: World;
let house: House;
/** What the reaction of the tests does besides its row; a test sets it. */
let besides: () => void | Promise<void> = () => {};

/** Events whose jobs were given up. */
const givenUp: number[] = [];

/** Writes one row an event, journalled, so that a second effect would be seen. */
const counting: Reaction = {
  name: 'tests.count',
  on: ['test.happened'],
  async run(tx, event, emit) {
    await tx.rows(sql`insert into tasks (state_id, description, set_at, is_open)
      select min(id), ${`event ${event.id}`}, ${tx.now}, true from pub_entries where directory = 'taskStates'`);
    await besides();
    emit({ name: 'task.created', ids: [], owners: [] });
  },
  async onGivenUp(_tx, event) {
    givenUp.push(event.id);
  },
};

function listen(declared: House['declared']): void {
  declared.reactions.set(counting.name, counting);
  declared.listeners.set('test.happened', [counting.name]);
}

beforeAll(async () => {
  world = await makeWorld();
  house = world.app.house;
  listen(house.declared);
});
beforeEach(async () => {
  besides = () => {};
  world.clock.set(testNow);
  await house.writer.query('delete from jobs');
});
afterAll(() => world.close());

async function happen(times: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < times; n++) {
    const { rows } = await house.writer.query(
      `with e as (insert into events (operation, at, name, ids) values (0, $1, 'test.happened', '{}') returning id)
       insert into jobs (listener, event_id, run_at) select 'tests.count', id, $1 from e returning event_id`,
      [house.clock.now().toString()],
    );
    ids.push(rows[0].event_id);
  }
  return ids;
}

const effects = async (ids: number[]) =>
  (
    await house.writer.query(
      'select description, count(*) from tasks where description = any($1) group by 1',
      [ids.map((id) => `event ${id}`)],
    )
  ).rows;
const jobs = async () =>
  (await house.writer.query('select attempts, run_at, last_fault, stuck_at from jobs order by id')).rows;

describe('R-04 a job takes effect exactly once', () => {
  it('with eight runners of two processes in competition', async () => {
    const other = await world.another();
    listen(other.house.declared);
    const ids = await happen(60);
    const lane = async (own: House) => {
      while (await runNext(own));
    };
    await Promise.all([house, other.house].flatMap((own) => [lane(own), lane(own), lane(own), lane(own)]));
    while (await runNext(house));
    const found = await effects(ids);
    expect(found).toHaveLength(60);
    expect(found.every(({ count }) => count === 1)).toBe(true);
    expect(await jobs()).toEqual([]);
    await other.close();
  });

  it('with runners that fall over half-way', async () => {
    const ids = await happen(20);
    let falls = 10;
    besides = () => {
      if (falls-- > 0) throw new Error('crash');
    };
    while (await runNext(house));
    world.clock.set('2026-11-23T11:10:00Z');
    while (await runNext(house));
    const found = await effects(ids);
    expect(found).toHaveLength(20);
    expect(found.every(({ count }) => count === 1)).toBe(true);
  });

  it('with a connection that is cut in the middle', async () => {
    const ids = await happen(1);
    let cut = true;
    besides = async () => {
      if (!cut) return;
      cut = false;
      await house.single.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`);
    };
    while (await runNext(house).catch(() => true));
    world.clock.set('2026-11-23T11:10:00Z');
    while (await runNext(house));
    expect(await effects(ids)).toMatchObject([{ count: 1 }]);
  });

  it('by a runner that is only woken', async () => {
    const runner = startRunner(house);
    const ids = await happen(3);
    house.waker.tell([{ name: 'test.happened', ids: [] }]);
    await expect.poll(() => effects(ids)).toHaveLength(3);
    await runner.stop();
  });
});

describe('a job that fails', () => {
  it('waits longer each time and then stands in the list of stuck ones, in nobody’s way; its slice is told once', async () => {
    const [stuck] = await happen(1);
    besides = () => {
      throw new Error('always');
    };
    const pauses: number[] = [];
    for (let n = 0; n < 10; n++) {
      const before = Temporal.Instant.from(house.clock.now().toString());
      expect(await runNext(house)).toBe(true);
      expect(await runNext(house)).toBe(false);
      const [job] = await jobs();
      pauses.push((Date.parse(job.run_at) - before.epochMilliseconds) / 1000);
      world.clock.set(job.run_at);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]);
    expect(await jobs()).toMatchObject([
      { attempts: 10, last_fault: 'always', stuck_at: expect.any(String) },
    ]);
    expect(givenUp).toEqual([stuck]);
    expect(await runNext(house)).toBe(false);
    besides = () => {};
    const ids = await happen(1);
    while (await runNext(house));
    expect(await effects(ids)).toHaveLength(1);
  });

  it('that cannot begin yet is put off, which counts as no failure', async () => {
    await happen(1);
    besides = () => {
      throw new Later(5);
    };
    await runNext(house);
    expect(await jobs()).toMatchObject([{ attempts: 0, stuck_at: null }]);
    expect(await runNext(house)).toBe(false);
  });

  it('leaves nothing of what it began', async () => {
    const ids = await happen(1);
    besides = () => {
      throw new Error('after the row');
    };
    await runNext(house);
    expect(await effects(ids)).toEqual([]);
  });

  it('is put off where nobody knows its listener any more', async () => {
    await writing(house, (tx) =>
      tx.rows(sql`with e as (insert into events (operation, at, name, ids) values (0, ${tx.now}, 'gone', '{}') returning id)
        insert into jobs (listener, event_id, run_at) select 'tests.gone', id, ${tx.now} from e`),
    );
    await runNext(house);
    expect(await jobs()).toMatchObject([{ attempts: 1, last_fault: 'no reaction is called tests.gone' }]);
  });
});
