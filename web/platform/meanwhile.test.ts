// What a colleague has changed while one writes in a small card.
import { expect, test } from 'vitest';
import { changedMeanwhile } from './meanwhile.ts';

const base = { name: 'Сайт', phone: '1', groupId: null };

test('T-12 a field is in the way only where a colleague wrote something else into it', () => {
  const now = { ...base, name: 'Сайт фирмы', phone: '2' };
  expect(changedMeanwhile(base, now, { name: 'Наш сайт' })).toEqual(['name']);
  expect(changedMeanwhile(base, now, { name: 'Сайт фирмы' })).toEqual([]);
  expect(changedMeanwhile<object>(base, now, { groupId: 5 })).toEqual([]);
  expect(changedMeanwhile(base, base, { name: 'Наш сайт', phone: '3' })).toEqual([]);
});
