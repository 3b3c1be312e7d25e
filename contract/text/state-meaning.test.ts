import { expect, it } from 'vitest';
import { meaningOf } from './state-meaning.ts';

it.each([
  ['выполнена', 'done'],
  ['Won', 'done'],
  ['Closed Won', 'done'],
  ['Успешно реализовано', 'done'],
  ['Сделка выиграна', 'done'],
  ['Lost', 'cancelled'],
  ['Closed Lost', 'cancelled'],
  ['Закрыто и не реализовано', 'cancelled'],
  ['Проиграна', 'cancelled'],
  ['Отменена', 'cancelled'],
  ['не выполнена', 'open'],
  ['incomplete', 'open'],
  ['Wonderful idea', 'open'],
  ['в работе', 'open'],
] as const)('B-08 T-03 the state “%s” means %s', (name, meaning) => {
  expect(meaningOf(name)).toBe(meaning);
});
