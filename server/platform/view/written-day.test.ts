// A day as it is read in a list is found by what is typed of it.
import { expect, test } from 'vitest';
import { writtenDays } from './written-day.ts';

const today = '2026-11-29';

test.each([
  ['нояб', ['__.11.____%']],
  ['23 нояб', ['23.11.____%']],
  ['пн 23 нояб. 10:00', ['23.11.____ 10:00%']],
  ['1 февр. 2027 г. 10:0', ['01.02.2027 10:0%']],
  ['23 ноября', ['23.11.____%']],
  ['5 ма', ['05.03.____%', '05.05.____%']],
  ['7 мая', ['07.05.____%']],
  ['Mon 23 Nov 10:00', ['23.11.____ 10:00%']],
  ['Nov 2026', ['__.11.2026%']],
  ['сегодня', ['29.11.2026%']],
  ['завтра 14', ['30.11.2026 14%']],
  ['yjz,', ['__.11.____%']],
  ['23.11', []],
  ['оплата', []],
  ['', []],
])('T-06: %j in a column of days', (text, patterns) => {
  expect(writtenDays(text, today)).toEqual(patterns);
});
