// Reads that are joined: what waits is asked once for all, what is on its way is not joined, and an answer knows what was written before it was asked for.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../testing/world.ts';
import { openLog } from '../log.ts';
import { openPool } from './connection.ts';
import { joining } from './joined-reads.ts';

let pool: pg.Pool;
let writer: pg.Pool;
beforeAll(async () => {
  const target = await freshDatabase();
  pool = openPool(target, openLog('silent'), { max: 1, settings: '' });
  writer = openPool(target, openLog('silent'), { max: 1, settings: '' });
  await writer.query('create table joined (n integer); create sequence asked; insert into joined values (1)');
});
afterAll(() => Promise.all([pool.end(), writer.end()]));

/** Says which asking it was. */
const asking = {
  text: `select nextval('asked')::integer as asked, (select max(n) from joined) as n, $1::text as word`,
  values: ['a'],
};

describe('K-06 reads that many screens ask at once', () => {
  it('K-06 the same question is asked once for all who wait, another one by itself', async () => {
    const reads = joining(pool);
    const answers = await Promise.all([
      ...Array.from({ length: 50 }, () => reads.query(asking)),
      reads.query({ ...asking, values: ['b'] }),
    ]);
    const asked = answers.map(({ rows: [row] }) => [row.word, row.asked]);
    expect(new Set(asked.map(String))).toEqual(new Set(['a,1', 'b,2']));
    expect(() => answers[0]?.rows.push({})).toThrow();
  });

  it('K-06 an answer knows what was written before it was asked for, though the same question is on its way', async () => {
    const reads = joining(pool);
    const slow = { text: 'select pg_sleep(0.3), max(n) as n from joined', values: [] };
    const first = reads.query(slow);
    await expect
      .poll(
        async () =>
          (
            await writer.query(
              `select count(*) as n from pg_stat_activity where query like '%pg_sleep(0.3), max%' and state = 'active' and pid <> pg_backend_pid()`,
            )
          ).rows[0].n,
      )
      .toBe(1);
    await writer.query('update joined set n = 2');
    const [early, late] = await Promise.all([first, reads.query(slow)]);
    expect([early.rows[0].n, late.rows[0].n]).toEqual([1, 2]);
  });

  it('K-06 a refused question is refused to all who joined it, and the line stays whole', async () => {
    const reads = joining(pool);
    const faulty = { text: 'select 1 / $1::integer', values: [0] };
    const outcomes = await Promise.allSettled([reads.query(faulty), reads.query(faulty)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await reads.query(asking)).rows).toHaveLength(1);
    expect(pool.totalCount).toBe(1);
  });
});
