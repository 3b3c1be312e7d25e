// The fields of a task's card. Enter makes a new line in the texts, Tab goes on.

import { TagsInput, Textarea } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { numbered } from '../../../contract/text/numbered.ts';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import { PickField } from '../../kit/fields/pick-field.tsx';
import type { PickOption } from '../../kit/fields/use-pick-options.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { fromMoment, toMoment } from '../../platform/moments.ts';
import { type References, searchClients } from '../../platform/references.ts';
import { RemindSelect } from '../../platform/remind-select.tsx';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import { MinutesField } from './minutes-field.tsx';
import { RepeatField } from './repeat-field.tsx';
import type { TaskDraft } from './task-form.ts';
import styles from './tasks.module.css';

export type TaskFieldsProps = {
  draft: TaskDraft;
  set(change: Partial<TaskDraft>): void;
  references: References;
  faults: Record<string, string>;
  clientName: string | null;
  disabled: boolean;
  /** A manager who cannot be changed: of the window of one manager's day. */
  fixedManager?: boolean;
};

const idOf = ([option]: PickOption[]) => (option ? Number(option.value) : null);

export function TaskFields(props: TaskFieldsProps) {
  const { draft, set, references, faults, disabled } = props;
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const common = { labels: labels.pick, disabled };
  const searches = useMemo(
    () => ({
      types: references.searchEntries('taskTypes', true),
      states: references.searchEntries('taskStates'),
      people: references.searchPeople(),
    }),
    [references],
  );
  const client: PickOption[] =
    draft.clientId === null
      ? []
      : [{ value: String(draft.clientId), label: props.clientName ?? numbered(draft.clientId, locale) }];
  return (
    <div className={styles.form}>
      <div className={styles.span2}>
        <PickField
          {...common}
          label={say('field.typeId')}
          value={references.entryOption(draft.typeId)}
          search={searches.types}
          onChange={(value) => set({ typeId: idOf(value.filter(({ isGroup }) => !isGroup)) })}
          error={faults.typeId}
        />
      </div>
      <div className={styles.span2}>
        <PickField
          {...common}
          label={say('field.stateId')}
          value={references.entryOption(draft.stateId)}
          search={searches.states}
          placeholder={say('task.noState')}
          onChange={(value) => set({ stateId: idOf(value) })}
          error={faults.stateId}
        />
      </div>
      <div className={styles.span2}>
        <PickField
          {...common}
          disabled={disabled || props.fixedManager === true}
          label={say('field.managerId')}
          value={references.personOption(draft.managerId)}
          search={searches.people}
          onChange={(value) => set({ managerId: idOf(value) })}
          error={faults.managerId}
        />
      </div>
      <div className={styles.span6}>
        <PickField
          {...common}
          label={say('field.clientId')}
          value={client}
          search={searchClients}
          onChange={(value) => set({ clientId: idOf(value) })}
          error={faults.clientId}
        />
      </div>
      <MomentInput {...props} field="at" />
      <MomentInput {...props} field="deadline" />
      <div className={styles.span2}>
        <MinutesField
          value={draft.minutes}
          onChange={(minutes) => set({ minutes })}
          error={faults.minutes}
          disabled={disabled}
        />
      </div>
      <div className={styles.span2}>
        <RemindSelect
          label={say('field.remind')}
          value={draft.remind}
          onChange={(remind) => set({ remind })}
          usual={say('remind.usual')}
          error={faults.remind}
          disabled={disabled}
        />
      </div>
      <RepeatField
        value={draft.repeat}
        onChange={(repeat) => set({ repeat })}
        at={draft.at}
        error={faults.repeat}
        disabled={disabled}
      />
      <LongText {...props} field="description" rows={5} />
      <LongText {...props} field="results" rows={3} />
      <div className={styles.span6}>
        <TagsInput
          label={say('field.tags')}
          value={draft.tags}
          onChange={(tags) => set({ tags })}
          disabled={disabled}
          placeholder={draft.tags.length === 0 ? say('task.addTag') : ''}
          error={faults.tags}
          maxTags={100}
        />
      </div>
    </div>
  );
}

function MomentInput({
  draft,
  set,
  faults,
  disabled,
  field,
}: TaskFieldsProps & { field: 'at' | 'deadline' }) {
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const hasTime = field === 'deadline' || draft.hasTime;
  const value = useMemo(() => toMoment(draft[field], hasTime, format), [draft, field, hasTime, format]);
  const shown = useCallback(
    (moment: Parameters<typeof fromMoment>[0]) =>
      format.moment(fromMoment(moment, format).at ?? '', moment?.time != null),
    [format],
  );
  return (
    <div className={styles.span2}>
      <DateTimeField
        label={say(`field.${field}` as TextId)}
        value={value}
        onChange={(moment) => {
          const read = fromMoment(
            field === 'deadline' && moment && !moment.time
              ? { ...moment, time: new Temporal.PlainTime(18) }
              : moment,
            format,
          );
          set(field === 'at' ? read : { deadline: read.at });
        }}
        format={shown}
        words={labels.moments}
        labels={labels.date}
        today={Temporal.PlainDate.from(today)}
        locale={locale}
        error={faults[field]}
        disabled={disabled}
        withTime
      />
    </div>
  );
}

function LongText({
  draft,
  set,
  faults,
  disabled,
  field,
  rows,
}: TaskFieldsProps & { field: 'description' | 'results'; rows: number }) {
  const { say } = useWords();
  return (
    <div className={styles.span6}>
      <Textarea
        label={say(`field.${field}` as TextId)}
        value={draft[field]}
        onChange={(event) => set({ [field]: event.currentTarget.value })}
        data-autofocus={field === 'description' || undefined}
        autosize
        minRows={rows}
        maxRows={16}
        disabled={disabled}
        error={faults[field]}
      />
    </div>
  );
}
