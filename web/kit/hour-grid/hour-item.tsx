// One thing in the hours, in the row of the whole day or in a month's cell: a tint, a glyph, a line or two.
import { memo } from 'react';
import { TintGlyph } from '../tint-glyph.tsx';
import styles from './hour-grid.module.css';
import type { HourItem } from './hour-types.ts';

type HourChipProps = {
  item: HourItem;
  id: string;
  clock: string;
  active: boolean;
  /** It is being moved: what is drawn here is where it was. */
  moving: boolean;
  /** In the hours: where and how large. */
  place?: { top: number; height: number; left: string; width: string };
  resizeLabel?: string;
};

const twoLinesFrom = 34; // px

export const HourChip = memo(function HourChip(props: HourChipProps) {
  const { item, id, clock, active, moving, place, resizeLabel } = props;
  return (
    <div
      role="button"
      id={id}
      className={styles.chip}
      data-key={item.key}
      data-tint={item.tint}
      data-quiet={item.quiet || undefined}
      data-fixed={!item.movable || undefined}
      data-active={active || undefined}
      data-moving={moving || undefined}
      data-placed={place ? true : undefined}
      style={place}
      title={item.hint}
    >
      <TintGlyph tint={item.tint} />
      <span className={styles.chipText}>
        {clock && <time>{clock}</time>} {item.title}
        {place && place.height >= twoLinesFrom && item.note && <small>{item.note}</small>}
      </span>
      {place && item.movable && <span className={styles.edge} data-edge title={resizeLabel} />}
    </div>
  );
});
