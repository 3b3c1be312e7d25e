// The next task, offered while one is completed: of the same client and manager; type, day and text to be changed here.
import { Textarea } from '@mantine/core';
import type { TaskInput } from '../../../contract/tasks.ts';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { ask } from '../../platform/api.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { fromMoment, toMoment, type Zones } from '../../platform/moments.ts';
import type { References } from '../../platform/references.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { TaskDraft } from './task-form.ts';
import styles from './tasks.module.css';

export type NextDraft = Required<
  Pick<TaskInput, 'typeId' | 'clientId' | 'managerId' | 'description' | 'at' | 'hasTime'>
>;

/** As the task that was done, on `day`. */
export function nextDraftOf(task: TaskDraft, day: string, zones: Zones): NextDraft {
  const { typeId, clientId, managerId, description } = task;
  const at = fromMoment({ date: Temporal.PlainDate.from(day), time: null }, zones);
  return { typeId, clientId, managerId, description, ...at };
}

export const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

const daysLookedAt = 30;

/** The first day after today on which the manager works; tomorrow where that cannot be told. */
export async function nextWorkingDay(managerId: number | null, today: string): Promise<string> {
  const tomorrow = dayAfter(today);
  if (managerId === null) return tomorrow;
  const last = Temporal.PlainDate.from(today).add({ days: daysLookedAt });
  const asked = { d: `${tomorrow}..${last}`, 'f.manager': String(managerId), limit: '1' };
  const days = await ask('calendar.manager', asked).then(
    (answer) => answer.days,
    () => [],
  );
  return days.find(({ hours, away }) => hours !== null && away === null)?.day ?? tomorrow;
}

type NextTaskProps = {
  draft: NextDraft;
  set(change: Partial<NextDraft>): void;
  references: References;
  faults: Record<string, string>;
};

export function NextTask({ draft, set, references, faults }: NextTaskProps) {
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  return (
    <fieldset className={styles.next} aria-label={say('task.nextOne')}>
      <PickField
        label={say('field.typeId')}
        value={references.entryOption(draft.typeId)}
        search={references.searchEntries('taskTypes', true)}
        labels={labels.pick}
        onChange={(value) => {
          const [option] = value.filter(({ isGroup }) => !isGroup);
          set({ typeId: option ? Number(option.value) : null });
        }}
        error={faults.typeId}
      />
      <DateTimeField
        label={say('field.at')}
        value={toMoment(draft.at, draft.hasTime, format)}
        onChange={(moment) => set(fromMoment(moment, format))}
        format={(shown) => format.moment(fromMoment(shown, format).at ?? '', shown.time !== null)}
        words={labels.moments}
        labels={labels.date}
        today={Temporal.PlainDate.from(today)}
        locale={locale}
        error={faults.at}
        withTime
      />
      <Textarea
        label={say('field.description')}
        value={draft.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
        autosize
        minRows={2}
        maxRows={8}
        error={faults.description}
      />
    </fieldset>
  );
}
