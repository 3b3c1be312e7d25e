/** What a grid is given and what it says back. No data fetching here: see use-blocks.ts. */
import type { ReactNode, Ref } from 'react';

export interface GridRow {
  id: number;
}

export interface GridColumn<Row> {
  id: string;
  title: string;
  /** Pixels, until the user changes it. */
  width: number;
  /** Pixels; 48 when not given. */
  minWidth?: number;
  align?: 'start' | 'center' | 'end';
  render(row: Row): ReactNode;
  /** Plain text for copying and for the tooltip of a cell that is cut. */
  text(row: Row): string;
  /** Shown on hover even when the cell is not cut: the exact moment behind «сегодня 14:30». */
  tooltip?(row: Row): string | undefined;
  /** Given, the cell can be edited in place (F2, Enter on a second press, or by typing). */
  editor?(cell: CellEdit<Row>): ReactNode;
  sortable?: boolean;
  searchable?: boolean;
  /** Pinned until the user says otherwise. */
  pinned?: boolean;
  /** Hidden until the user says otherwise. */
  hidden?: boolean;
}

/** Given to an editor while its cell is open. Saving is the editor's own business. */
export interface CellEdit<Row> {
  row: Row;
  title: string;
  /** Closes the cell and moves on: Enter goes down, Tab to the next editable cell, Esc stays. */
  close(then: 'stay' | 'down' | 'next' | 'previous'): void;
}

/** The user's arrangement; kept by the caller. Columns not named stand where the code put them. */
export interface GridLayout {
  order: string[];
  widths: Record<string, number>;
  /** true hides, false shows a column that is hidden at first. */
  hidden: Record<string, boolean>;
  pinned: Record<string, boolean>;
}

export interface GridSort {
  field: string;
  desc: boolean;
}

/** `all` turns the meaning of `ids` round: everything that matches except them. */
export interface GridSelection {
  /** Every row but `ids`; else only these. */
  all: boolean;
  ids: ReadonlySet<number>;
  /** What "every row" was when it was said: rows up to this id, so many. A later row is chosen only where it stands in `ids`. */
  within?: { upTo: number; total: number };
}

export type SearchMode = 'prefix' | 'inside';

/** Rows by their place in the answer. Its identity changes when what it gives changes. */
export interface GridSource<Row> {
  /** Names the question (filter, sort); another key takes the grid back to its top. */
  key: string;
  /** Exact count; undefined until known. */
  total: number | undefined;
  /** New rows are on their way; the old ones stay shown. */
  busy: boolean;
  /** The rows shown answer the question before this one. */
  stale?: boolean;
  rowAt(index: number): Row | undefined;
  /** The grid shows rows first…last (inclusive) and would like to have them. */
  want(first: number, last: number): void;
  /** Ids of first…last, loading what is missing: for Shift selections that leave the screen. */
  idsBetween?(first: number, last: number): Promise<number[]>;
  /** The same rows whole: for copying what has left the screen. */
  rowsBetween?(first: number, last: number): Promise<Row[]>;
}

/** What the caller may ask of a mounted grid. */
export interface GridHandle {
  focus(): void;
  /** Makes the row active and brings it into view. */
  goTo(index: number): void;
  activeIndex(): number;
}

export interface GridLabels {
  grid: string;
  searchIn(title: string): string;
  /** The switch shows a short mark («а…», «…а…») and is named in full. */
  searchMode: Record<SearchMode, string>;
  selectAll: string;
  columnMenu(title: string): string;
  resize(title: string): string;
  sortAscending: string;
  sortDescending: string;
  sortNone: string;
  hide: string;
  pin: string;
  unpin: string;
  moveLeft: string;
  moveRight: string;
  resetLayout: string;
  /** Said to screen readers after a move; position counts from 1. */
  moved(title: string, position: number): string;
}

export interface DataGridProps<Row extends GridRow> {
  columns: GridColumn<Row>[];
  source: GridSource<Row>;
  layout: GridLayout;
  onLayoutChange(layout: GridLayout): void;
  labels: GridLabels;
  sort?: GridSort[];
  onSortChange?(sort: GridSort[]): void;
  search?: Record<string, string>;
  onSearchChange?(search: Record<string, string>): void;
  searchMode?: SearchMode;
  onSearchModeChange?(mode: SearchMode): void;
  selection?: GridSelection;
  onSelectionChange?(selection: GridSelection): void;
  /** A tint's id (tints.ts). */
  rowTint?(row: Row): string | undefined;
  /** A refusal that stands at a cell. */
  cellError?(row: Row, columnId: string): string | undefined;
  onOpen?(row: Row, index: number): void;
  onDelete?(row: Row): void;
  onActiveChange?(row: Row | undefined, index: number): void;
  onRowMenu?(row: Row, at: { x: number; y: number }): void;
  /** So many rows, of those selected, were put on the clipboard after others had to be fetched. */
  onCopied?(rows: number, selected: number): void;
  /** The two-line card of a phone. */
  renderCompact?(row: Row): ReactNode;
  /** Shown instead of rows when nothing matches. */
  empty?: ReactNode;
  /** Shown instead of rows when they could not be had. */
  error?: ReactNode;
  handle?: Ref<GridHandle>;
}
