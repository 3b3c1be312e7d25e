// A day of a month: its number, what is said of it, its first things, how many more there are.
import { memo } from 'react';
import { DayCount, DayName } from './day-doors.tsx';
import styles from './hour-grid.module.css';
import { HourChip } from './hour-item.tsx';
import type { HourDay, HourItem, HourLabels } from './hour-types.ts';

type MonthDayProps = {
  day: HourDay;
  /** Of another month. */
  other: boolean;
  items: HourItem[];
  labels: HourLabels;
  idOf(name: string): string;
  active: { key: string | null } | null;
  target: boolean;
  movingKey: string | null;
  onDay(day: string): void;
  onMore(day: string): void;
};

export const MonthDay = memo(function MonthDay(props: MonthDayProps) {
  const { day, other, items, labels, idOf, active, target, movingKey, onDay, onMore } = props;
  const rest = day.count - items.filter(({ tail }) => !tail).length;
  return (
    <div
      role="gridcell"
      id={idOf(day.day)}
      className={styles.monthDay}
      data-month-day={day.day}
      data-other={other || undefined}
      data-off={day.off || undefined}
      data-away={day.away || undefined}
      data-today={day.today || undefined}
      data-active={(active && active.key === null) || undefined}
      data-target={target || undefined}
    >
      <div className={styles.monthHead}>
        <DayName day={day} labels={labels} onDay={onDay} />
        <span className={styles.dayNote} title={day.note}>
          {day.note}
        </span>
        <DayCount day={day} labels={labels} onMore={onMore} />
      </div>
      {items.map((item) => (
        <HourChip
          key={item.key}
          item={item}
          id={idOf(item.key)}
          clock={item.start === null ? '' : item.tail ? '…' : labels.clock(item.start)}
          active={active?.key === item.key}
          moving={movingKey === item.key}
        />
      ))}
      {rest > 0 && (
        <button type="button" tabIndex={-1} className={styles.more} onClick={() => onMore(day.day)}>
          {labels.more(rest)}
        </button>
      )}
    </div>
  );
});
