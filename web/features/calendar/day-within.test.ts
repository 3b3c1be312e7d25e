// The day of a task that is dropped on a day, a week or a month.
import { expect, it } from 'vitest';
import { type Column, daysApart, dayWithin } from './day-within.ts';

it('K-05 a task dropped on a column stands on its day, weekday or day of the month', () => {
  const day = '2026-12-09'; // a Wednesday
  const on = (from: string, to: string, step: 'day' | 'week' | 'month') => dayWithin(day, { from, to }, step);
  expect(on('2026-12-20', '2026-12-20', 'day')).toBe('2026-12-20');
  expect(on('2026-12-07', '2026-12-13', 'week')).toBe(day);
  expect(on('2026-12-28', '2027-01-03', 'week')).toBe('2026-12-30');
  expect(on('2026-12-28', '2026-12-29', 'week')).toBe('2026-12-29'); // a week cut by the end of the interval
  expect(on('2027-01-01', '2027-01-31', 'month')).toBe('2027-01-09');
  expect(on('2027-01-15', '2027-01-31', 'month')).toBe('2027-01-15');
  expect(dayWithin('2026-10-31', { from: '2026-11-01', to: '2026-11-30' }, 'month')).toBe('2026-11-30');
});

it('K-05 a column goes as far as its first day, weeks by whole weeks, a day to the like day, though another interval is shown', () => {
  const column = (step: Column['step'], from: string, to = from): Column => ({ step, from, to });
  const [day, later] = [column('day', '2026-12-09'), column('day', '2027-01-05')];
  const week = column('week', '2026-12-09', '2026-12-13'); // cut by the beginning of the interval
  const nextWeek = column('week', '2026-12-21', '2026-12-27');
  expect(daysApart(day, later)).toBe(27);
  expect(daysApart(week, nextWeek)).toBe(14);
  expect(daysApart(day, nextWeek)).toBe(14); // a Wednesday stays one
  expect(daysApart(week, later)).toBe(27);
  expect(daysApart(day, column('month', '2027-01-01', '2027-01-31'))).toBe(31);
});
