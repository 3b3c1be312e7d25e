// What moves between days come to.
import { expect, it } from 'vitest';
import { fillAfter, workOnDaysOff } from './levelling.ts';

const days = [
  { day: '2026-12-05', load: 240, capacity: 0 },
  { day: '2026-12-07', load: 510, capacity: 480 },
  { day: '2026-12-08', load: 60, capacity: 480 },
];

it('Z-02 work on days off is named apart from the fullest working day', () => {
  const moves = [{ minutes: 180, from: '2026-12-05', to: '2026-12-08' }];
  expect(workOnDaysOff(days, [])).toEqual({ before: 240, after: 240 });
  expect(workOnDaysOff(days, moves)).toEqual({ before: 240, after: 60 });
  expect(fillAfter(days, moves)).toEqual({ overfull: 2, over: 90, fullest: 106 });
});
