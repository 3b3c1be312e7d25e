// A list so long that it is walked partner by partner instead of being sorted: the same order, nothing lost or twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClient, makePerson, makeTask } from '../../testing/examples.ts';
import { makeWorld, type World } from '../../testing/world.ts';

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
     insert into tasks (state_id, client_id, manager_id, at, day, set_at, author_id, is_open)
     select t.state_id, case when n < ${named} then ('{${clients}}'::bigint[])[1 + n % 4] end,
       case when n % 5 > 0 then ('{${[...managers.keys()]}}'::bigint[])[1 + n % 3] end,
       '2026-01-01T09:00:00Z'::timestamptz + make_interval(hours => n / 3), ('2026-01-01'::date + n / 72), t.set_at, t.author_id, true
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
