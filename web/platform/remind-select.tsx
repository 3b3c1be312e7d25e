// How long ahead to be reminded: the usual lengths, or a number of minutes of one's own.
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { type Say, useSay } from './texts.tsx';

type RemindSelectProps = {
  label: string;
  /** Minutes; -1: never; null: the usual of whom it concerns. */
  value: number | null;
  onChange(minutes: number | null): void;
  /** Says what null is; left out: null cannot be chosen. */
  usual?: string;
  error?: string | undefined;
  disabled?: boolean;
};

const lengths = [-1, 0, 5, 10, 15, 30, 60, 1440];
const own = 'own';
const minutesAtMost = 40_320;

/** «за 15 мин», «за 1 ч», «за 1 день». */
export function remindText(say: Say, minutes: number): string {
  if (minutes === -1) return say('remind.never');
  if (minutes === 0) return say('remind.atTime');
  if (minutes % 1440 === 0) return say('remind.days', { count: minutes / 1440 });
  return minutes % 60 === 0
    ? say('remind.hours', { count: minutes / 60 })
    : say('remind.minutes', { count: minutes });
}

export function RemindSelect({ label, value, onChange, usual, error, disabled = false }: RemindSelectProps) {
  const say = useSay();
  const [isOwn, setOwn] = useState(value !== null && !lengths.includes(value));
  const choose = (choice: string) => {
    setOwn(choice === own);
    if (choice === own) onChange(value !== null && value > 0 ? value : 20);
    else onChange(choice === '' ? null : Number(choice));
  };
  return (
    <>
      <NativeSelect
        label={label}
        value={isOwn ? own : (value?.toString() ?? '')}
        data={[
          ...(usual === undefined ? [] : [{ value: '', label: usual }]),
          ...lengths.map((minutes) => ({ value: String(minutes), label: remindText(say, minutes) })),
          { value: own, label: say('remind.own') },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
        error={isOwn ? undefined : error}
        disabled={disabled}
      />
      {isOwn && (
        <NumberInput
          label={say('remind.ownMinutes')}
          value={value ?? ''}
          min={1}
          max={minutesAtMost}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(minutes) => onChange(Number(minutes) || 1)}
          error={error}
          disabled={disabled}
        />
      )}
    </>
  );
}
