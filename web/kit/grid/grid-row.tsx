/** One row. Memoised: a scroll, a move or a choice re-renders only the rows it concerns. */
import { IconCheck } from '@tabler/icons-react';
import { type CSSProperties, memo, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { TintGlyph } from '../tint-glyph.tsx';
import styles from './grid.module.css';
import type { CellEdit, GridRow } from './grid-types.ts';
import type { PlacedColumn } from './layout.ts';
import { surelyFits } from './surely-fits.ts';

export interface RowViewProps<Row> {
  gridId: string;
  row: Row | undefined;
  index: number;
  /** Rows of the header, counted by aria-rowindex. */
  headRows: number;
  /** Pixels from the top of the body. */
  top: number;
  columns: PlacedColumn<Row>[];
  tint: string | undefined;
  selected: boolean;
  /** Id of the active column when this is the active row. */
  activeColumn: string | undefined;
  /** Given when a cell of this row is being edited. */
  edit: { column: string } | undefined;
  onEditEnd: CellEdit<Row>['close'];
  cellError: ((row: Row, columnId: string) => string | undefined) | undefined;
  renderCompact: ((row: Row) => ReactNode) | undefined;
}

function RowViewPlain<Row extends GridRow>(props: RowViewProps<Row>) {
  const { row, index, activeColumn } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 1 + props.headRows}
      aria-selected={props.selected}
      data-index={index}
      data-active={activeColumn !== undefined || undefined}
      data-tint={props.tint}
      data-loading={row ? undefined : true}
      data-editing={props.edit ? true : undefined}
      className={styles.row}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <Gutter tint={props.tint} selected={props.selected} />
      {row ? <Cells {...props} row={row} /> : <SkeletonCells columns={props.columns.length} />}
    </div>
  );
}

export const RowView = memo(RowViewPlain) as typeof RowViewPlain;

function Gutter({ tint, selected }: { tint: string | undefined; selected: boolean }) {
  return (
    <div role="gridcell" aria-colindex={1} className={styles.gutter}>
      <span className={styles.check} data-checked={selected || undefined}>
        {selected && <IconCheck size={11} stroke={3} />}
      </span>
      <TintGlyph tint={tint} />
    </div>
  );
}

function Cells<Row extends GridRow>(props: RowViewProps<Row> & { row: Row }) {
  if (props.renderCompact)
    return (
      <div
        role="gridcell"
        aria-colindex={2}
        className={styles.compact}
        id={props.activeColumn === undefined ? undefined : activeCellId(props.gridId)}
      >
        {props.renderCompact(props.row)}
      </div>
    );
  return props.columns.map((placed, at) => (
    <Cell key={placed.column.id} {...props} placed={placed} at={at} />
  ));
}

type CellProps<Row> = RowViewProps<Row> & { row: Row; placed: PlacedColumn<Row>; at: number };

function Cell<Row extends GridRow>({
  placed,
  at,
  row,
  activeColumn,
  gridId,
  cellError,
  edit,
  onEditEnd,
}: CellProps<Row>) {
  const { column } = placed;
  const active = activeColumn === column.id;
  const typing = edit?.column === column.id && column.editor ? edit : undefined;
  const refusal = cellError?.(row, column.id);
  const content = typing ? null : column.render(row);
  return (
    <div
      role="gridcell"
      aria-colindex={at + 2}
      aria-invalid={refusal ? true : undefined}
      id={active ? activeCellId(gridId) : undefined}
      className={styles.cell}
      data-align={column.align}
      data-active={active || undefined}
      data-pinned={placed.pinned || undefined}
      data-editing={typing ? true : undefined}
      data-fits={(typeof content === 'string' && surelyFits(content, placed.width)) || undefined}
      title={refusal}
      style={placed.pinned ? pinnedAt(at) : undefined}
    >
      {typing && column.editor ? (
        <Editing editor={column.editor} row={row} title={column.title} close={onEditEnd} />
      ) : (
        content
      )}
    </div>
  );
}

type EditingProps<Row> = CellEdit<Row> & { editor(cell: CellEdit<Row>): ReactNode };

/**
 * What is written belongs to the row as it was when writing began: neither a colleague's change nor a row that slips in above
 * may come between, or the words would go elsewhere, or over others' unseen.
 */
function Editing<Row>({ editor, row, title, close }: EditingProps<Row>) {
  const [held] = useState(row);
  const part = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (part.current === null ? undefined : focusFirstField(part.current)), []);
  return (
    <div ref={part} className={styles.editing}>
      {editor({ row: held, title, close })}
    </div>
  );
}

/** At once, or as soon as an editor that comes late is drawn. */
function focusFirstField(part: HTMLElement): () => void {
  const comes = new MutationObserver(() => settle());
  const settle = () => {
    const field = part.querySelector('input');
    if (!field) return;
    comes.disconnect();
    if (part.contains(document.activeElement)) return;
    field.focus({ preventScroll: true });
    field.select();
  };
  comes.observe(part, { childList: true, subtree: true });
  settle();
  return () => comes.disconnect();
}

function SkeletonCells({ columns }: { columns: number }) {
  return Array.from({ length: columns }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no identity
    <div role="gridcell" aria-colindex={at + 2} className={styles.bar} key={at} />
  ));
}

/** Id that aria-activedescendant points to; at most one cell carries it. */
export function activeCellId(gridId: string): string {
  return `${gridId}-active`;
}

export function pinnedAt(column: number): CSSProperties {
  return { left: `var(--left-${column})` };
}
