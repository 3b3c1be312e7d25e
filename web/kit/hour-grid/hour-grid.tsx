/**
 * Days by hours: what has an hour stands in it, what has none in the row above. One tab stop: arrows walk, Enter opens or makes new,
 * Alt+arrows move, Shift+arrows resize, H gives an hour or takes it; the pointer drags things, edges and free room.
 */
import { type RefObject, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { firstPlace } from './first-place.ts';
import { axisOf } from './hour-axis.ts';
import { Clock } from './hour-clock.tsx';
import { HourColumn, quarterHeight, quartersOfHour } from './hour-column.tsx';
import styles from './hour-grid.module.css';
import { HourHead, WholeDays } from './hour-head.tsx';
import type { DaysProps, HourItem } from './hour-types.ts';
import type { WalkedDay } from './hour-walk.ts';
import { lyingOf } from './lying.ts';
import { sideBySide } from './overlaps.ts';
import { useBox } from './use-box.ts';
import { useHourDrag } from './use-hour-drag.ts';
import { useDraft, useRestedMove } from './use-hour-keys.ts';
import { useHourSpot } from './use-hour-spot.ts';

type HourGridProps = DaysProps & {
  /** Epoch milliseconds. */
  now: number;
};

const widthOfOne = 84; // px

export function HourGrid(props: HourGridProps) {
  const { days, items, timeZone, labels, onMore } = props;
  const root = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const dayNames = days.map(({ day }) => day).join();
  const axis = useMemo(() => axisOf(dayNames.split(','), timeZone), [dayNames, timeZone]);
  const { wholeOf, hoursOf, itemOf } = useByDay(items);
  const [draft, draftNow, setDraft] = useDraft();
  const [opened, setOpened] = useState(false);
  const [focused, setFocused] = useState(false);
  const rested = useRestedMove(draftNow, setDraft, props.onMove);
  const drag = useHourDrag({
    root,
    axis,
    itemOf,
    draft: draftNow,
    setDraft,
    onMove: (item, slot) => {
      stand(item);
      props.onMove(item, slot);
    },
    onCreate: props.onCreate,
  });
  const { width } = useBox(root);
  const most = Math.max(2, Math.floor((width - 60) / days.length / widthOfOne));
  const wholeMost = days.length === 1 ? 12 : 4;
  const idOf = useCallback((key: string) => `${gridId}-${key}`, [gridId]);
  const activeId = `${gridId}-spot`;
  const onToggle = useCallback(() => setOpened((before) => !before), []);
  useScrolledToWork(root, (seen) => firstPlace({ axis, days, items, now: props.now, seen }) * quarterHeight);
  const shownWhole = (day: string) => (opened ? wholeOf(day) : wholeOf(day).slice(0, wholeMost));
  const walked = (): WalkedDay[] =>
    days.map(({ day }) => ({
      day,
      whole: shownWhole(day).map(({ key }) => key),
      lying: sideBySide(lyingOf(axis, hoursOf(day)), { most, step: quartersOfHour }).laid,
    }));
  const { at, stand, hands } = useHourSpot({
    ...props,
    axis,
    itemOf,
    walked,
    draft,
    rested,
    idOf: (stop) => (stop.key === null ? activeId : idOf(stop.key)),
    wasDragged: drag.wasDragged,
  });
  const movingKey = draft?.key ?? null;
  return (
    <div
      ref={root}
      role="grid"
      aria-label={labels.grid}
      aria-activedescendant={focused ? (at.key === null ? activeId : idOf(at.key)) : undefined}
      tabIndex={0}
      className={styles.grid}
      data-dragging={draft ? true : undefined}
      style={{ '--days': days.length } as never}
      {...hands}
      onPointerDown={drag.onPointerDown}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        rested.settle();
      }}
    >
      <div className={styles.top} data-opened={opened || undefined}>
        <HourHead days={days} labels={labels} onDay={props.onDay} onMore={onMore} />
        <WholeDays
          days={days}
          itemsOf={wholeOf}
          most={wholeMost}
          opened={opened}
          onToggle={onToggle}
          labels={labels}
          idOf={idOf}
          active={focused ? at : null}
          activeId={activeId}
          draft={draft}
          movingKey={movingKey}
        />
      </div>
      <div role="row" className={styles.body} style={{ height: axis.marks.length * quarterHeight }}>
        <Clock
          axis={axis}
          labels={labels}
          house={days[0]?.houseWork ?? days.find(({ houseWork }) => houseWork)?.houseWork ?? null}
        />
        {days.map((day) => (
          <HourColumn
            key={day.day}
            day={day}
            axis={axis}
            items={hoursOf(day.day)}
            most={most}
            labels={labels}
            idOf={idOf}
            active={focused && at.day === day.day ? at : null}
            activeId={activeId}
            draft={draft?.slot.day === day.day ? draft : null}
            movingKey={movingKey}
            now={day.today ? props.now : null}
            onMore={onMore}
          />
        ))}
      </div>
    </div>
  );
}

const nothing: HourItem[] = [];

/** Things by day: of the whole day, and with an hour. */
function useByDay(items: HourItem[]) {
  return useMemo(() => {
    const whole = Map.groupBy(
      items.filter(({ start }) => start === null),
      ({ day }) => day,
    );
    const hours = Map.groupBy(
      items.filter(({ start }) => start !== null),
      ({ day }) => day,
    );
    const byKey = new Map(items.map((item) => [item.key, item]));
    return {
      wholeOf: (day: string) => whole.get(day) ?? nothing,
      hoursOf: (day: string) => hours.get(day) ?? nothing,
      itemOf: (key: string) => byKey.get(key),
    };
  }, [items]);
}

/** Once, when it is first drawn. `seen`: how many quarters there is room for below the heads. */
function useScrolledToWork(root: RefObject<HTMLElement | null>, top: (seen: number) => number): void {
  const done = useRef(false);
  useLayoutEffect(() => {
    const grid = root.current;
    if (done.current || !grid) return;
    done.current = true;
    const heads = (grid.firstElementChild as HTMLElement).offsetHeight;
    grid.scrollTop = top((grid.clientHeight - heads) / quarterHeight);
  });
}
