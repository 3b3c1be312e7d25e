/** From–to with a list of ready intervals. The caller knows what «this week» is; here it is only a name. */
import { Button } from '@mantine/core';
import { IconCalendarWeek } from '@tabler/icons-react';
import { useState } from 'react';
import { lateWithin } from '../late/late.tsx';
import { LatePopover } from '../late/late-popover.tsx';
import type { DateTimeFieldProps } from './date-time-field.tsx';
import styles from './fields.module.css';

const RangeEnds = lateWithin(() => import('./range-ends.tsx').then((file) => file.RangeEnds));

export interface DateRange {
  /** null is open on that side. */
  from: Temporal.PlainDate | null;
  to: Temporal.PlainDate | null;
}

export type RangeValue = { preset: string } | DateRange;

export interface RangeEndsProps
  extends Pick<DateTimeFieldProps, 'format' | 'words' | 'labels' | 'today' | 'locale'> {
  value: RangeValue;
  onChange(value: DateRange): void;
  fromLabel: string;
  toLabel: string;
}

export interface RangeFieldProps extends Omit<RangeEndsProps, 'onChange'> {
  onChange(value: RangeValue): void;
  presets: { id: string; label: string }[];
  /** What the button says: «23–30 нояб.». */
  text: string;
  /** Names the button together with its text. */
  label: string;
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
    <LatePopover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      label={props.label}
      className={styles.range}
      target={
        <Button
          variant="default"
          aria-label={`${props.label}: ${props.text}`}
          leftSection={<IconCalendarWeek size={16} stroke={1.5} />}
          onClick={() => setOpened(!opened)}
        >
          {props.text}
        </Button>
      }
    >
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
    </LatePopover>
  );
}
