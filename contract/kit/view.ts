// The one view language: what of, where, interval, sort, columns, page size. Pure; the URL form is in view-url.ts.

/** A value of a condition: an id, a text, a flag; `g5` means group 5 with all below it, `me` the reader. */
export type Value = string;

export type Condition =
  | { field: string; op: 'in' | 'notIn'; values: Value[] }
  | { field: string; op: 'range'; from: string | null; to: string | null }
  | { field: string; op: 'contains' | 'starts'; text: string }
  | { field: string; op: 'empty' | 'filled' };

export const presets = [
  'today',
  'tomorrow',
  'yesterday',
  'week',
  'nextWeek',
  'month',
  'quarter',
  'year',
  'next7',
  'next30',
  'overdue',
  'undated',
  'all',
] as const;
export type Preset = (typeof presets)[number];

/** Days are inclusive, in the firm's time zone: `YYYY-MM-DD`. */
export type Interval = { preset: Preset } | { from: string | null; to: string | null };

export type SortKey = { field: string; desc: boolean };
export type SearchMode = 'prefix' | 'inside';

export type View = {
  of: string;
  interval: Interval | null;
  where: Condition[];
  /** Text typed into the search box of each column. */
  search: Record<string, string>;
  searchMode: SearchMode;
  /** Text typed into the search box of all columns. */
  text: string;
  sort: SortKey[];
  /** Null: the columns of the reader's own layout. */
  columns: string[] | null;
  /** Rows a page; null: one endless list. */
  pageSize: number | null;
  page: number;
};

export const pageSizes = [50, 100, 200, 500, 1000] as const;

export function emptyView(of: string): View {
  return {
    of,
    interval: null,
    where: [],
    search: {},
    searchMode: 'inside',
    text: '',
    sort: [],
    columns: null,
    pageSize: null,
    page: 1,
  };
}
