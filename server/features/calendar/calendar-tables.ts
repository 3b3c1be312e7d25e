// The calendar as tables of a PDF: managers by days with shades, groups and totals; more columns than a sheet holds go on in another.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { CalendarColumn, CalendarGrid } from '../../../contract/calendar.ts';
import { headLabels, type Lines, type Mode, printedParts } from '../../../contract/calendar-lines.ts';
import type { CalendarLine } from '../../../contract/kit/calendar-line.ts';
import type { Format } from '../../../contract/text/format.ts';
import { type Orientation, type TableLayout, widthOf } from '../../platform/paper/document.ts';

type Drawn = Lines & {
  grid: CalendarGrid;
  mode: Mode;
  orientation: Orientation;
  words: { manager: string; total: string };
  format: Format;
};

type Part = ReturnType<typeof printedParts<CalendarColumn>>[number];

/** Points. */
const nameWidth = 112;
const totalWidth = 32;
/** Around the text of a cell, its line included. */
const padding = 2.4;
const indent = 7;
/** How many letters the widest text of a cell takes, and points of each by the size of the letters. */
const lettersOf = { count: 3, load: 4.4 };
const letterWidth = 0.6;
const largest = 7;

const shades = [null, '#e8f3f2', '#d3e9e7', '#b9dcd9', '#99cbc7', '#74b6b1'] as const;
const offFill = '#f0f0f0';
const groupFill = '#eeeeee';

export function calendarTables(drawn: Drawn): Content[] {
  return printedParts(drawn.grid.columns).map((part) => ({
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [nameWidth, ...part.columns.map(() => cellOf(drawn, part)), ...(part.last ? [totalWidth] : [])],
      body: [headRow(drawn, part), ...drawn.lines.map((line) => lineRow(line, part)), totalsRow(drawn, part)],
    },
    layout: 'boxed' satisfies TableLayout,
    fontSize: sizeOf(drawn, part),
    alignment: 'center',
    ...(part.from > 0 ? { pageBreak: 'before' as const } : {}),
  }));
}

/** Points that a day has beside its padding: said outright, for a word of its head would else widen it past the paper. */
function cellOf({ orientation }: Drawn, { columns, last }: Part): number {
  const held = nameWidth + (last ? totalWidth : 0) + padding * (1 + (last ? 1 : 0));
  return (widthOf[orientation] - held) / columns.length - padding;
}

/** The letters that fit the cells. */
function sizeOf(drawn: Drawn, part: Part): number {
  return Math.min(largest, cellOf(drawn, part) / (lettersOf[drawn.mode] * letterWidth));
}

function headRow({ grid, format, words }: Drawn, { columns, last }: Part): TableCell[] {
  const labels = columns.map((column) => headLabels(column, grid.step, format));
  return [
    { text: words.manager, bold: true, alignment: 'left', fontSize: largest },
    ...columns.map((column, at): TableCell => {
      const { band, label, sub } = labels[at] as (typeof labels)[number];
      const above = band === labels[at - 1]?.band ? ' ' : band;
      return {
        stack: [{ text: above, noWrap: true }, { text: label, bold: true }, sub],
        ...(column.off ? { fillColor: offFill } : {}),
      };
    }),
    ...(last ? [{ text: words.total, bold: true, fontSize: largest }] : []),
  ];
}

function lineRow({ label, depth, group, cells, away, total }: CalendarLine, part: Part): TableCell[] {
  const whole = group ? { bold: true, fillColor: groupFill } : {};
  return [
    { text: label, alignment: 'left', fontSize: largest, marginLeft: depth * indent, ...whole },
    ...part.columns.map((column, at): TableCell => {
      const cell = cells[part.from + at];
      const isAway = away[part.from + at] === true && !column.off;
      const strong = cell?.over ? { bold: true, decoration: 'underline' as const } : {};
      return {
        text: cell?.text ?? '',
        noWrap: true,
        ...filled(column.off, isAway),
        ...whole,
        ...shaded(cell?.shade),
        ...strong,
      };
    }),
    ...(part.last ? [{ text: total, noWrap: true, fontSize: largest, ...whole }] : []),
  ];
}

function filled(isOff: boolean, isAway: boolean): object {
  if (isAway) return { fillColor: ['hatched', '#cccccc'] };
  return isOff ? { fillColor: offFill } : {};
}

function shaded(shade: keyof typeof shades & number = 0): object {
  const fillColor = shades[shade];
  return fillColor ? { fillColor } : {};
}

function totalsRow({ totals, grandTotal, words }: Drawn, { from, columns, last }: Part): TableCell[] {
  const whole = { bold: true, fillColor: groupFill, noWrap: true };
  return [
    { ...whole, text: words.total, alignment: 'left', fontSize: largest },
    ...columns.map((_, at) => ({ ...whole, text: totals[from + at] ?? '' })),
    ...(last ? [{ ...whole, text: grandTotal, fontSize: largest }] : []),
  ];
}
