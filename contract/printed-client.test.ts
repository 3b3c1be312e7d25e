import { expect, test } from 'vitest';
import { type Client, clients } from './clients.ts';
import { printedTabs, printedTask } from './printed-client.ts';
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

test('P-03 every field of a card that is filled in stands on its paper', () => {
  const fields = Object.keys(clients.change.input.shape.set.shape);
  const list = {
    phones: [{ shown: 'x', note: '' }],
    emails: [{ value: 'x', note: '' }],
    contractDate: '2026-11-29',
    contractTill: '2026-11-29',
  };
  const lists = Object.fromEntries(['sites', 'messengers', 'tags'].map((field) => [field, ['x']]));
  const card = {
    ...Object.fromEntries(fields.map((field) => [field, 'x'])),
    ...list,
    ...lists,
  } as unknown as Client;
  const named = { entryName: () => 'x', personName: () => 'x', groupPath: () => 'x' };
  const printed = printedTabs(card, { ...named, format }).flatMap(({ lines }) =>
    lines.map(({ field }) => field),
  );
  const wanted = fields
    .filter((field) => field !== 'name')
    .map((field) => (field === 'typeId' ? 'clientTypeId' : field));
  expect(printed.toSorted()).toEqual(wanted.toSorted());
});
