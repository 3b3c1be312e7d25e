// What the calendar grid is given and what it tells: lines by columns, each cell a short text on a shade.
export type { CalendarCell, CalendarLine } from '../../../contract/kit/calendar-line.ts';

export type CalendarHead = {
  key: string;
  /** The day of the month, the first day of a week, a month. */
  label: string;
  sub: string;
  /** Neighbours of the same band share one heading above: the month. */
  band: string;
  off: boolean;
  today: boolean;
  title: string;
};

/** A line by its key (null: the totals below), a column by its number (-1: the line's name, the number of columns: its total). */
export type Place = { line: string | null; column: number };

export type CalendarLabels = {
  grid: string;
  corner: string;
  total: string;
  expandAll: string;
  collapseAll: string;
  /** What a screen reader says of a cell. */
  cell(place: Place): string;
};

/** Why nothing moves: what is there may not be taken away, or what comes may not be put there; a group takes nothing; nothing is there. */
export type Refused = 'move' | 'take' | 'group' | 'nothing';

/** What is dragged out of a preview: any text of the one who shows it. */
export const itemType = 'application/x-voronka-item';
