// A condition that is written, not picked: words that a text holds, or days from and to.
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Condition } from '../../../contract/kit/view.ts';
import { RangeEnds } from '../../kit/fields/range-ends.tsx';
import type { DateRange } from '../../kit/fields/range-field.tsx';
import { useLatest } from '../../kit/grid/use-latest.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { WrittenField } from './filter-fields.ts';
import styles from './views.module.css';

type EditorProps = {
  field: WrittenField;
  condition: Condition | undefined;
  onChange(condition: Condition | null): void;
  onDone(): void;
};

const modesOf = {
  text: ['contains', 'starts', 'empty', 'filled'],
  days: ['range', 'empty', 'filled'],
} as const;

/** Milliseconds without a letter after which a text is looked for. */
const silence = 250;

export function WrittenEditor({ field, condition, onChange, onDone }: EditorProps) {
  const { say } = useWords();
  const modes: readonly Condition['op'][] = modesOf[field.by === 'days' ? 'days' : 'text'];
  const [mode, setMode] = useState(() => modes.find((each) => each === condition?.op) ?? modes[0]);
  const [text, setText] = useTyped(condition, (typed) => {
    if (mode !== 'contains' && mode !== 'starts') return;
    onChange(typed === '' ? null : { field: field.field, op: mode, text: typed });
  });
  const choose = (next: string) => {
    const op = next as typeof mode;
    setMode(op);
    if (op === 'empty' || op === 'filled') onChange({ field: field.field, op });
    else if ((op === 'contains' || op === 'starts') && text) onChange({ field: field.field, op, text });
    else onChange(null);
  };
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <SegmentedControl
        fullWidth
        size="xs"
        value={mode ?? ''}
        onChange={choose}
        data={modes.map((op) => ({
          value: op,
          label: say(`view.${op as (typeof modesOf)['text' | 'days'][number]}`),
        }))}
      />
      {(mode === 'contains' || mode === 'starts') && (
        <TextInput
          data-autofocus
          aria-label={field.title}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {mode === 'range' && <Days condition={condition} field={field.field} onChange={onChange} />}
      <Button type="submit" size="compact-sm" variant="light">
        {say('view.done')}
      </Button>
    </form>
  );
}

/** What is typed, told after a short silence; what was not told yet is told when the editor goes. */
function useTyped(condition: Condition | undefined, tell: (text: string) => void) {
  const [text, setText] = useState(condition && 'text' in condition ? condition.text : '');
  const [told, setTold] = useState(text);
  const latest = useLatest({ text, told, tell });
  useEffect(() => {
    if (text === told) return;
    const timer = setTimeout(() => {
      setTold(text);
      latest.current.tell(text.trim());
    }, silence);
    return () => clearTimeout(timer);
  }, [text, told, latest]);
  useEffect(
    () => () => {
      const { text: typed, told: before, tell: say } = latest.current;
      if (typed !== before) say(typed.trim());
    },
    [latest],
  );
  return [text, setText] as const;
}

type DaysProps = {
  condition: Condition | undefined;
  field: string;
  onChange(condition: Condition | null): void;
};

function Days({ condition, field, onChange }: DaysProps) {
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const [range, setRange] = useState(() => rangeOf(condition));
  return (
    <RangeEnds
      value={range}
      onChange={(next) => {
        setRange(next);
        const [from, to] = [next.from?.toString() ?? null, next.to?.toString() ?? null];
        onChange(from === null && to === null ? null : { field, op: 'range', from, to });
      }}
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

/** A bound that is no day is left for the chip to show. */
function rangeOf(condition: Condition | undefined): DateRange {
  const day = (text: string | null) => {
    try {
      return text === null ? null : Temporal.PlainDate.from(text);
    } catch {
      return null;
    }
  };
  return condition?.op === 'range'
    ? { from: day(condition.from), to: day(condition.to) }
    : { from: null, to: null };
}
