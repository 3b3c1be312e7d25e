// Which days are shown, where the arrows lead, and what stands in the hours before the house has answered.
import { describe, expect, it } from 'vitest';
import type { TaskRow } from '../../../contract/tasks.ts';
import { boundsOf, dayOf, idOfKey, itemOf, spanOf, stepped, tailsOf, withRow } from './own-days.ts';

const shown = (span: 'day' | 'week' | 'month', day: string, inHand = false) => ({ span, day, inHand });
const row = (more: Partial<TaskRow>) =>
  ({
    id: 7,
    typeId: 1,
    stateId: 1,
    description: 'Позвонить\nи спросить',
    clientName: null,
    at: '2026-11-24T22:30:00Z',
    hasTime: true,
    minutes: null,
    isOpen: true,
    can: { change: true, delete: true },
    ...more,
  }) as TaskRow;
const words = {
  timeZone: 'Asia/Almaty',
  typeName: () => 'Звонок',
  tint: () => 'blue',
  hint: () => '',
  nameless: String,
};

describe('K-08 the days of one manager', () => {
  it('shows a day, a week from Monday, a month in whole weeks; three days in a hand', () => {
    expect(boundsOf(shown('day', '2026-11-25'))).toEqual({ from: '2026-11-25', to: '2026-11-25' });
    expect(boundsOf(shown('week', '2026-11-25'))).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(boundsOf(shown('month', '2026-11-25'))).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(boundsOf(shown('week', '2026-11-25', true))).toEqual({ from: '2026-11-25', to: '2026-11-27' });
    expect(spanOf('year', true)).toBe('day');
    expect(spanOf(undefined, false)).toBe('week');
    expect(dayOf('2026-02-31', '2026-11-25')).toBe('2026-11-25');
  });

  it('steps by what it shows, from the end of a month too', () => {
    expect(stepped(shown('day', '2026-11-30'), 1)).toBe('2026-12-01');
    expect(stepped(shown('week', '2026-11-25'), -1)).toBe('2026-11-18');
    expect(stepped(shown('week', '2026-11-25', true), 1)).toBe('2026-11-28');
    expect(stepped(shown('month', '2026-01-31'), 1)).toBe('2026-02-01');
  });

  it('puts a task on the firm’s day, at its hour, half an hour long unless said', () => {
    expect(itemOf(row({}), words)).toMatchObject({
      day: '2026-11-25',
      start: Date.parse('2026-11-24T22:30:00Z'),
      minutes: 30,
      title: 'Звонок · Позвонить',
      quiet: false,
    });
    expect(
      itemOf(row({ hasTime: false, minutes: 90, clientName: 'ООО «Гранит»', isOpen: false }), words),
    ).toMatchObject({
      start: null,
      minutes: 90,
      title: 'Звонок · ООО «Гранит»',
      note: 'Позвонить',
      quiet: true,
    });
    expect(itemOf(row({ at: null }), words)).toBeNull();
  });

  it('shows a task that lasts into other days on each of them, to be moved on its first', () => {
    const item = itemOf(row({ minutes: 3 * 24 * 60 }), words);
    const tails = item ? tailsOf(item, 'Asia/Almaty') : [];
    expect(tails.map(({ day, movable, tail }) => [day, movable, tail])).toEqual([
      ['2026-11-26', false, true],
      ['2026-11-27', false, true],
      ['2026-11-28', false, true],
    ]);
    expect(new Set(tails.map(({ key }) => key)).size).toBe(3);
    expect(tails.map(({ key }) => idOfKey(key))).toEqual([7, 7, 7]);
    const toMidnight = itemOf(row({ at: '2026-11-25T18:00:00Z', minutes: 60 }), words); // 23:00 in Almaty
    expect(toMidnight && tailsOf(toMidnight, 'Asia/Almaty')).toEqual([]);
  });

  it('counts the days anew when a task is shown on another before the house has answered', () => {
    const day = (name: string, count: number) => ({
      day: name,
      count,
      hours: null,
      firmHours: null,
      holiday: null,
      away: null,
    });
    const known = { days: [day('2026-11-25', 3), day('2026-11-26', 0)], rows: [row({})] };
    const after = withRow(known, row({ at: '2026-11-26T05:00:00Z' }), 'Asia/Almaty');
    expect(after.days.map(({ count }) => count)).toEqual([2, 1]);
    expect(after.rows[0]?.at).toBe('2026-11-26T05:00:00Z');
    expect(withRow(known, row({ id: 8 }), 'Asia/Almaty')).toBe(known);
  });
});
