// What lasts past midnight stands on each of its days, by the firm's clock.
import { expect, test } from 'vitest';
import { linesByDay } from './printed-days.ts';
import type { TaskRow } from './tasks.ts';

const task = (id: number, at: string, minutes: number | null = null, hasTime = true) =>
  ({ id, at, minutes, hasTime }) as TaskRow;

const printed = (rows: TaskRow[], lasting: TaskRow[] = []) =>
  Object.fromEntries(
    [...linesByDay({ rows, lasting }, 'Europe/Berlin')].map(([day, lines]) => [
      day,
      lines.map(({ row, until }) => (until === undefined ? row.id : `${row.id} …${until ?? ''}`)),
    ]),
  );

test('P-03 K-08: a task of fifty hours stands on its three days, before those that begin there', () => {
  const fair = task(1, '2026-12-02T08:00:00Z', 50 * 60);
  expect(printed([fair, task(2, '2026-12-03T08:00:00Z')])).toEqual({
    '2026-12-02': [1],
    '2026-12-03': ['1 …', 2],
    '2026-12-04': ['1 …11:00'],
  });
  expect(printed([], [fair])).toMatchObject({ '2026-12-04': ['1 …11:00'] });
});

test.each([
  ['ends at midnight', task(1, '2026-12-02T21:00:00Z', 120), { '2026-12-02': [1] }],
  ['has no length', task(1, '2026-12-02T22:50:00Z'), { '2026-12-02': [1] }],
  ['has no hour', task(1, '2026-12-01T23:00:00Z', 3000, false), { '2026-12-02': [1] }],
  [
    'crosses a change of the clock',
    task(1, '2027-03-27T22:00:00Z', 5 * 60),
    { '2027-03-27': [1], '2027-03-28': ['1 …05:00'] },
  ],
])('P-03 K-08: one that %s', (_, row, days) => {
  expect(printed([row])).toEqual(days);
});
