// The clock beside the hours, and when the house works.
import { type Axis, placeOfClock } from './hour-axis.ts';
import { quarterHeight } from './hour-column.tsx';
import styles from './hour-grid.module.css';
import type { HourDay, HourLabels } from './hour-types.ts';

type ClockProps = { axis: Axis; labels: HourLabels; house: HourDay['houseWork'] };

export function Clock({ axis, labels, house }: ClockProps) {
  const from = house ? placeOfClock(axis, house.from) : 0;
  const to = house ? placeOfClock(axis, house.to) : 0;
  return (
    <div role="rowheader" className={styles.clock} aria-label={labels.houseHours}>
      {axis.marks.map(({ minutes, again }, place) =>
        minutes % 60 === 0 && place > 0 ? (
          <span
            key={`${minutes}${again}`}
            style={{ top: place * quarterHeight }}
            title={again ? labels.hourAgain : undefined}
          >
            {labels.hour(minutes)}
            {again && ' ²'}
          </span>
        ) : null,
      )}
      {house && (
        <i
          title={labels.houseHours}
          style={{ top: from * quarterHeight, height: (to - from) * quarterHeight }}
        />
      )}
    </div>
  );
}
