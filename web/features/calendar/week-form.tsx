// A week being edited: the firm's own, or one person's beside it.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Week } from '../../../contract/calendar.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { WeekField } from './week-field.tsx';
import { emptyDays } from './week-hours.ts';

type WeekFormProps = {
  /** Null: the firm's. */
  personId: number | null;
  kept: Week;
  disabled?: boolean;
  /** Beside the button that saves. */
  more?: ReactNode;
};

export function WeekForm({ personId, kept, disabled = false, more }: WeekFormProps) {
  const say = useSay();
  const act = useDo();
  const [week, setWeek] = useState(kept);
  const empty = emptyDays(week);
  const changed = JSON.stringify(week) !== JSON.stringify(kept);
  const save = () => act('calendar.setWeek', { personId, week }, { text: say('calendar.weekSet') });
  return (
    <div>
      <WeekField
        value={week}
        onChange={setWeek}
        disabled={disabled}
        faults={Object.fromEntries(empty.map((day) => [day, say('calendar.emptyDay')]))}
      />
      {!disabled && (
        <div className={styles.buttons}>
          <Button size="compact-md" disabled={!changed || empty.length > 0} onClick={save}>
            {say('calendar.saveWeek')}
          </Button>
          {more}
        </div>
      )}
    </div>
  );
}
