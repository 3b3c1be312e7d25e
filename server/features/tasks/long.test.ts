// A list so long that it is walked partner by partner instead of being sorted: the same order, nothing lost or twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { type Actor, house } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { reading } from '../../platform/db/transaction.ts';
import { orderedIds, readListInput } from '../../platform/view/page.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { makeClient, makePerson, makeTask } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { tasksSource } from './source.ts';

type Row = {
  id: number;
  clientId: number | null;
  clientName: string | null;
  managerId: number | null;
  at: string;
};

const named = 22_000;
const nameless = 2_000;
const pageOf = 1000;
const collator = new Intl.Collator('ru');

let world: World;
const managers = new Map<number, string>();

beforeAll(async () => {
  world = await makeWorld();
  const clients = [];
  for (const name of ['Ёлка', 'Елена', 'яр', 'Альфа']) clients.push(await makeClient(world, { name }));
  for (const name of ['Яков', 'Анна', 'жанна']) managers.set(await makePerson(world, { name }), name);
  const [manager] = managers.keys();
  const first = await makeTask(world, { clientId: clients[0], managerId: manager });
  // Those without a client come last in time as well, where a walk along the days finds none for long.
  await world.app.house.writer.query(
    `begin; select set_config('voronka.operation', nextval('operation_ids')::text, true);
     insert into tasks (state_id, client_id, manager_id, at, day, set_at, author_id, is_open, description, results, minutes, deadline, done_at)
     select t.state_id, case when n < ${named} then ('{${clients}}'::bigint[])[1 + n % 4] end,
       case when n % 5 > 0 then ('{${[...managers.keys()]}}'::bigint[])[1 + n % 3] end,
       '2026-01-01T09:00:00Z'::timestamptz + make_interval(hours => n / 3), ('2026-01-01'::date + n / 72),
       t.set_at + make_interval(secs => n), t.author_id, true, 'Звонок ' || n % 1000, case when n % 12 = 0 then 'Договор ' || n else '' end, n % 480,
       case when n % 2 = 0 then '2026-01-02T09:00:00Z'::timestamptz + make_interval(hours => n / 3) end,
       case when n % 4 = 0 then '2026-01-01T10:00:00Z'::timestamptz + make_interval(hours => n / 3) end
     from tasks t, generate_series(1, ${named + nameless - 1}) n where t.id = ${first};
     commit; analyze tasks`,
  );
}, 60_000);
afterAll(() => world.close());

async function page(sort: string, offset: number, limit = pageOf): Promise<Row[]> {
  const asked = { d: 'all', sort, offset: String(offset), limit: String(limit) };
  return (await world.keeper.ask<{ rows: Row[] }>('tasks.list', asked)).rows;
}

const keys: Record<string, (row: Row) => string | null> = {
  client: ({ clientName }) => clientName,
  manager: ({ managerId }) => (managerId === null ? null : (managers.get(managerId) ?? null)),
};

describe('T-05 T-13 a long list', () => {
  it.each(['client', '-client', 'manager', '-manager'])('by %s', async (sort) => {
    const key = keys[sort.replace('-', '')] as (row: Row) => string | null;
    const rows: Row[] = [];
    for (let offset = 0; offset < named + nameless; offset += pageOf)
      rows.push(...(await page(sort, offset)));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(named + nameless);
    const wrong = rows.findIndex((row, n) => {
      const before = rows[n - 1];
      if (!before) return false;
      const [x, y] = [key(before), key(row)];
      if (x === null || y === null) return x === null && y !== null;
      const order = collator.compare(x, y) * (sort.startsWith('-') ? -1 : 1);
      return order > 0 || (order === 0 && before.at > row.at);
    });
    expect(wrong).toBe(-1);
  });

  it('shows rows with and without a client on the page where the one ends and the other begins', async () => {
    const rows = await page('client', named - 20, 40);
    expect(rows.map(({ clientId }) => clientId === null)).toEqual([
      ...Array.from({ length: 20 }, () => false),
      ...Array.from({ length: 20 }, () => true),
    ]);
  });
});

