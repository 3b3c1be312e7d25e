// Working hours and absences of one person, inside of the manager's card.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDo } from '../../platform/deeds.tsx';
import { useAsk } from '../../platform/queries.ts';
import { useSay } from '../../platform/texts.tsx';
import { Absences } from './absences.tsx';
import styles from './calendar.module.css';
import { WeekForm } from './week-form.tsx';

export function PersonTimes({ personId, disabled }: { personId: number; disabled: boolean }) {
  const say = useSay();
  const act = useDo();
  const { data } = useAsk('calendar.times', { personId });
  const [own, setOwn] = useState(false);
  if (!data) return null;
  const kept = data.weeks.find((each) => each.personId === personId)?.week;
  const clear = async () => {
    setOwn(false);
    if (kept) await act('calendar.setWeek', { personId, week: null }, { text: say('calendar.weekCleared') });
  };
  return (
    <div className={styles.times}>
      {kept || own ? (
        <WeekForm
          key={JSON.stringify(kept)}
          personId={personId}
          kept={kept ?? data.firmWeek}
          disabled={disabled}
          more={
            <Button size="compact-md" variant="subtle" color="gray" onClick={clear}>
              {say('calendar.asFirm')}
            </Button>
          }
        />
      ) : (
        <p className={styles.lead}>
          {say('calendar.firmHours')}{' '}
          {!disabled && (
            <Button size="compact-sm" variant="subtle" onClick={() => setOwn(true)}>
              {say('calendar.ownHours')}
            </Button>
          )}
        </p>
      )}
      <Absences personId={personId} absences={data.absences} disabled={disabled} />
    </div>
  );
}
