/** From–to with a list of ready intervals. The caller knows what «this week» is; here it is only a name. */
import { Button, Popover } from '@mantine/core';
import { IconCalendarWeek } from '@tabler/icons-react';
import { useState } from 'react';
import { DateTimeField, type DateTimeFieldProps } from './date-time-field.tsx';
import styles from './fields.module.css';

export interface DateRange {
  /** null is open on that side. */
  from: Temporal.PlainDate | null;
  to: Temporal.PlainDate | null;
}

export type RangeValue = { preset: string } | DateRange;

export interface RangeFieldProps
  extends Pick<DateTimeFieldProps, 'format' | 'words' | 'labels' | 'today' | 'locale'> {
  value: RangeValue;
  onChange(value: RangeValue): void;
  presets: { id: string; label: string }[];
  /** What the button says: «23–30 нояб.». */
  text: string;
  /** Names the button together with its text. */
  label: string;
  fromLabel: string;
  toLabel: string;
}

export function RangeField(props: RangeFieldProps) {
  const { value, onChange, presets } = props;
  const [opened, setOpened] = useState(false);
  const preset = 'preset' in value ? value.preset : undefined;
  const choose = (id: string) => {
    onChange({ preset: id });
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          aria-label={`${props.label}: ${props.text}`}
          leftSection={<IconCalendarWeek size={16} stroke={1.5} />}
          onClick={() => setOpened(!opened)}
        >
          {props.text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.range} aria-label={props.label}>
        <div className={styles.presets}>
          {presets.map(({ id, label }) => (
            <Button
              key={id}
              variant={id === preset ? 'light' : 'subtle'}
              color={id === preset ? 'ink' : 'gray'}
              justify="flex-start"
              aria-pressed={id === preset}
              onClick={() => choose(id)}
            >
              {label}
            </Button>
          ))}
        </div>
        <RangeEnds {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function RangeEnds({ value, onChange, fromLabel, toLabel, ...field }: RangeFieldProps) {
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
