// Lines of the calendar: sums of groups, shades by count and by load, folding.
import { describe, expect, it } from 'vitest';
import type { CalendarGrid } from './calendar.ts';
import { calendarLines, type LinesInput, valueOfKey } from './calendar-lines.ts';

const column = (day: string) => ({ from: day, to: day, off: false, holiday: null });
const can = { move: true, take: true };
const grid: CalendarGrid = {
  step: 'day',
  from: '2026-11-23',
  to: '2026-11-24',
  columns: [column('2026-11-23'), column('2026-11-24')],
  rows: [
    { managerId: 1, capacity: [480, 480], can },
    { managerId: 2, capacity: [480, 0], can },
    { managerId: 3, capacity: [480, 480], can },
    { managerId: null, capacity: [0, 0], can: { move: true, take: false } },
  ],
  cells: [
    [0, 0, 10, 600],
    [1, 0, 1, 120],
    [1, 1, 2, 90],
    [3, 1, 4, 120],
  ],
};
const input: LinesInput = {
  grid,
  groups: [
    { id: 7, parentId: null, name: 'Отдел' },
    { id: 8, parentId: 7, name: 'Опт' },
    { id: 9, parentId: null, name: 'Пустая' },
  ],
  groupOf: (id) => ({ 1: 7, 2: 8 })[id] ?? null,
  nameOf: (id) => `Менеджер ${id}`,
  nobody: 'Без менеджера',
  mode: 'count',
  folded: new Set(),
  number: String,
  hours: (minutes) => `${minutes / 60} ч`,
};

describe('K-01 lines', () => {
  it('stand by groups that hold somebody, nobody’s last, each group with its sums', () => {
    const { lines, totals, grandTotal } = calendarLines(input);
    expect(lines.map(({ key, depth }) => `${depth} ${key}`)).toEqual([
      '0 g7',
      '1 g8',
      '2 m2',
      '1 m1',
      '0 m3',
      '0 m',
    ]);
    expect(lines[0]?.cells.map((cell) => cell?.text)).toEqual(['11', '2']);
    expect([lines[0]?.total, totals, grandTotal]).toEqual(['13', ['11', '6'], '17']);
  });

  it('a folded group hides what is in it, its sums and the totals stay', () => {
    const { lines, grandTotal } = calendarLines({ ...input, folded: new Set(['g7']) });
    expect(lines.map(({ key }) => key)).toEqual(['g7', 'm3', 'm']);
    expect([lines[0]?.total, grandTotal]).toEqual(['13', '17']);
  });

  it('the more there is the stronger the shade; the fullest is the strongest', () => {
    const { lines } = calendarLines(input);
    const shade = (key: string, at: number) => lines.find((line) => line.key === key)?.cells[at]?.shade;
    expect([shade('m1', 0), shade('m2', 0), shade('m2', 1), shade('m', 1), shade('m3', 0)]).toEqual([
      5,
      1,
      2,
      4,
      undefined,
    ]);
  });

  it('Z-02 by load: percent of what the day holds, hatched above it, hours where it holds nothing', () => {
    const { lines } = calendarLines({ ...input, mode: 'load' });
    const cell = (key: string, at: number) => lines.find((line) => line.key === key)?.cells[at];
    expect(cell('m1', 0)).toEqual({ text: '125%', shade: 5, over: true });
    expect(cell('m2', 0)).toEqual({ text: '25%', shade: 1, over: false });
    expect(cell('m2', 1)).toEqual({ text: '1.5 ч', shade: 1, over: true });
    expect(lines.find(({ key }) => key === 'm2')?.away).toEqual([false, true]);
    expect(cell('m', 1)).toEqual({ text: '2 ч', shade: 1, over: false });
  });

  it('Z-02 by load: where one does not work, hours are held against what others hold in the same days', () => {
    const shadesOf = (columns: CalendarGrid['columns'], capacity: number) =>
      [90, 900, 2400].map((minutes) => {
        const rows = [
          { managerId: 1, capacity: [capacity], can },
          { managerId: 2, capacity: [0], can },
        ];
        const cells: CalendarGrid['cells'] = [[1, 0, 1, minutes]];
        const { lines } = calendarLines({
          ...input,
          groups: [],
          mode: 'load',
          grid: { ...grid, columns, rows, cells },
        });
        return lines[1]?.cells[0]?.shade;
      });
    const week = { ...column('2026-11-23'), to: '2026-11-29' };
    expect(shadesOf([week], 2400)).toEqual([1, 2, 4]);
    expect(shadesOf([column('2026-11-23')], 480)).toEqual([1, 5, 5]);
    expect(shadesOf([column('2026-11-28')], 0)).toEqual([1, 5, 5]);
  });

  it('Z-03 a line’s key says what a view calls it', () => {
    expect(['m12', 'g5', 'm'].map(valueOfKey)).toEqual(['12', 'g5', '-']);
  });
});
