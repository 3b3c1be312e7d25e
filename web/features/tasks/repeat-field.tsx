// «Повтор» of a task: a plain choice, then what it needs to be exact, and the whole rule said in words beneath.
import { Chip, NativeSelect, NumberInput } from '@mantine/core';
import {
  countAtMost,
  intervalAtMost,
  type Repeat,
  readRepeat,
  repeatEvery,
  repeatText,
  settledRepeat,
  type Weekday,
  weekdays,
} from '../../../contract/kit/repeat.ts';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { isWorkdays, useRepeatWords, weekdayName } from '../../platform/repeat-words.ts';
import { useMe } from '../../platform/session.tsx';
import { type Say, useSay, useWords } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import styles from './repeat.module.css';

type RepeatFieldProps = {
  value: string | null;
  onChange(rule: string | null): void;
  /** The task's own moment: what the rule leaves open follows from its day. */
  at: string | null;
  error?: string | undefined;
  disabled: boolean;
};

const choices = ['none', 'DAILY', 'workdays', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Choice = (typeof choices)[number];

const ruleOf = (choice: Exclude<Choice, 'none'>): Repeat =>
  choice === 'workdays' ? { ...repeatEvery('WEEKLY'), days: weekdays.slice(0, 5) } : repeatEvery(choice);

const choiceOf = (repeat: Repeat | null): Choice =>
  repeat === null ? 'none' : isWorkdays(repeat) ? 'workdays' : repeat.freq;

function choiceText(say: Say, choice: Choice, repeat: Repeat | null): string {
  if (choice === 'none' || choice === 'workdays') return say(`repeat.${choice}`);
  return say(`repeat.every.${choice}`, { n: choiceOf(repeat) === choice ? (repeat?.interval ?? 1) : 1 });
}

export function RepeatField({ value, onChange, at, error, disabled }: RepeatFieldProps) {
  const say = useSay();
  const format = useFormat();
  const inWords = useRepeatWords();
  const { today } = useMe();
  const repeat = readRepeat(value ?? '');
  const choice = choiceOf(repeat);
  const day = at === null ? today : format.planDay(at);
  const set = (next: Repeat | null) => onChange(next && repeatText(settledRepeat(next, day)));
  const choose = (next: Choice) =>
    set(
      next === 'none'
        ? null
        : { ...ruleOf(next), until: repeat?.until ?? null, count: repeat?.count ?? null },
    );
  return (
    <fieldset className={styles.repeat} disabled={disabled} aria-label={say('field.repeat')}>
      <div className={styles.parts}>
        <NativeSelect
          label={say('field.repeat')}
          value={choice}
          data={choices.map((each) => ({ value: each, label: choiceText(say, each, repeat) }))}
          onChange={(event) => choose(event.currentTarget.value as Choice)}
          error={error}
          disabled={disabled}
        />
        {repeat && choice !== 'workdays' && <Every repeat={repeat} set={set} />}
        {repeat?.freq === 'MONTHLY' && <MonthDay repeat={repeat} set={set} />}
        {repeat && <End repeat={repeat} set={set} day={day} />}
      </div>
      {repeat?.freq === 'WEEKLY' && choice !== 'workdays' && <Days repeat={repeat} set={set} />}
      {value && <p className={styles.words}>{inWords(value)}</p>}
    </fieldset>
  );
}

type PartProps = { repeat: Repeat; set(repeat: Repeat): void };

function Every({ repeat, set }: PartProps) {
  const say = useSay();
  return (
    <NumberInput
      className={styles.number}
      label={say('repeat.every')}
      value={repeat.interval}
      min={1}
      max={intervalAtMost}
      clampBehavior="strict"
      allowDecimal={false}
      onChange={(interval) => set({ ...repeat, interval: Number(interval) || 1 })}
      suffix={` ${say(`repeat.unit.${repeat.freq}` as TextId, { n: repeat.interval })}`}
    />
  );
}

function Days({ repeat, set }: PartProps) {
  const say = useSay();
  const format = useFormat();
  const choose = (days: string[]) => {
    if (days.length > 0) set({ ...repeat, days: weekdays.filter((day) => days.includes(day)) as Weekday[] });
  };
  return (
    <Chip.Group multiple value={repeat.days} onChange={choose}>
      <fieldset className={styles.days} aria-label={say('repeat.days')}>
        {weekdays.map((day) => (
          <Chip key={day} value={day} size="xs" variant="light">
            {weekdayName(format, day)}
          </Chip>
        ))}
      </fieldset>
    </Chip.Group>
  );
}

const monthDays = [...Array(31).keys()].map((before) => before + 1);

function MonthDay({ repeat, set }: PartProps) {
  const say = useSay();
  return (
    <NativeSelect
      label={say('repeat.monthDay')}
      value={String(repeat.monthDay)}
      data={[
        ...monthDays.map((day) => ({ value: String(day), label: String(day) })),
        { value: '-1', label: say('repeat.lastDay') },
      ]}
      onChange={(event) => set({ ...repeat, monthDay: Number(event.currentTarget.value) })}
    />
  );
}

const ends = ['never', 'until', 'count'] as const;

function End({ repeat, set, day }: PartProps & { day: string }) {
  const say = useSay();
  const end = repeat.until !== null ? 'until' : repeat.count !== null ? 'count' : 'never';
  const choose = (next: string) => {
    const month = Temporal.PlainDate.from(day).add({ months: 1 }).toString();
    set({ ...repeat, until: next === 'until' ? month : null, count: next === 'count' ? 10 : null });
  };
  return (
    <>
      <NativeSelect
        label={say('repeat.end')}
        value={end}
        data={ends.map((each) => ({ value: each, label: say(`repeat.end.${each}`) }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {end === 'until' && <Until repeat={repeat} set={set} />}
      {end === 'count' && (
        <NumberInput
          className={styles.number}
          label={say('repeat.count')}
          value={repeat.count ?? 1}
          min={1}
          max={countAtMost}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(count) => set({ ...repeat, count: Number(count) || 1 })}
        />
      )}
    </>
  );
}

function Until({ repeat, set }: PartProps) {
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  return (
    <DateTimeField
      label={say('repeat.until')}
      value={repeat.until === null ? null : { date: Temporal.PlainDate.from(repeat.until), time: null }}
      onChange={(moment) => set({ ...repeat, until: moment?.date.toString() ?? null })}
      format={({ date }) => format.day(date.toString())}
      words={labels.moments}
      labels={labels.date}
      today={Temporal.PlainDate.from(today)}
      locale={locale}
    />
  );
}
