// The list of tasks in every order, held against the same order made in JavaScript; and its pages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, digits, fillTasks, names, position, type Row } from '../../testing/task-base.ts';
import { makeWorld, type World } from '../../testing/world.ts';

let world: World;
let rows: Row[];
beforeAll(async () => {
  world = await makeWorld();
  rows = await fillTasks(world);
});
afterAll(() => world.close());

const list = async (parameters: Record<string, string> = {}) =>
  (await world.keeper.ask<{ rows: Row[] }>('tasks.list', parameters)).rows;

type Key = string | number | null;
const keys: Record<string, (row: Row) => Key> = {
  id: (row) => row.id,
  at: (row) => row.at && Date.parse(row.at),
  day: dayOf,
  state: (row) => position.get(row.stateId) as number,
  type: (row) => (row.typeId === null ? null : (position.get(row.typeId) as number)),
  manager: (row) => (row.managerId === null ? null : (names.get(row.managerId) as string)),
  author: () => 'Хозяйка Дома',
  client: (row) => row.clientName,
  phone: (row) => (row.clientId === null ? null : (digits.get(row.clientId) ?? null)),
  description: (row) => row.description || null,
  results: (row) => row.results || null,
  deadline: (row) => row.deadline && Date.parse(row.deadline),
  setAt: (row) => Date.parse(row.setAt),
  doneAt: (row) => row.doneAt && Date.parse(row.doneAt),
  minutes: (row) => row.minutes,
  tags: (row) => row.tags.join(', ') || null,
};

const collator = new Intl.Collator('ru');

/** Nothing comes last, whichever way; equal keys by id, the way of the key. */
function compare(field: string, desc: boolean): (a: Row, b: Row) => number {
  const key = keys[field] as (row: Row) => Key;
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order =
      typeof x === 'string' && typeof y === 'string' ? collator.compare(x, y) : Number(x) - Number(y);
    return desc ? -order : order;
  };
}

describe('T-05 sorting', () => {
  const ways = Object.keys(keys).flatMap((field) => [[field], [`-${field}`]]);
  it.each(ways)('%s', async (sort) => {
    const [field, desc] = [sort.replace('-', ''), sort.startsWith('-')];
    const order = compare(field, desc);
    const found = await list({ sort, limit: '1000' });
    expect(found).toHaveLength(rows.length);
    const wrong = found.findIndex((row, n) => n > 0 && order(found[n - 1] as Row, row) > 0);
    expect([
      wrong,
      wrong > 0 && [keys[field]?.(found[wrong - 1] as Row), keys[field]?.(found[wrong] as Row)],
    ]).toEqual([-1, false]);
  });

  it('by two keys', async () => {
    const [first, second] = [compare('manager', false), compare('at', true)];
    const found = await list({ sort: 'manager,-at', limit: '1000' });
    const wrong = found.findIndex((row, n) => {
      const before = found[n - 1];
      return before !== undefined && (first(before, row) || second(before, row)) > 0;
    });
    expect(wrong).toBe(-1);
  });

  it('by what has no order is refused', async () => {
    for (const field of ['open', 'overdue'])
      expect((await world.keeper.tell('tasks.list', { sort: field })).refusal).toMatchObject({
        code: 'view.faulty',
        faults: [{ path: 'sort', code: 'view.notSortable', params: { field } }],
      });
  });
});

describe('T-13 pages', () => {
  it.each(Object.keys(keys).flatMap((field) => [[field], [`-${field}`]]))(
    'by %s never overlap and lack nothing',
    async (sort) => {
      const ids: number[] = [];
      for (let offset = 0; offset < rows.length; offset += 40)
        ids.push(...(await list({ sort, offset: String(offset), limit: '40' })).map(({ id }) => id));
      expect(ids).toHaveLength(rows.length);
      expect(new Set(ids).size).toBe(rows.length);
    },
  );

  it('past the end is empty', async () => {
    expect(await list({ offset: '100000000' })).toEqual([]);
  });
});
