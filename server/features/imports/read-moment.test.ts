// Days and times as people and programs write them.
import { describe, expect, it } from 'vitest';
import { DayOrderVotes, instantOf, readMoment, readTime } from './read-moment.ts';

describe('B-08 dates of tables', () => {
  it.each([
    ['2024-01-15', '2024-01-15', null],
    ['2024-01-20T14:30:00Z', '2024-01-20', '14:30:00'],
    ['2024-03-15 09:12:00', '2024-03-15', '09:12:00'],
    ['2024/3/5', '2024-03-05', null],
    ['20.03.2024', '2024-03-20', null],
    ['5.3.24 9:05', '2024-03-05', '09:05:00'],
    ['31.12.1999 г.', '1999-12-31', null],
    ['01.02.71', '1971-02-01', null],
    ['15-Jan-2024', '2024-01-15', null],
    ['Mar 20 2024', '2024-03-20', null],
    ['March 20, 2024 2:05 PM', '2024-03-20', '14:05:00'],
    ['5 марта 2024 г., 18:00', '2024-03-05', '18:00:00'],
    ['7 мая 2024', '2024-05-07', null],
    ['01/20/2024', '2024-01-20', null],
    ['20/01/2024 12:00 AM', '2024-01-20', '00:00:00'],
  ])('B-08 %s', (text, day, time) => {
    expect(readMoment(text, 'dayFirst')).toMatchObject({ day, time });
  });

  it.each([
    ['', 'reason.badDate'],
    ['вчера', 'reason.badDate'],
    ['30.02.2024', 'reason.badDate'],
    ['32.01.2024', 'reason.badDate'],
    ['0000-00-00', 'reason.dateOutOfRange'],
    ['01.01.0000', 'reason.dateOutOfRange'],
    ['31.12.9999', 'reason.dateOutOfRange'],
    ['1899-12-31', 'reason.dateOutOfRange'],
    ['2024-01-15 25:00', 'reason.badTime'],
    ['2024-01-15 утром', 'reason.badTime'],
    ['2024-01-15T10:00:00+99:00', 'reason.badTime'],
    ['15.01.2024 10:00-11:00', 'reason.badTime'],
    ['2024-01-15 10:00 - 11:30', 'reason.badTime'],
    ['2024-01-15T10:00:00-03:75', 'reason.badTime'],
  ])('B-08 %s is refused', (text, fault) => {
    expect(readMoment(text, 'dayFirst')).toBe(fault);
  });

  it('B-08 the column as a whole says which number is the day', () => {
    const votes = new DayOrderVotes();
    for (const text of ['3/4/2017', '3/25/2017', '11/1/2016']) votes.add(text);
    expect(votes.order('dayFirst')).toBe('monthFirst');
    expect(readMoment('3/4/2017', 'monthFirst')).toMatchObject({ day: '2017-03-04' });
    expect(new DayOrderVotes().order('dayFirst')).toBe('dayFirst');
  });

  it('B-08 instants follow the clock of the firm, or the zone that is written', () => {
    const read = readMoment('10.12.2026 15:00', 'dayFirst');
    expect(typeof read === 'string' ? read : instantOf(read, 'Europe/Moscow')).toBe('2026-12-10T12:00:00Z');
    const zoned = readMoment('2026-12-10T15:00:00+0500', 'dayFirst');
    expect(typeof zoned === 'string' ? zoned : instantOf(zoned, 'Europe/Moscow')).toBe(
      '2026-12-10T10:00:00Z',
    );
    for (const [text, zone] of [
      ['2026-12-10T15:00-05:00', '-05:00'],
      ['2026-12-10 15:00:00-05:00', '-05:00'],
      ['10.12.2026 15:00 +03:00', '+03:00'],
    ] as const)
      expect(readMoment(text, 'dayFirst')).toMatchObject({ time: '15:00:00', zone });
    expect(readTime('9:5')).toBeNull();
  });
});
