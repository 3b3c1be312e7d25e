// Above the hours: the days by name, each with its number of things, and the row of what fills the whole day.
import { memo } from 'react';
import { DayCount, DayName } from './day-doors.tsx';
import type { Draft } from './hour-column.tsx';
import styles from './hour-grid.module.css';
import { HourChip } from './hour-item.tsx';
import type { HourDay, HourItem, HourLabels } from './hour-types.ts';

type HeadProps = {
  days: HourDay[];
  labels: HourLabels;
  onDay(day: string): void;
  onMore(day: string): void;
};

export function HourHead({ days, labels, onDay, onMore }: HeadProps) {
  return (
    <div role="row" className={styles.head}>
      <div role="gridcell" className={styles.corner} />
      {days.map((day) => (
        <div
          key={day.day}
          role="columnheader"
          className={styles.dayHead}
          data-off={day.off || undefined}
          data-today={day.today || undefined}
          title={[day.title, day.note].filter(Boolean).join(': ')}
        >
          <DayName day={day} labels={labels} onDay={onDay} />
          <span className={styles.dayNote}>{day.note}</span>
          <DayCount day={day} labels={labels} onMore={onMore} />
        </div>
      ))}
    </div>
  );
}

type WholeDaysProps = {
  days: HourDay[];
  itemsOf(day: string): HourItem[];
  /** How many of a day are shown until the row is opened. */
  most: number;
  opened: boolean;
  onToggle(): void;
  labels: HourLabels;
  idOf(key: string): string;
  active: { day: string; key: string | null; place: number | null } | null;
  activeId: string;
  draft: Draft | null;
  movingKey: string | null;
};

export const WholeDays = memo(function WholeDays(props: WholeDaysProps) {
  const { days, itemsOf, most, opened, onToggle, labels, idOf, active, activeId, draft, movingKey } = props;
  return (
    <div role="row" className={styles.wholeRow} data-opened={opened || undefined}>
      <div role="rowheader" className={styles.wholeName}>
        {labels.wholeDay}
      </div>
      {days.map(({ day, title, off, away }) => {
        const items = itemsOf(day);
        const shown = opened ? items : items.slice(0, most);
        const here = active?.day === day && active.place === null;
        return (
          <div
            key={day}
            role="gridcell"
            className={styles.wholeCell}
            data-whole={day}
            data-off={off || undefined}
            data-away={away || undefined}
            data-target={draft?.slot.day === day && draft.slot.start === null ? true : undefined}
          >
            {shown.map((item) => (
              <HourChip
                key={item.key}
                item={item}
                id={idOf(item.key)}
                clock=""
                active={active?.key === item.key}
                moving={movingKey === item.key}
              />
            ))}
            {here && active.key === null && (
              <div
                id={activeId}
                role="button"
                className={styles.wholeSpot}
                aria-label={`${title}, ${labels.wholeDay}: ${labels.free}`}
              />
            )}
            {items.length > most && (
              <button type="button" tabIndex={-1} className={styles.more} onClick={onToggle}>
                {opened ? labels.fewer : labels.more(items.length - most)}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
});
