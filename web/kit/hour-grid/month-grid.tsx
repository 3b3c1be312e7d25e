/**
 * Weeks as rows: each day with its first things and the number of the rest. One tab stop: arrows walk, Enter opens a day or a thing,
 * Alt+arrows move a thing by days and weeks; the pointer drags between days.
 */
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import styles from './hour-grid.module.css';
import { MonthDay } from './month-day.tsx';
import type { MonthGridProps } from './month-types.ts';
import { useBox } from './use-box.ts';
import { useMonthDrag } from './use-month-drag.ts';
import { useMonthSpot } from './use-month-spot.ts';

const chipHeight = 24; // px, with its gap
const headHeight = 30; // px

export function MonthGrid(props: MonthGridProps) {
  const { days, items, labels } = props;
  const root = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const { height } = useBox(root);
  const weeks = days.length / 7;
  const most = Math.max(1, Math.floor(((height - headHeight) / weeks - headHeight) / chipHeight) - 1);
  const byDay = useMemo(() => Map.groupBy(items, ({ day }) => day), [items]);
  const countOf = new Map(days.map(({ day, count }) => [day, count]));
  /** One more instead of the words that there is one more. */
  const shownOf = (day: string) =>
    (byDay.get(day) ?? []).slice(0, countOf.get(day) === most + 1 ? most + 1 : most);
  const [focused, setFocused] = useState(false);
  const idOf = useCallback((name: string) => `${gridId}-${name}`, [gridId]);
  const { over, move, onPointerDown, wasDragged } = useMonthDrag(props);
  const { at, ...hands } = useMonthSpot({ ...props, shownOf, move, wasDragged });
  return (
    <div
      ref={root}
      role="grid"
      aria-label={labels.grid}
      aria-activedescendant={focused ? idOf(at.key ?? at.day) : undefined}
      tabIndex={0}
      className={styles.month}
      data-dragging={over ? true : undefined}
      style={{ '--weeks': weeks } as never}
      {...hands}
      onPointerDown={onPointerDown}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <div role="row" className={styles.weekdays}>
        {props.weekdays.map((name) => (
          <div key={name} role="columnheader">
            {name}
          </div>
        ))}
      </div>
      {Array.from({ length: weeks }, (_, week) => (
        <div key={days[week * 7]?.day} role="row" className={styles.week}>
          {days.slice(week * 7, week * 7 + 7).map((day) => (
            <MonthDay
              key={day.day}
              day={day}
              other={day.day.slice(0, 7) !== props.month.slice(0, 7)}
              items={shownOf(day.day)}
              labels={labels}
              idOf={idOf}
              active={focused && at.day === day.day ? at : null}
              target={over?.day === day.day}
              movingKey={over?.key ?? null}
              onDay={props.onDay}
              onMore={props.onMore}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
