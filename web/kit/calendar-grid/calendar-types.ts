// What the calendar grid is given and what it tells: lines by columns, each cell a short text on a shade.

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

export type CalendarCell = {
  text: string;
  /** 0: none; 1 to 5: stronger the more there is. */
  shade: 0 | 1 | 2 | 3 | 4 | 5;
  /** More than there is room for: hatched, not only darker. */
  over: boolean;
};

export type CalendarLine = {
  key: string;
  label: string;
  depth: number;
  /** A group folds its lines; null: a line of its own. */
  group: { open: boolean } | null;
  /** By column; a hole where there is nothing. `away`: there is no room at all that day. */
  cells: (CalendarCell | undefined)[];
  away: boolean[];
  /** Whether what is in its cells may be moved, and whether they may get what was in another line. */
  can: { move: boolean; take: boolean };
  total: string;
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

/** Why nothing moves: what is there may not be taken away, or what comes may not be put there. */
export type Refused = 'move' | 'take';

/** What is dragged out of a preview: any text of the one who shows it. */
export const itemType = 'application/x-voronka-item';
