// A day's name, which opens the day, and its number of things, which opens them.
import styles from './hour-grid.module.css';
import type { HourDay, HourLabels } from './hour-types.ts';

type DoorProps = { day: HourDay; labels: HourLabels };

export function DayName({ day, labels, onDay }: DoorProps & { onDay(day: string): void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.dayName}
      title={labels.openDay(day.title)}
      onClick={() => onDay(day.day)}
    >
      <small>{day.sub}</small> <strong>{day.label}</strong>
    </button>
  );
}

export function DayCount({ day, labels, onMore }: DoorProps & { onMore(day: string): void }) {
  if (day.count === 0) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.count}
      aria-label={`${day.title}: ${labels.count(day.count)}`}
      title={labels.count(day.count)}
      onClick={() => onMore(day.day)}
    >
      {day.count}
    </button>
  );
}
