// The journal's triggers, and the walls around writing: outside of a command nothing is written, and who reads cannot write.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type World } from '../../testing/world.ts';
import { sql } from '../db/sql.ts';
import { present, reading, type Tx, writing } from '../db/transaction.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.app.house.writer.query(`create table things (
    id bigint generated always as identity primary key, name text, note text, tags text[] not null default '{}', deep jsonb,
    at timestamptz, day date, folded text generated always as (lower(name)) stored, version integer not null default 1);
    select journal_track('things'); grant select on things to public`);
});
afterAll(() => world.close());

type Line = { change: string; before: unknown; after: unknown };

/** Runs the work as one operation and gives what the journal then says of it. */
async function journalOf(work: (tx: Tx) => Promise<unknown>): Promise<Line[]> {
  const operation = await writing(world.app.house, async (tx) => {
    await work(tx);
    return tx.operation;
  });
  const { rows } = await world.app.house.writer.query(
    'select change, before, after from journal where operation = $1 order by id',
    [operation],
  );
  return rows;
}

describe('Z-01 the journal', () => {
  it('keeps a new row whole, nulls left out, but nulls inside json kept', async () => {
    const deep = { a: null, b: [1, null, { c: null }], d: { e: null } };
    const lines = await journalOf((tx) =>
      tx.rows(sql`insert into things (name, tags, deep, at, day)
        values ('Ёж', '{"a b","ё,\\"q\\""}', ${JSON.stringify(deep)}, '2026-11-23T11:00:00.123456Z', '2026-11-23')`),
    );
    const after = {
      name: 'Ёж',
      tags: ['a b', 'ё,"q"'],
      deep,
      at: '2026-11-23T11:00:00.123456+00:00',
      day: '2026-11-23',
    };
    expect(lines).toEqual([{ change: 'i', before: null, after }]);
  });

  it('keeps only the changed columns of a changed row, and nothing where nothing changed', async () => {
    const [row] = (await world.app.house.writer.query('select id from things limit 1')).rows;
    const lines = await journalOf(async (tx) => {
      await tx.rows(
        sql`update things set name = null, deep = '{"a":null}', version = version + 1 where id = ${row.id}`,
      );
      await tx.rows(sql`update things set name = null, version = version + 1 where id = ${row.id}`);
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      change: 'u',
      before: { name: 'Ёж' },
      after: { name: null, deep: { a: null } },
    });
    expect(Object.keys(lines[0]?.after as object).sort()).toEqual(['deep', 'name']);
  });

  it('keeps each row of a bulk statement', async () => {
    const made = await journalOf((tx) =>
      tx.rows(sql`insert into things (name) select 'n' || n from generate_series(1, 500) n`),
    );
    expect(made).toHaveLength(500);
    const changed = await journalOf((tx) => tx.rows(sql`update things set note = name where name like 'n%'`));
    expect(changed).toHaveLength(500);
    const gone = await journalOf((tx) => tx.rows(sql`delete from things where name like 'n%'`));
    expect(gone).toHaveLength(500);
    expect(gone[0]).toMatchObject({
      change: 'd',
      before: { name: 'n1', note: 'n1', tags: [], version: 1 },
      after: null,
    });
  });

  it('a write outside of a command fails', async () => {
    await expect(world.app.house.writer.query(`insert into things (name) values ('x')`)).rejects.toThrow(
      /outside of a command/,
    );
    await expect(present(world.app.house).rows(sql`update things set name = 'x'`)).rejects.toThrow(
      /outside of a command/,
    );
    await expect(world.app.house.writer.query('delete from things')).rejects.toThrow(/outside of a command/);
  });

  it('work that throws leaves nothing: no row, no journal, no operation, no event, no job', async () => {
    const counts = async () =>
      (
        await world.app.house.writer.query(`select (select count(*) from things) as things, (select count(*) from journal) as journal,
          (select count(*) from operations) as operations, (select count(*) from events) as events, (select count(*) from jobs) as jobs`)
      ).rows[0];
    const before = await counts();
    const broken = writing(world.app.house, async (tx) => {
      await tx.rows(sql`insert into things (name) values ('never')`);
      throw new Error('on purpose');
    });
    await expect(broken).rejects.toThrow('on purpose');
    expect(await counts()).toEqual(before);
  });
});

describe('R-05 who reads cannot write', () => {
  const writes = [
    `insert into things (name) values ('x')`,
    `update tasks set results = ''`,
    'delete from sessions',
    'create table others (id int)',
    `select nextval('operation_ids')`,
  ];

  it.each(writes)('a query cannot: %s', async (text) => {
    await expect(reading(world.app.house).rows(sql.raw(text))).rejects.toMatchObject({
      code: expect.stringMatching(/^(25006|42501)$/),
    });
  });

  it.each(writes)('its role may not, even where it asks to write: %s', async (text) => {
    await expect(world.app.house.reader.query(`begin read write; ${text}`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('the reading role cannot even see credentials', async () => {
    const reads = reading(world.app.house);
    await expect(reads.rows(sql`select * from credentials`)).rejects.toMatchObject({ code: '42501' });
    await expect(reads.rows(sql`select * from sessions`)).resolves.not.toEqual([]);
  });

  it('transactions of the reading pool are read only by default, whichever role they have', async () => {
    const { rows } = await world.app.house.reader.query('show default_transaction_read_only');
    expect(rows[0].default_transaction_read_only).toBe('on');
  });
});
