/**
 * Weeks as rows: each day with its first things and the number of the rest. One tab stop: arrows walk, Enter opens a day or a thing,
 * Alt+arrows move a thing by days and weeks; the pointer drags between days.
 */
import { type KeyboardEvent, type MouseEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { usePointerDrag } from '../use-pointer-drag.ts';
import { axisOf, dayAfter } from './hour-axis.ts';
import styles from './hour-grid.module.css';
import { onDay } from './hour-move.ts';
import type { DaysProps } from './hour-types.ts';
import { MonthDay } from './month-day.tsx';
import { useBox } from './use-box.ts';
import { slotOf } from './use-hour-drag.ts';

/** `days` are whole weeks. */
type MonthGridProps = DaysProps & {
  /** A day of the month that is meant: days of others are paler. */
  month: string;
  weekdays: string[];
};

const chipHeight = 24; // px, with its gap
const headHeight = 30; // px
type Spot = { day: string; key: string | null };

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

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
  const [spot, setSpot] = useState<Spot>({
    day: days.find(({ today }) => today)?.day ?? props.month,
    key: null,
  });
  const [focused, setFocused] = useState(false);
  const [over, setOver] = useState<{ key: string; day: string } | null>(null);
  const idOf = useCallback((name: string) => `${gridId}-${name}`, [gridId]);
  const active = items.find(({ key }) => key === spot.key);
  const at: Spot = active ? { day: active.day, key: active.key } : { ...spot, key: null };
  const move = (key: string, day: string) => {
    const item = items.find((each) => each.key === key);
    if (item?.movable && item.day !== day)
      props.onMove(key, onDay(axisOf([item.day], props.timeZone), slotOf(item), day));
  };
  const target = useRef<{ key: string; day: string } | null>(null);
  const show = (next: { key: string; day: string } | null) => {
    target.current = next;
    setOver(next);
  };
  const drag = usePointerDrag<string>({
    pick: (event) => {
      const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
      return items.some((item) => item.key === key && item.movable) ? (key ?? null) : null;
    },
    over: (key, { x, y }) => {
      const day = dayUnder(document.elementFromPoint(x, y));
      show(day ? { key, day } : null);
    },
    drop: (key) => {
      if (target.current) move(key, target.current.day);
      show(null);
    },
    giveUp: () => show(null),
    scroller: () => null,
  });
  const walk = (key: string) => {
    const step = steps[key] ?? 0;
    const inDay = [null, ...shownOf(at.day).map((item) => item.key)];
    const next = Math.abs(step) === 7 ? inDay[inDay.indexOf(at.key) + Math.sign(step)] : undefined;
    if (next !== undefined) return setSpot({ day: at.day, key: next });
    const day = dayAfter(at.day, step);
    const known = days.some((each) => each.day === day);
    const last = step === -7 && known ? shownOf(day).at(-1)?.key : null;
    setSpot({ day, key: last ?? null });
    if (!known) props.onStep(step < 0 ? -1 : 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).closest('button') || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    if (event.key === 'Enter' && !event.altKey) {
      if (at.key === null) props.onDay(at.day);
      else props.onOpen(at.key);
    } else if (event.key === ' ') props.onMore(at.day);
    else if (!(event.key in steps)) return;
    else if (!event.altKey) walk(event.key);
    else if (at.key !== null) move(at.key, dayAfter(at.day, steps[event.key] as number));
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const element = event.target as Element;
    if (drag.wasDragged() || element.closest('button')) return;
    const day = dayUnder(element);
    const key = element.closest<HTMLElement>('[data-key]')?.dataset.key ?? null;
    if (day) setSpot({ day, key });
    if (key) props.onOpen(key);
  };
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
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => {
        const element = event.target as Element;
        const day = element.closest('button, [data-key]') ? null : dayUnder(element);
        if (day) props.onCreate?.({ day, start: null, minutes: props.usualMinutes });
      }}
      onPointerDown={drag.onPointerDown}
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

function dayUnder(element: Element | null): string | null {
  return element?.closest<HTMLElement>('[data-month-day]')?.dataset.monthDay ?? null;
}
