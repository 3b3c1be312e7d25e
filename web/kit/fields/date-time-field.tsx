/** A date, with a time if wanted, typed as people say it; ↑ and ↓ go by a day, the calendar is one click away. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { lateWithin } from '../late/late.tsx';
import { LatePopover } from '../late/late-popover.tsx';
import type { CalendarLabels } from './calendar-popup.tsx';
import { type Moment, type MomentWords, parseMoment } from './parse-moment.ts';
import { unsettledMark } from './unsettled.ts';

const CalendarPopup = lateWithin(() => import('./calendar-popup.tsx').then((file) => file.CalendarPopup));

export interface DateTimeLabels extends CalendarLabels {
  openCalendar: string;
  /** Stands at the field when the text is no date. */
  notADate: string;
}

export interface DateTimeFieldProps {
  value: Moment | null;
  onChange(value: Moment | null): void;
  /** How the caller's language writes a moment; what it writes need not be parsed back. */
  format(value: Moment): string;
  words: MomentWords;
  labels: DateTimeLabels;
  /** In the company's time zone. */
  today: Temporal.PlainDate;
  label?: string;
  placeholder?: string;
  error?: ReactNode;
  withTime?: boolean;
  disabled?: boolean;
  /** Stands inside of a popover: its list becomes a part of that, or a press on it would count as one outside. */
  nested?: boolean;
  /** Has the focus as soon as its window is there. */
  autofocus?: boolean;
  /** BCP 47; names of months and days in the calendar. */
  locale: string;
}

export function DateTimeField(props: DateTimeFieldProps) {
  const { value, labels, today } = props;
  const [text, setText] = useState<string>();
  const shown = text ?? (value ? props.format(value) : '');
  const parsed = text === undefined ? undefined : parseMoment(text, today, props.words);
  const settle = () => {
    if (text === undefined) return;
    if (text.trim() === '') props.onChange(null);
    else if (parsed) props.onChange(timed(parsed, props.withTime));
    else return;
    setText(undefined);
  };
  const step = (days: number) => {
    const from = parsed ?? value ?? { date: today, time: null };
    setText(undefined);
    props.onChange({ ...from, date: from.date.add({ days }) });
  };
  const wrong = text !== undefined && text.trim() !== '' && !parsed;
  return (
    <TextInput
      label={props.label}
      placeholder={props.placeholder}
      disabled={props.disabled}
      value={shown}
      error={(wrong && labels.notADate) || props.error}
      {...unsettledMark(wrong)}
      data-autofocus={props.autofocus || undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={fieldKeys({
        settle,
        step,
        revert: text === undefined ? undefined : () => setText(undefined),
      })}
      rightSection={
        <CalendarButton
          {...props}
          onPick={(date) => {
            props.onChange({ date, time: value?.time ?? null });
            setText(undefined);
          }}
        />
      }
    />
  );
}

function CalendarButton({
  value,
  today,
  labels,
  locale,
  disabled,
  nested = false,
  onPick,
}: DateTimeFieldProps & { onPick(date: Temporal.PlainDate): void }) {
  const [opened, setOpened] = useState(false);
  return (
    <LatePopover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      nested={nested}
      label={labels.openCalendar}
      onKeyDown={(event) => event.stopPropagation()}
      target={
        <ActionIcon
          size={24}
          disabled={disabled}
          aria-label={labels.openCalendar}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={16} stroke={1.5} />
        </ActionIcon>
      }
    >
      <CalendarPopup
        date={value?.date ?? null}
        today={today}
        labels={labels}
        locale={locale}
        onPick={(date) => {
          onPick(date);
          setOpened(false);
        }}
      />
    </LatePopover>
  );
}

function timed(moment: Moment, withTime: boolean | undefined): Moment {
  return withTime ? moment : { date: moment.date, time: null };
}

interface FieldActions {
  settle(): void;
  step(days: number): void;
  /** Given while there is something typed to take back. */
  revert: (() => void) | undefined;
}

function fieldKeys({ settle, step, revert }: FieldActions) {
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') settle();
    else if (event.key === 'ArrowUp') step(1);
    else if (event.key === 'ArrowDown') step(-1);
    else if (event.key === 'Escape' && revert) {
      revert();
      event.stopPropagation();
    } else return;
    if (event.key !== 'Enter') event.preventDefault();
  };
}