type Node = {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
};

/** Rows that are looked at for a page of 50: all that the tables and indexes gave, and what was passed by. */
async function rowsRead(parameters: Record<string, string>, who: Partial<Actor> = {}): Promise<number> {
  const reads = reading(world.app.house);
  const reader = readerOf(reads, { ...house, timeZone: 'Europe/Moscow', ...who });
  const { view, window } = readListInput('tasks', { ...parameters, limit: '50' });
  const ids = await orderedIds(tasksSource(reader), view, reader, window);
  const answer = await reads.one(
    sql<{ 'QUERY PLAN': [{ Plan: Node }] }>`explain (analyze, format json) ${ids}`,
  );
  const count = (node: Node): number =>
    node.Plans
      ? node.Plans.reduce((sum, one) => sum + count(one), 0)
      : (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return count(answer?.['QUERY PLAN'][0].Plan as Node);
}

describe('T-13 of a long list few rows are read for a page', () => {
  const fields = ['id', 'at', 'day', 'deadline', 'setAt', 'doneAt', 'minutes'];
  const orders = [...fields, 'client', 'manager', 'author', 'state', 'type'].flatMap((field) => [
    field,
    `-${field}`,
  ]);
  it.each([...orders, 'state,-at', '-state,-at', 'manager,-at', '-client,-at', 'author,-at'])(
    'by %s',
    async (sort) => {
      expect(await rowsRead({ d: 'all', sort })).toBeLessThan(1000);
    },
  );

  // None, or those that a walk by date would meet last.
  const narrow: [string, Record<string, string>][] = [
    ['what ends in the last days', { 'f.deadline': '2026-11-28..' }],
    ['what was done in the last days', { 'f.doneAt': '2026-11-29..' }],
    ['a late day', { 'f.day': '2026-11-29..2026-11-30' }],
    ['a length that none has', { 'f.minutes': '500..' }],
    ['a tag that none has', { 'f.tags': 'нет' }],
    ['a word that none has', { 's.description': 'щука' }],
    ['a number by its beginning', { 's.id': '2300', mode: 'prefix' }],
    ['a word of one', { 's.results': 'договор 23988' }],
  ];
  it.each(narrow)('with %s', async (_what, parameters) => {
    expect(await rowsRead({ d: 'all', ...parameters })).toBeLessThan(1500);
  });

  it.each(['own', 'group'] as const)('B-09 to who sees only what is their %s', async (level) => {
    const who = { rights: rightsAtLevel(level), keeper: false, userId: 4_000_000, groupUserIds: [4_000_000] };
    const views: Record<string, string>[] = [{}, { sort: '-id' }, { 'f.tags': '-' }, { 'f.manager': '!1' }];
    for (const parameters of views)
      expect(await rowsRead({ d: 'all', ...parameters }, who)).toBeLessThan(100);
  });

  it('T-08 what has no results is known to be much', async () => {
    expect(await rowsRead({ d: 'all', 'f.results': '-' })).toBeLessThan(1000);
  });
});

describe('T-05 a long list in other orders', () => {
  const at = (row: Row) => Date.parse(row.at);
  it.each([
    '-at',
    '-deadline',
    '-doneAt',
    '-day',
    '-minutes',
    '-results',
    'manager,-at',
    '-manager,-deadline',
  ])('by %s lacks nothing and has nothing twice', async (sort) => {
    const ids: number[] = [];
    for (let offset = 0; offset < named + nameless; offset += pageOf)
      ids.push(...(await page(sort, offset)).map(({ id }) => id));
    expect(ids).toHaveLength(named + nameless);
    expect(new Set(ids).size).toBe(named + nameless);
  });

  it('newest first within a manager', async () => {
    const rows = await page('manager,-at', 0);
    expect(rows.every((row, n) => n === 0 || at(rows[n - 1] as Row) >= at(row))).toBe(true);
  });
});
