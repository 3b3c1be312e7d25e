// The laws of levelling, held over made-up weeks: the fullest never rises, no work is lost, what has an hour stays.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullness } from '../../../contract/levelling.ts';
import type { Load } from '../tasks/index.ts';
import { type DayOfOne, levelDays, type Shift } from './level.ts';

const dayAt = (n: number) => Temporal.PlainDate.from('2026-11-23').add({ days: n }).toString();
const length = 10;

const someDays = fc
  .array(fc.constantFrom(0, 240, 480), { minLength: length, maxLength: length })
  .map((capacities) => capacities.map((capacity, n) => ({ day: dayAt(n), capacity })));
const someTasks = fc
  .array(
    fc.record({
      at: fc.nat(length - 1),
      minutes: fc.constantFrom(15, 30, 60, 120, 300),
      movable: fc.boolean(),
      until: fc.option(fc.nat(length - 1)),
    }),
    { maxLength: 40 },
  )
  .map((tasks) =>
    tasks.map(
      ({ at, minutes, movable, until }, id): Load => ({
        id,
        version: 1,
        managerId: 1,
        day: dayAt(at),
        minutes,
        title: '',
        clientName: null,
        movable,
        until: until === null ? null : dayAt(until),
      }),
    ),
  );

function fullnesses(days: DayOfOne[], tasks: Load[], shifts: Shift[]): number[] {
  const moved = new Map(shifts.map(({ task, to }) => [task.id, to]));
  return days.map(({ day, capacity }) => {
    const load = tasks
      .filter((task) => (moved.get(task.id) ?? task.day) === day)
      .reduce((sum, { minutes }) => sum + minutes, 0);
    return fullness({ load, capacity });
  });
}

const worked = (full: number[]) => Math.max(0, ...full.filter(Number.isFinite));
const idle = (full: number[]) => full.filter((each) => !Number.isFinite(each)).length;

describe('Z-02 levelling', () => {
  it('the highest load never rises, on days that hold work and on those that hold none', () => {
    fc.assert(
      fc.property(someDays, someTasks, (days, tasks) => {
        const before = fullnesses(days, tasks, []);
        const after = fullnesses(days, tasks, levelDays(days, tasks));
        expect(worked(after)).toBeLessThanOrEqual(Math.max(1, worked(before)));
        expect(idle(after)).toBeLessThanOrEqual(idle(before));
      }),
    );
  });

  it('moves each task at most once, only those without an hour, never past their deadline nor to a day without work', () => {
    fc.assert(
      fc.property(someDays, someTasks, (days, tasks) => {
        const shifts = levelDays(days, tasks);
        expect(new Set(shifts.map(({ task }) => task.id)).size).toBe(shifts.length);
        for (const { task, to } of shifts) {
          expect(task.movable).toBe(true);
          expect(task.until === null || to <= task.until).toBe(true);
          expect(days.find(({ day }) => day === to)?.capacity).toBeGreaterThan(0);
          expect(to).not.toBe(task.day);
        }
      }),
    );
  });

  const task = (id: number, day: number, more: Partial<Load> = {}): Load => ({
    id,
    version: 1,
    managerId: 1,
    day: dayAt(day),
    minutes: 300,
    title: '',
    clientName: null,
    movable: true,
    until: null,
    ...more,
  });
  const week = [480, 480, 480, 480, 480, 0, 0].map((capacity, n) => ({ day: dayAt(n), capacity }));

  it('a day of three long tasks gives two away to the nearest free days', () => {
    const shifts = levelDays(week, [task(1, 0), task(2, 0), task(3, 0)]);
    expect(shifts.map(({ to }) => to)).toEqual([dayAt(1), dayAt(2)]);
  });

  it('the nearest day with room is before emptier ones farther away, and of two as near the emptier', () => {
    const shifts = levelDays(week, [task(1, 2), task(2, 2), task(3, 1, { minutes: 60, movable: false })]);
    expect(shifts.map(({ to }) => to)).toEqual([dayAt(3)]);
    const late = levelDays(week, [task(1, 0), task(2, 0), task(3, 1, { minutes: 120, movable: false })]);
    expect(late.map(({ to }) => to)).toEqual([dayAt(1)]);
  });

  it('where no day has room the emptiest takes it', () => {
    const busy = [220, 420, 200, 420].map((minutes, n) => task(10 + n, n + 1, { minutes, movable: false }));
    const shifts = levelDays(week, [task(1, 0), task(2, 0), ...busy]);
    expect(shifts.map(({ to }) => to)).toEqual([dayAt(3)]);
  });

  it('work on a Sunday goes to a working day', () => {
    expect(levelDays(week, [task(1, 6)]).map(({ to }) => to)).toEqual([dayAt(4)]);
  });

  it('a day that is not full gives nothing', () => {
    expect(levelDays(week, [task(1, 0), task(2, 1)])).toEqual([]);
  });

  it('what has an hour stays, whatever the day', () => {
    expect(levelDays(week, [task(1, 0, { movable: false }), task(2, 0, { movable: false })])).toEqual([]);
  });
});
