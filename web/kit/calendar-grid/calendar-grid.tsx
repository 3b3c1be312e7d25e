/**
 * Lines by days: a number in each cell on a shade, groups that fold, totals at the right and below. One tab stop; arrows walk,
 * Enter opens, Space previews, Ctrl+X and Ctrl+V move, dragging moves too. Nothing is drawn while it scrolls.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useState,
} from 'react';
import styles from './calendar-grid.module.css';
import { Head } from './calendar-head.tsx';
import { Line, shortened } from './calendar-line.tsx';
import type { CalendarHead, CalendarLabels, CalendarLine, Place, Refused } from './calendar-types.ts';
import { type Cell, cellsOf } from './cells.ts';
import { PreviewBox } from './preview-box.tsx';
import { spotAt, useCellDrag } from './use-cell-drag.ts';
import { type CellDeed, cellDeed, type Spot, walk } from './use-cell-keys.ts';
import { usePreview } from './use-preview.ts';

/** `Load`: what a cell held when it was taken; it is not asked again when it is put down, whatever is drawn by then. */
export type CalendarGridProps<Load = unknown> = {
  heads: CalendarHead[];
  /** Those that are shown: lines of folded groups are left out. */
  lines: CalendarLine[];
  totals: string[];
  grandTotal: string;
  labels: CalendarLabels;
  /** The texts are longer than a count. */
  wide?: boolean;
  /** What stands where a whole text has no room; the whole of it is in the hint. The same function at each drawing. */
  short?: (text: string) => string;
  onToggle(line: string): void;
  onToggleAll(open: boolean): void;
  onOpen(place: Place): void;
  /** Absent: nothing new is made in a cell. */
  onCreate?: ((place: Place) => void) | undefined;
  /** What is in a cell; null: nothing to preview. */
  preview(place: Place): ReactNode | null;
  /** Absent: nothing moves. */
  take?(from: Place): Load;
  onMove?(load: Load, to: Place): void;
  /** `item` is what a preview gave to the drag. */
  onDropItem?(item: string, to: Place): void;
  /** Somebody tried to move what may not be moved from here, or not to here. */
  onRefused?(place: Place, why: Refused): void;
};

const asIs = (text: string) => text;

