// A week being edited: the firm's own, or one person's beside it.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Week } from '../../../contract/calendar.ts';
import { PartForm } from '../../kit/fields/part-form.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { WeekField } from './week-field.tsx';
import { emptyDays } from './week-hours.ts';

type WeekFormProps = {
  /** Null: the firm's. */
  personId: number | null;
  kept: Week;
  /** As it is being written. */
  week: Week;
  onWeek(week: Week): void;
  onSaved?(): void;
  disabled?: boolean;
  /** Nobody has said yet that it is so: it can be saved as it stands. */
  unsaid?: boolean;
  /** Beside the button that saves. */
  more?: ReactNode;
};

export function WeekForm(props: WeekFormProps) {
  const { personId, kept, week, onWeek, onSaved, disabled = false, unsaid = false, more } = props;
  const say = useSay();
  const act = useDo();
  const empty = emptyDays(week);
  const changed = JSON.stringify(week) !== JSON.stringify(kept);
  const maySave = (changed || unsaid) && empty.length === 0;
  const save = async () => {
    if (!maySave) return;
    const text = say(changed ? 'calendar.weekSet' : 'calendar.weekKept');
    if (await act('calendar.setWeek', { personId, week }, { text })) onSaved?.();
  };
  return (
    <PartForm idle={!changed} onSubmit={save}>
      <WeekField
        value={week}
        onChange={onWeek}
        disabled={disabled}
        faults={Object.fromEntries(empty.map((day) => [day, say('calendar.emptyDay')]))}
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
