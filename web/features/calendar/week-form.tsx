// A week being edited: the firm's own, or one person's beside it.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Week } from '../../../contract/calendar.ts';
import { clockOf } from '../../../contract/text/clock.ts';
import { PartForm } from '../../kit/fields/part-form.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { type Say, useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { WeekField } from './week-field.tsx';
import {
  begunAnew,
  daysMeanwhile,
  daysWritten,
  emptyDays,
  type WrittenDays,
  weekOver,
} from './week-hours.ts';

type WeekFormProps = {
  /** Null: the firm's. */
  personId: number | null;
  kept: Week;
  written: WrittenDays;
  onWritten(written: WrittenDays): void;
  disabled?: boolean;
  /** Nobody has said yet that it is so: it can be saved as it stands. */
  unsaid?: boolean;
  /** Beside the button that saves. */
  more?: ReactNode;
};

export function WeekForm(props: WeekFormProps) {
  const { personId, kept, written, onWritten, disabled = false, unsaid = false, more } = props;
  const say = useSay();
  const act = useDo();
  const week = weekOver(kept, written);
  const [told, tell] = useState<number[]>([]);
  const empty = emptyDays(week);
  const changed = JSON.stringify(week) !== JSON.stringify(kept);
  const maySave = (changed || unsaid) && empty.length === 0;
  const save = async () => {
    if (!maySave) return;
    const others = daysMeanwhile(kept, written);
    tell(others);
    if (others.length > 0) return onWritten(begunAnew(kept, written));
    const text = say(changed ? 'calendar.weekSet' : 'calendar.weekKept');
    if (await act('calendar.setWeek', { personId, week }, { text })) onWritten({});
  };
  return (
    <PartForm idle={!changed} onSubmit={save}>
      <WeekField
        value={week}
        onChange={(next) => {
          tell([]);
          onWritten(daysWritten(kept, next, written));
        }}
        disabled={disabled}
        faults={Object.fromEntries(empty.map((day) => [day, say('calendar.emptyDay')]))}
        notes={Object.fromEntries(
          told.map((day) => [day, say('fault.meanwhile', { value: hoursShown(kept[day] ?? null, say) })]),
        )}
      />
      {!disabled && (
        <div className={styles.buttons}>
          <Button size="compact-md" type="submit" disabled={!maySave}>
            {say('calendar.saveWeek')}
          </Button>
          {more}
        </div>
      )}
    </PartForm>
  );
}

/** «9:00–18:00, 60 мин» */
function hoursShown(hours: Week[number], say: Say): string {
  if (!hours) return say('calendar.dayOff');
  return `${clockOf(hours.from)}–${clockOf(hours.to)}, ${hours.pause} ${say('calendar.minuteMark')}`;
}
