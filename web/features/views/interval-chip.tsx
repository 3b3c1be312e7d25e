// The interval button (Д): presets and from–to.
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { type Interval, type Preset, presets } from '../../../contract/kit/view.ts';
import { RangeField, type RangeValue } from '../../kit/fields/range-field.tsx';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { useIntervalWords } from './view-words.ts';

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));

const dayless: ReadonlySet<Preset> = new Set(['overdue', 'undated', 'all']);

function rangeOf(interval: Interval | null): RangeValue {
  if (interval === null) return { preset: 'all' };
  return 'preset' in interval ? interval : { from: day(interval.from), to: day(interval.to) };
}

export function IntervalChip({
  interval,
  ofDays,
  onChange,
}: {
  interval: Interval | null;
  /** Only what has a first and a last day. */
  ofDays: boolean;
  onChange(interval: Interval): void;
}) {
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const words = useIntervalWords();
  const inHand = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const shown = interval ?? { preset: 'all' as const };
  const text = inHand && 'preset' in shown ? say(`interval.${shown.preset}`) : words(shown);
  const listed = useMemo(
    () =>
      presets
        .filter((id) => !(ofDays && dayless.has(id)))
        .map((id) => ({ id, label: say(`interval.${id}`) })),
    [say, ofDays],
  );
  const change = (value: RangeValue) => {
    if ('preset' in value) onChange({ preset: value.preset as Preset });
    else if (value.from || value.to)
      onChange({ from: value.from?.toString() ?? null, to: value.to?.toString() ?? null });
  };
  return (
    <RangeField
      value={rangeOf(interval)}
      onChange={change}
      presets={listed}
      text={text}
      label={say('interval.label')}
      fromLabel={say('interval.from')}
      toLabel={say('interval.to')}
      format={({ date }) => format.day(date.toString())}
      words={labels.moments}
      labels={labels.date}
      today={Temporal.PlainDate.from(today)}
      locale={locale}
    />
  );
}
