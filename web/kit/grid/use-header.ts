/** Everything the header can do to the layout and the order of rows. */
import { type RefObject, useMemo, useState } from 'react';
import type { DataGridProps, GridRow } from './grid-types.ts';
import {
  columnVariables,
  emptyLayout,
  moveColumn,
  type PlacedColumn,
  setHidden,
  setPinned,
  setWidth,
} from './layout.ts';
import { nextSort } from './sorting.ts';
import type { ColumnMove } from './use-column-drag.ts';
import type { Latest } from './use-latest.ts';

export interface HeaderActions {
  sort(columnId: string, add: boolean): void;
  move(move: ColumnMove): void;
  step(columnId: string, by: -1 | 1): void;
  preview(columnId: string, width: number): void;
  resize(columnId: string, width: number): void;
  /** Makes the column as wide as the widest text now drawn in it. */
  fit(columnId: string): void;
  openMenu(columnId: string): void;
  closeMenu(): void;
  menuOf(columnId: string): MenuActions;
}

export interface MenuActions {
  onSort(sort: 'ascending' | 'descending' | 'none'): void;
  onHide(): void;
  onPin(pinned: boolean): void;
  onMove(step: -1 | 1): void;
  onReset(): void;
}

export interface HeaderModel<Row extends GridRow> {
  props: DataGridProps<Row>;
  columns: PlacedColumn<Row>[];
  gutter: number;
  say(text: string): void;
  focus(): void;
}

/** Stable actions over the newest model, and the column whose menu is open. */
export function useHeader<Row extends GridRow>(
  latest: Latest<HeaderModel<Row>>,
  root: RefObject<HTMLElement | null>,
) {
  const [menu, setMenu] = useState<string>();
  const actions = useMemo<HeaderActions>(() => {
    const columnActions = layoutActions(latest, root);
    return {
      ...columnActions,
      ...sizeActions(latest, root),
      openMenu: setMenu,
      closeMenu: () => {
        setMenu(undefined);
        latest.current.focus();
      },
      menuOf: (id) => menuActions(latest, id, columnActions.step),
    };
  }, [latest, root]);
  return { menu, actions };
}

function layoutActions<Row extends GridRow>(
  latest: Latest<HeaderModel<Row>>,
  root: RefObject<HTMLElement | null>,
) {
  const move = (wanted: ColumnMove) => {
    const { props, columns, say } = latest.current;
    const { beside } = wanted;
    const title = props.columns.find((column) => column.id === wanted.id)?.title ?? '';
    const at = columns
      .filter((one) => one.column.id !== wanted.id)
      .findIndex((one) => one.column.id === beside);
    props.onLayoutChange(moveColumn(props.layout, props.columns, wanted));
    say(props.labels.moved(title, at + (wanted.edge === 'right' ? 2 : 1)));
    root.current?.focus({ preventScroll: true });
  };
  const step = (id: string, by: -1 | 1) => {
    const { columns } = latest.current;
    const neighbour = columns[columns.findIndex((one) => one.column.id === id) + by];
    if (neighbour) move({ id, beside: neighbour.column.id, edge: by < 0 ? 'left' : 'right' });
  };
  const sort = (id: string, add: boolean) => {
    const { props } = latest.current;
    props.onSortChange?.(nextSort(props.sort ?? [], id, add));
  };
  return { move, step, sort };
}

function sizeActions<Row extends GridRow>(
  latest: Latest<HeaderModel<Row>>,
  root: RefObject<HTMLElement | null>,
) {
  const resize = (id: string, width: number) => {
    const { props } = latest.current;
    const column = props.columns.find((one) => one.id === id);
    if (column) props.onLayoutChange(setWidth(props.layout, column, width));
  };
  const preview = (id: string, width: number) => {
    const { columns, gutter } = latest.current;
    const seen = columns.map((one) => (one.column.id === id ? { ...one, width } : one));
    for (const [name, value] of Object.entries(columnVariables(seen, gutter)))
      root.current?.style.setProperty(name, value);
  };
  const fit = (id: string) => {
    const at = latest.current.columns.findIndex((one) => one.column.id === id) + 2;
    const cells = root.current?.querySelectorAll<HTMLElement>(`[aria-colindex="${at}"]`) ?? [];
    resize(id, widestOf(cells));
  };
  return { resize, preview, fit };
}

const fitLimit = 480;

function widestOf(cells: Iterable<HTMLElement>): number {
  let widest = 0;
  const range = document.createRange();
  for (const cell of cells) {
    range.selectNodeContents(cell);
    const padding = Number.parseFloat(getComputedStyle(cell).paddingLeft) * 2;
    const width =
      cell.role === 'columnheader' ? cell.scrollWidth : range.getBoundingClientRect().width + padding;
    if (!cell.querySelector('input')) widest = Math.max(widest, width);
  }
  return Math.min(fitLimit, Math.ceil(widest) + 2);
}

function menuActions<Row extends GridRow>(
  latest: Latest<HeaderModel<Row>>,
  id: string,
  step: HeaderActions['step'],
): MenuActions {
  const change = () => latest.current.props;
  return {
    onSort: (sort) =>
      change().onSortChange?.(sort === 'none' ? [] : [{ field: id, desc: sort === 'descending' }]),
    onHide: () => change().onLayoutChange(setHidden(change().layout, id, true)),
    onPin: (pinned) => change().onLayoutChange(setPinned(change().layout, id, pinned)),
    onMove: (by) => step(id, by),
    onReset: () => change().onLayoutChange(emptyLayout),
  };
}
