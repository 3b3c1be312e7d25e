/** The grid's own state (active cell, edit, anchor) and its model for commands. */
import { useMediaQuery } from '@mantine/hooks';
import {
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { rowHeights, useDensity } from '../density.ts';
import type { ActiveCell, BodyHandle } from './grid-body.tsx';
import { activate, endEdit, type GridModel, type SelectionAnchor } from './grid-commands.ts';
import { activeCellId } from './grid-row.tsx';
import type { CellEdit, DataGridProps, GridRow } from './grid-types.ts';
import { placeColumns } from './layout.ts';
import { type HeaderActions, useHeader } from './use-header.ts';
import { type Latest, useLatest } from './use-latest.ts';

/** Heights the stylesheet also knows, pixels. */
const measures = { head: 30, search: 30, card: 60, gutter: 46 };

/** Phones get cards. */
const phone = '(max-width: 640px)';

/** What useGrid gives to the grid and its head. */
export type GridState<Row extends GridRow> = ReturnType<typeof useGrid<Row>>;

export function useGrid<Row extends GridRow>(props: DataGridProps<Row>) {
  const gridId = useId();
  const root = useRef<HTMLDivElement>(null);
  const body = useRef<BodyHandle>(null);
  const anchor = useRef<SelectionAnchor>(undefined);
  const header = useRef<HeaderActions>(undefined);
  const [active, setActive] = useState<ActiveCell>();
  const [edit, setEdit] = useState<ActiveCell>();
  const [said, say] = useState('');
  const shape = useShape(props);
  const columns = useMemo(() => placeColumns(props.columns, props.layout), [props.columns, props.layout]);
  const latest = useLatest<GridModel<Row>>({
    props,
    columns,
    active,
    setActive,
    edit,
    setEdit,
    anchor,
    body,
    say,
    gutter: measures.gutter,
    hasHeader: !shape.compact,
    ...onScreen(root, gridId),
    get header() {
      return header.current as HeaderActions;
    },
  });
  const { menu, actions } = useHeader<Row>(latest, root);
  useEffect(() => {
    header.current = actions;
  }, [actions]);
  const onEditEnd = useCallback<CellEdit<Row>['close']>((then) => endEdit(latest.current, then), [latest]);
  useNewQuestion(props.source.key, () => {
    body.current?.toTop();
    anchor.current = undefined;
    setEdit(undefined);
    setActive((cell) => cell && { ...cell, row: Math.min(cell.row, 0) });
  });
  useHandle(props.handle, latest);
  return { gridId, root, body, latest, active, edit, said, columns, menu, actions, onEditEnd, ...shape };
}

function useHandle<Row extends GridRow>(
  handle: DataGridProps<Row>['handle'],
  latest: Latest<GridModel<Row>>,
) {
  useImperativeHandle(
    handle,
    () => ({
      focus: () => latest.current.focus(),
      activeIndex: () => latest.current.active?.row ?? -1,
      goTo: (row) =>
        activate(latest.current, {
          row,
          column: latest.current.active?.column ?? latest.current.columns[0]?.column.id ?? '',
        }),
    }),
    [latest],
  );
}

/** Heights and whether rows are cards. */
function useShape<Row extends GridRow>(props: DataGridProps<Row>) {
  const density = useDensity();
  const onPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false });
  const compact = onPhone && props.renderCompact !== undefined;
  const hasSearch = !compact && props.onSearchChange !== undefined;
  const headHeight = compact ? 0 : measures.head + (hasSearch ? measures.search : 0);
  return {
    compact,
    hasSearch,
    headHeight,
    headRows: compact ? 0 : hasSearch ? 2 : 1,
    rowHeight: compact ? measures.card : rowHeights[density],
    gutter: measures.gutter,
  };
}

function useNewQuestion(key: string, onNew: () => void) {
  const known = useRef(key);
  useEffect(() => {
    if (known.current === key) return;
    known.current = key;
    onNew();
  });
}

/** What commands may do to the drawn grid. */
function onScreen(root: RefObject<HTMLElement | null>, gridId: string) {
  return {
    focus: () => root.current?.focus({ preventScroll: true }),
    revealColumn: (at: number) => revealColumn(root.current, at),
    activeBox: () => document.getElementById(activeCellId(gridId))?.getBoundingClientRect(),
  };
}

/** Scrolls sideways so that a column stands clear of the pinned ones. */
function revealColumn(root: HTMLElement | null, at: number) {
  const cell = root?.querySelector<HTMLElement>(`[aria-colindex="${at + 2}"]`);
  if (!root || !cell || cell.dataset.pinned) return;
  const pinned = [...root.querySelectorAll<HTMLElement>('[role="columnheader"][data-pinned]')];
  const covered = pinned.reduce((sum, one) => sum + one.offsetWidth, measures.gutter);
  const box = cell.getBoundingClientRect();
  const frame = root.getBoundingClientRect();
  const left = box.left - frame.left - covered;
  const right = box.right - frame.left - root.clientWidth;
  if (left < 0) root.scrollLeft += left;
  else if (right > 0) root.scrollLeft += Math.min(right, left);
}