export function CalendarGrid<Load>(props: CalendarGridProps<Load>) {
  const { heads, lines, labels, short = asIs, take, onMove } = props;
  const gridId = useId();
  const { cellAt, spotOf, nearest } = useMemo(() => cellsOf({ lines, heads }), [lines, heads]);
  const [active, setActive] = useState<Cell | null>(null);
  const [cut, setCut] = useState<{ cell: Cell; load: Load } | null>(null);
  const [focused, setFocused] = useState(false);
  const preview = usePreview();
  const at = nearest(active);
  const idOf = useCallback((row: number, column: number) => `${gridId}-${row}-${column}`, [gridId]);
  const placeOf = ({ row, column }: Spot): Place => ({ line: lines[row]?.key ?? null, column });
  const isGroup = ({ row }: Spot) => lines[row]?.group !== null;
  const open = (spot: Spot) => {
    const line = lines[spot.row];
    if (line?.group && spot.column === -1) props.onToggle(line.key);
    else props.onOpen(placeOf(spot));
  };
  const isInDays = ({ row, column }: Spot) => row < lines.length && column >= 0 && column < heads.length;
  const isDay = (spot: Spot) => isInDays(spot) && !isGroup(spot);
  const takes = (spot: Spot, from: Cell) => {
    if (isInDays(spot) && isGroup(spot)) return false;
    const can = isDay(spot) ? lines[spot.row]?.can : undefined;
    if (!can) return null;
    return lines[spot.row]?.key === from.line ? can.move : can.take;
  };
  const refuse = (spot: Spot, why: Refused) => props.onRefused?.(placeOf(spot), why);
  const refuseToTake = (spot: Spot) => refuse(spot, isGroup(spot) ? 'group' : 'take');
  const boxOf = ({ row, column }: Spot) =>
    document.getElementById(idOf(row, column))?.getBoundingClientRect();
  const drag = useCellDrag<Load>({
    cellAt,
    spotOf,
    take: take && ((from) => take(placeOf(from))),
    onMove: (load, to) => onMove?.(load, placeOf(to)),
    onDropItem: props.onDropItem && ((item, to) => props.onDropItem?.(item, placeOf(to))),
    takes,
    onStart: preview.close,
    onRefused: refuseToTake,
    onFixed: (spot) => refuse(spot, isGroup(spot) ? 'group' : 'move'),
  });
  const goTo = (spot: Spot) => {
    setActive(cellAt(spot));
    preview.close();
    document
      .getElementById(idOf(spot.row, spot.column))
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const isFull = Boolean(take && isDay(at) && lines[at.row]?.cells[at.column]);
  const isCuttable = isFull && lines[at.row]?.can.move === true;
  const clip = [isCuttable && 'cut', cut && takes(at, cut.cell) && 'paste'].filter(Boolean).join(' ');
  const shownAt = spotOf(preview.preview?.cell);
  const shown = shownAt && props.preview(placeOf(shownAt));
  const cutAt = spotOf(cut?.cell);
  const deeds: Record<CellDeed, () => void> = {
    open: () => open(at),
    preview: () => {
      const box = boxOf(at);
      if (shown) preview.close();
      else if (box) preview.show(cellAt(at), box);
    },
    create: () => props.onCreate?.(placeOf(at)),
    cut: () => {
      if (take && isCuttable) setCut({ cell: cellAt(at), load: take(placeOf(at)) });
      else if (isFull) refuse(at, 'move');
      else if (isInDays(at)) refuse(at, isGroup(at) ? 'group' : 'nothing');
    },
    paste: () => {
      const taken = cut && takes(at, cut.cell);
      if (taken === false) return refuseToTake(at);
      if (cut && taken) onMove?.(cut.load, placeOf(at));
      setCut(null);
    },
    expandAll: () => props.onToggleAll(true),
    collapseAll: () => props.onToggleAll(false),
    escape: () => {
      setCut(null);
      preview.close();
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const spot = walk(event, at, { rows: lines.length, columns: heads.length });
    const deed = spot ? null : cellDeed(event);
    if (!spot && !deed) return;
    if (deed === 'create' && !(props.onCreate && isDay(at))) return;
    event.preventDefault();
    // The same key makes a task of the page's own elsewhere.
    if (deed === 'create') event.stopPropagation();
    if (spot) goTo(spot);
    else if (deed) deeds[deed]();
  };
  const onClick = (event: MouseEvent) => {
    const found = spotAt(event.target);
    if (!found) return;
    setActive(cellAt(found.spot));
    if (found.spot.column === -1 && isGroup(found.spot)) open(found.spot);
  };
  const onMouseOver = (event: MouseEvent) => {
    if (event.buttons > 0) return;
    const found = spotAt(event.target);
    if (found && props.preview(placeOf(found.spot)) !== null)
      preview.rest(cellAt(found.spot), found.element.getBoundingClientRect());
    else preview.leave();
  };
  return (
    <>
      <div
        role="grid"
        aria-label={labels.grid}
        aria-rowcount={lines.length + 2}
        aria-colcount={heads.length + 2}
        aria-activedescendant={focused ? idOf(at.row, at.column) : undefined}
        tabIndex={0}
        data-clip-of="cells"
        data-clip={clip}
        className={styles.grid}
        data-wide={props.wide || undefined}
        style={{ '--columns': heads.length } as never}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const found = spotAt(event.target);
          if (found && !(found.spot.column === -1 && isGroup(found.spot))) open(found.spot);
        }}
        onMouseOver={onMouseOver}
        onMouseLeave={preview.leave}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onScroll={preview.close}
        {...drag.cells}
      >
        <Head
          heads={heads}
          labels={labels}
          onToggleAll={lines.some(({ group }) => group) ? props.onToggleAll : null}
        />
        {lines.map((line, row) => (
          <Line
            key={line.key}
            line={line}
            row={row}
            heads={heads}
            idOf={idOf}
            active={focused && at.row === row ? at.column : null}
            activeLabel={focused && at.row === row ? labels.cell(placeOf(at)) : undefined}
            cut={cutAt?.row === row ? cutAt.column : null}
            movable={take !== undefined}
            short={short}
          />
        ))}
        <Totals
          {...props}
          short={short}
          row={lines.length}
          idOf={idOf}
          active={focused && at.row === lines.length ? at.column : null}
        />
      </div>
      {shown && preview.preview && (
        <PreviewBox
          box={preview.preview.box}
          byKey={preview.preview.byKey}
          onEnter={preview.hold}
          onDragStart={() => preview.preview && drag.startItem(preview.preview.cell)}
          onLeave={preview.leave}
          onClose={() => {
            drag.endItem();
            preview.close();
          }}
        >
          {shown}
        </PreviewBox>
      )}
    </>
  );
}

type TotalsProps = Pick<CalendarGridProps, 'heads' | 'totals' | 'grandTotal' | 'labels'> & {
  short(text: string): string;
  row: number;
  idOf(row: number, column: number): string;
  active: number | null;
};

function Totals({ heads, totals, grandTotal, labels, short, row, idOf, active }: TotalsProps) {
  const cell = (column: number) => ({
    id: idOf(row, column),
    'data-row': row,
    'data-column': column,
    'data-active': active === column || undefined,
    'aria-label': active === column ? labels.cell({ line: null, column }) : undefined,
    'aria-colindex': column + 2,
  });
  return (
    <div role="row" className={styles.totals} aria-rowindex={row + 2}>
      <div role="rowheader" {...cell(-1)} className={styles.name}>
        <span>{labels.total}</span>
      </div>
      {heads.map((head, column) => (
        <div
          key={head.key}
          role="gridcell"
          {...cell(column)}
          className={styles.sum}
          data-today={head.today || undefined}
          {...shortened(totals[column] ?? '', short)}
        />
      ))}
      <div
        role="gridcell"
        {...cell(heads.length)}
        className={styles.total}
        {...shortened(grandTotal, short)}
      />
    </div>
  );
}
