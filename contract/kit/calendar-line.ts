// A line of a calendar as it is drawn, on a screen or on paper: short texts on shades.

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
