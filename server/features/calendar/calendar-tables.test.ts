// How wide the tables of the calendar's PDF are: all of the days and the totals are on the sheet, either way.
import type { ContentTable } from 'pdfmake/interfaces.js';
import { expect, it } from 'vitest';
import { formatFor } from '../../../contract/text/format.ts';
import { type Orientation, widthOf } from '../../platform/paper/document.ts';
import { calendarTables } from './calendar-tables.ts';

/** Points that a cell takes beside its width: a padding of one at each side, and a line. */
const around = 2.4;
const format = formatFor('ru', 'Europe/Moscow', { yesterday: '', today: '', tomorrow: '' });

it.each([
  ['portrait', 30],
  ['portrait', 31],
  ['landscape', 31],
] as const)('P-03 the calendar is as wide as its %s paper, of %i days', (orientation: Orientation, days) => {
  const columns = Array.from({ length: days }, (_, n) => {
    const day = Temporal.PlainDate.from('2026-11-28').add({ days: n }).toString();
    return { from: day, to: day, off: false, holiday: null };
  });
  const grid = { step: 'day' as const, from: '', to: '', columns, rows: [], cells: [] };
  const words = { manager: 'Менеджер', total: 'Всего' };
  const tables = calendarTables({
    lines: [],
    totals: [],
    grandTotal: '',
    grid,
    mode: 'count',
    orientation,
    words,
    format,
  });
  const [{ table: { widths = [] } = {} }] = tables as [ContentTable];
  const wide = (widths as number[]).reduce((sum, width) => sum + width + around, 0);
  expect(widths.length).toBe(days + 2);
  expect(wide).toBeLessThanOrEqual(widthOf[orientation] + 0.01);
  expect(wide).toBeGreaterThan(widthOf[orientation] - 5);
});
