/** The two ends of a range, typed or picked from a calendar. */
import { DateTimeField } from './date-time-field.tsx';
import styles from './fields.module.css';
import type { DateRange, RangeEndsProps } from './range-field.tsx';

export function RangeEnds({ value, onChange, fromLabel, toLabel, ...field }: RangeEndsProps) {
  const range: DateRange = 'preset' in value ? { from: null, to: null } : value;
  const { format, words, labels, today, locale } = field;
  const shared = { format, words, labels, today, locale };
  return (
    <div className={styles.ends}>
      <DateTimeField
        {...shared}
        nested
        label={fromLabel}
        value={range.from && { date: range.from, time: null }}
        onChange={(moment) => onChange(inOrder({ ...range, from: moment?.date ?? null }))}
      />
      <DateTimeField
        {...shared}
        nested
        label={toLabel}
        value={range.to && { date: range.to, time: null }}
        onChange={(moment) => onChange(inOrder({ ...range, to: moment?.date ?? null }))}
      />
    </div>
  );
}

/** A range typed the wrong way round is turned, not refused. */
function inOrder({ from, to }: DateRange): DateRange {
  return from && to && Temporal.PlainDate.compare(from, to) > 0 ? { from: to, to: from } : { from, to };
}
