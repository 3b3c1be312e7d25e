// One line of the calendar grid. Memoised: walking redraws the two lines between which one walks.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import styles from './calendar-grid.module.css';
import type { CalendarCell, CalendarHead, CalendarLine } from './calendar-types.ts';

export type LineProps = {
  line: CalendarLine;
  row: number;
  heads: CalendarHead[];
  idOf(row: number, column: number): string;
  /** The active column of this line, or none. */
  active: number | null;
  activeLabel: string | undefined;
  /** The column that was cut. */
  cut: number | null;
  movable: boolean;
  short(text: string): string;
};

export const Line = memo(function Line({
  line,
  row,
  heads,
  idOf,
  active,
  activeLabel,
  cut,
  movable,
  short,
}: LineProps) {
  const { group, cells, away } = line;
  const cellProps = (column: number) => ({
    id: idOf(row, column),
    'aria-colindex': column + 2,
    'data-row': row,
    'data-column': column,
    'data-active': active === column || undefined,
    'aria-label': active === column ? activeLabel : undefined,
  });
  return (
    <div role="row" className={styles.line} aria-rowindex={row + 2} data-group={group ? true : undefined}>
      <div
        role="rowheader"
        {...cellProps(-1)}
        className={styles.name}
        style={{ '--depth': line.depth } as object}
        aria-expanded={group ? group.open : undefined}
        title={line.label}
      >
        {group &&
          (group.open ? (
            <IconChevronDown size={14} stroke={1.5} />
          ) : (
            <IconChevronRight size={14} stroke={1.5} />
          ))}
        <span>{line.label}</span>
      </div>
      {heads.map((head, column) => (
        <div
          key={head.key}
          role="gridcell"
          {...cellProps(column)}
          className={styles.cell}
          data-off={head.off || undefined}
          data-away={(away[column] && !head.off) || undefined}
          data-today={head.today || undefined}
          data-cut={cut === column || undefined}
          {...shadeOf(cells[column])}
          draggable={(movable && cells[column] !== undefined) || undefined}
          data-fixed={!line.can.move || undefined}
          {...shortened(cells[column]?.text ?? '', short)}
        />
      ))}
      <div
        role="gridcell"
        {...cellProps(heads.length)}
        className={styles.total}
        {...shortened(line.total, short)}
      />
    </div>
  );
});

/** A text as short as it has room; the whole of it as a hint. */
export function shortened(text: string, short: (text: string) => string) {
  const children = short(text);
  const isShort = children !== text;
  return { children, title: isShort ? text : undefined, 'data-short': isShort || undefined };
}

function shadeOf(cell: CalendarCell | undefined) {
  return cell ? { 'data-shade': cell.shade || undefined, 'data-over': cell.over || undefined } : {};
}
