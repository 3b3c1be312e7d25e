// Minutes of a task, taken over when the field is left. What is no such number stays as it was typed, and is told.
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { unsettledMark } from '../../kit/fields/unsettled.ts';
import { useSay } from '../../platform/texts.tsx';
import { minutesRange, readMinutes } from './minutes.ts';

type MinutesFieldProps = {
  value: number | null;
  onChange(minutes: number | null): void;
  error?: string | undefined;
  disabled: boolean;
};

export function MinutesField({ value, onChange, error, disabled }: MinutesFieldProps) {
  const say = useSay();
  const [text, setText] = useState<string>();
  const read = text === undefined ? value : readMinutes(text);
  const wrong = read === undefined;
  const settle = () => {
    if (text === undefined || read === undefined) return;
    if (read !== value) onChange(read);
    setText(undefined);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') settle();
    if (event.key !== 'Escape' || text === undefined) return;
    setText(undefined);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <TextInput
      label={say('field.minutes')}
      inputMode="numeric"
      value={text ?? value?.toString() ?? ''}
      disabled={disabled}
      error={wrong ? say('task.notMinutes', minutesRange) : error}
      {...unsettledMark(wrong)}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={press}
    />
  );
}
