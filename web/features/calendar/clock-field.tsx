// A time of day as a clock of 24 hours, typed: 9, 9:30, 930; taken over as it is typed. What is none is told, and not taken over.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { clockOf } from '../../../contract/text/clock.ts';
import { unsettledMark } from '../../kit/fields/unsettled.ts';
import { useSay } from '../../platform/texts.tsx';
import { minutesOf } from './week-hours.ts';

type ClockFieldProps = {
  label: string;
  /** Minutes of the day. */
  value: number;
  onChange(minutes: number): void;
  error?: string | undefined;
};

export function ClockField({ label, value, onChange, error }: ClockFieldProps) {
  const say = useSay();
  const [text, setText] = useState<string>();
  const minutes = text === undefined ? value : minutesOf(text);
  const type = (next: string) => {
    setText(next);
    const read = minutesOf(next);
    if (read !== null && read !== value) onChange(read);
  };
  return (
    <TextInput
      aria-label={label}
      inputMode="numeric"
      value={text ?? clockOf(value)}
      error={minutes === null ? say('calendar.notAClock') : error}
      {...unsettledMark(minutes === null)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => minutes !== null && setText(undefined)}
    />
  );
}
