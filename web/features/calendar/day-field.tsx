// One calendar day, `YYYY-MM-DD`, typed as people say it.
import { useCallback, useMemo } from 'react';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import type { Moment } from '../../kit/fields/parse-moment.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';

type DayFieldProps = {
  label: string;
  value: string | null;
  onChange(day: string | null): void;
  error?: string | undefined;
};

export function DayField({ label, value, onChange, error }: DayFieldProps) {
  const { locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const moment = useMemo(
    () => (value ? { date: Temporal.PlainDate.from(value), time: null } : null),
    [value],
  );
  const shown = useCallback(({ date }: Moment) => format.day(date.toString()), [format]);
  return (
    <DateTimeField
      label={label}
      value={moment}
      onChange={(next) => onChange(next ? next.date.toString() : null)}
      format={shown}
      words={labels.moments}
      labels={labels.date}
      today={Temporal.PlainDate.from(today)}
      locale={locale}
      error={error}
    />
  );
}
