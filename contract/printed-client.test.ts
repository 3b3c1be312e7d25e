import { expect, test } from 'vitest';
import { printedTask } from './printed-client.ts';
import type { TaskRow } from './tasks.ts';
import { formatFor } from './text/format.ts';

const format = formatFor('ru', 'Europe/Moscow', { yesterday: 'вчера', today: 'сегодня', tomorrow: 'завтра' });
const textOf = (description: string, results = '') =>
  printedTask({ at: null, hasTime: false, doneAt: null, description, results } as TaskRow, true, format).text;

test('C-04 P-03 a task in the card on paper: its results or its description; one that goes on says so', () => {
  expect(textOf('Позвонить')).toBe('Позвонить');
  expect(textOf('Позвонить', 'Договорились')).toBe('Договорились');
  const row = 'слово '.repeat(50).slice(0, 298).concat('ко');
  expect(textOf(row)).toBe(`${'слово '.repeat(49).trim()}…`);
});
