// The hours of one day: when there is room, what the clock skips, what stands there side by side, and now.
import { memo, useMemo } from 'react';
import { type Axis, holesOf, placeAt, placeOfClock } from './hour-axis.ts';
import styles from './hour-grid.module.css';
import { HourChip } from './hour-item.tsx';
import type { HourDay, HourItem, HourLabels, Slot } from './hour-types.ts';
import { lyingOf } from './lying.ts';
import { sideBySide } from './overlaps.ts';

export const quarterHeight = 12; // px, as in the style sheet
const least = 18; // px
export const quartersOfHour = 4;

export type Draft = { key: string | null; slot: Slot };

type HourColumnProps = {
  day: HourDay;
  axis: Axis;
  /** Those with an hour. */
  items: HourItem[];
  /** How many stand side by side at most. */
  most: number;
  labels: HourLabels;
  idOf(key: string): string;
  active: { key: string | null; place: number | null } | null;
  activeId: string;
  draft: Draft | null;
  movingKey: string | null;
  now: number | null;
  onMore(day: string): void;
};

export const HourColumn = memo(function HourColumn(props: HourColumnProps) {
  const { day, axis, items, most, labels, idOf, active, activeId, draft, movingKey, now } = props;
  const { laid, left } = useMemo(
    () => sideBySide(lyingOf(axis, items), { most, step: quartersOfHour }),
    [axis, items, most],
  );
  const byKey = useMemo(() => new Map(items.map((item) => [item.key, item])), [items]);
  const room = left.length > 0 ? '100% - 30px' : '100% - 6px';
  return (
    <div
      role="gridcell"
      className={styles.column}
      data-hours={day.day}
      data-today={day.today || undefined}
      data-away={day.away || undefined}
    >
      <Room day={day} axis={axis} noSuchHour={labels.noSuchHour} />
      {laid.map(({ key, from, to, column, columns }) => {
        const item = byKey.get(key) as HourItem;
        return (
          <HourChip
            key={key}
            item={item}
            id={idOf(key)}
            clock={clockOf(item, day.day, { axis, labels })}
            active={active?.key === key}
            moving={movingKey === key}
            resizeLabel={`${labels.length(item.minutes)} · Shift+↑↓`}
            place={{
              top: from * quarterHeight,
              height: Math.max(least, (to - from) * quarterHeight) - 1,
              left: `calc((${room}) * ${column / columns})`,
              width: `calc((${room}) * ${1 / columns} - 2px)`,
            }}
          />
        );
      })}
      {left.map(({ place, keys }) => (
        <button
          key={place}
          type="button"
          tabIndex={-1}
          className={styles.left}
          style={{ top: place * quarterHeight }}
          aria-label={labels.more(keys.length)}
          title={labels.more(keys.length)}
          onClick={() => props.onMore(day.day)}
        >
          +{keys.length}
        </button>
      ))}
      {active && active.key === null && active.place !== null && (
        <div
          id={activeId}
          role="button"
          className={styles.spot}
          style={{ top: active.place * quarterHeight, height: 2 * quarterHeight }}
          aria-label={spotLabel(labels, axis, day, active.place)}
        />
      )}
      {draft && draft.slot.start !== null && <DraftBox axis={axis} draft={draft} labels={labels} />}
      {now !== null && (
        <div className={styles.now} data-now style={{ top: placeAt(axis, day.day, now) * quarterHeight }} />
      )}
    </div>
  );
});

/** When it begins; of a tail, when it ends, where that is on this day. */
function clockOf(
  { start, minutes, tail }: HourItem,
  day: string,
  { axis, labels }: { axis: Axis; labels: HourLabels },
) {
  if (start === null) return '';
  if (!tail) return labels.clock(start);
  const end = start + minutes * 60_000;
  return placeAt(axis, day, end) < axis.marks.length ? `…–${labels.clock(end)}` : '…';
}

function spotLabel(labels: HourLabels, axis: Axis, day: HourDay, place: number): string {
  return `${day.title}, ${labels.hour(axis.marks[place]?.minutes ?? 0)}: ${labels.free}`;
}

/** The parts of a day without room, and the hours it has not. */
function Room({ day, axis, noSuchHour }: { day: HourDay; axis: Axis; noSuchHour: string }) {
  const length = axis.marks.length;
  const from = day.work ? placeOfClock(axis, day.work.from) : length;
  const to = day.work ? placeOfClock(axis, day.work.to) : length;
  const shut = [
    { from: 0, to: from },
    { from: to, to: length },
  ].filter((stretch) => stretch.to > stretch.from);
  return (
    <>
      {shut.map((stretch) => (
        <i key={stretch.from} className={styles.shut} style={boxOf(stretch)} />
      ))}
      {holesOf(axis, day.day).map((hole) => (
        <i key={`hole${hole.from}`} className={styles.hole} style={boxOf(hole)} title={noSuchHour} />
      ))}
    </>
  );
}

const boxOf = ({ from, to }: { from: number; to: number }) => ({
  top: from * quarterHeight,
  height: (to - from) * quarterHeight,
});

function DraftBox({ axis, draft, labels }: { axis: Axis; draft: Draft; labels: HourLabels }) {
  const { day, start, minutes } = draft.slot;
  if (start === null) return null;
  const from = placeAt(axis, day, start);
  const to = placeAt(axis, day, start + minutes * 60_000);
  return (
    <div
      className={styles.draft}
      data-draft
      style={{ top: from * quarterHeight, height: Math.max(least, (to - from) * quarterHeight) }}
    >
      {labels.clock(start)} – {labels.clock(start + minutes * 60_000)} · {labels.length(minutes)}
    </div>
  );
}
