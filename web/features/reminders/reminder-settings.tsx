// What a person wants to be reminded of, unless a task says something of its own. Kept at once.
import { Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Queries } from '../../../contract/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { queryFor, useAsk } from '../../platform/queries.ts';
import { RemindSelect } from '../../platform/remind-select.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './reminders.module.css';

type Settings = Queries['reminders.settings']['output'];

export function ReminderSettings() {
  const say = useSay();
  const act = useDo();
  const client = useQueryClient();
  const { data } = useAsk('reminders.settings', {});
  if (!data) return null;
  const set = async (change: Partial<Settings>) => {
    const next = { ...data, ...change };
    const { queryKey } = queryFor('reminders.settings', {});
    client.setQueryData(queryKey, next);
    // What was refused is not shown as kept.
    if (!(await act('reminders.set', next))) await client.invalidateQueries({ queryKey });
  };
  return (
    <div className={styles.settings}>
      <RemindSelect
        label={say('reminder.ahead')}
        value={data.minutes}
        onChange={(minutes) => void set({ minutes: minutes ?? -1 })}
      />
      <Checkbox
        label={say('reminder.atDeadline')}
        checked={data.atDeadline}
        onChange={(event) => void set({ atDeadline: event.currentTarget.checked })}
      />
      <Checkbox
        label={say('reminder.whenOverdue')}
        checked={data.whenOverdue}
        onChange={(event) => void set({ whenOverdue: event.currentTarget.checked })}
      />
    </div>
  );
}
