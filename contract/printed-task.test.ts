import { expect, test } from 'vitest';
import { printedCells, printedShares } from './printed-task.ts';
import type { PrintedTask } from './tasks.ts';
import { formatFor } from './text/format.ts';

const format = formatFor('ru', 'Europe/Moscow', { yesterday: 'вчера', today: 'сегодня', tomorrow: 'завтра' });
const names = { entryName: (id: number | null) => (id === null ? '' : `№ ${id}`), personName: () => 'Вера' };

const row: PrintedTask = {
  id: 7,
  at: '2026-11-24T06:00:00Z',
  hasTime: true,
  setAt: '2026-11-20T15:30:00Z',
  stateId: 3,
  typeId: null,
  managerId: 1,
  description: 'Позвонить',
  results: '',
  clientName: 'Щука',
  isOpen: true,
  client: { address: 'Псков', line: 'опт', phones: ['+7 911', '+7 912'], contactPersons: 'Псков' },
  last: { doneAt: '2026-11-01T06:00:00Z', typeId: 5, text: 'Согласны' },
};
const cells = (changes: Partial<PrintedTask> = {}) =>
  printedCells({ ...row, ...changes }, { format, ...names });

test('P-01 a task says on paper when, of whom and what was last, each line once', () => {
  expect(cells()).toMatchObject({
    when: 'вт 24 нояб. 2026, 09:00',
    setAt: '20 нояб. 2026, 18:30',
    client: 'Щука',
    clientLines: ['Псков', 'опт', '+7 911, +7 912'],
    last: ['вс 1 нояб. 2026 № 5', 'Согласны'],
  });
  expect(cells({ client: null, last: null, at: null })).toMatchObject({
    when: '',
    clientLines: [],
    last: [],
  });
});

test('P-01 lines to write on are ruled only where a result is still to come', () => {
  expect(cells().ruled).toBe(true);
  expect(cells({ results: 'Готово' }).ruled).toBe(false);
  expect(cells({ isOpen: false }).ruled).toBe(false);
});

test('P-02 the columns fill the paper', () => {
  expect(Object.values(printedShares).reduce((sum, share) => sum + share, 0)).toBe(100);
});

test('P-02 T-13 a number of seven digits stands in one line, on paper that stands too', () => {
  const [portrait, padding, digit] = [538, 9, 5.2]; // points, the type being of 9
  expect((portrait * printedShares.id) / 100 - padding).toBeGreaterThan(7 * digit);
});
