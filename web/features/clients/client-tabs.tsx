// The three tabs of the card: who it is and where; how we stand with them; contract and bank.
import { TagsInput, Textarea, TextInput } from '@mantine/core';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import { PickField } from '../../kit/fields/pick-field.tsx';
import type { PickOption, PickSearch } from '../../kit/fields/use-pick-options.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import type { ClientDraft, IdField, TextField } from './client-form.ts';
import styles from './clients.module.css';
import { EntryLines, TextLines } from './line-fields.tsx';

export type TabProps = {
  draft: ClientDraft;
  set(change: Partial<ClientDraft>): void;
  references: References;
  faults: Record<string, string>;
  /** What is doubtful about requisites: shown, no hindrance. */
  doubts: Record<string, string>;
  /** Numbers that are kept and that no country's plan knows. */
  doubtfulPhones: string[];
  disabled: boolean;
};

type FieldProps = TabProps & { field: TextField; span: 2 | 3 | 6; lines?: number; required?: boolean };

function Field({ field, span, lines, required = false, draft, set, faults, doubts, disabled }: FieldProps) {
  const { say } = useWords();
  const common = {
    label: say(`field.${field}` as TextId),
    value: draft[field],
    error: faults[field],
    disabled,
    required,
    'data-autofocus': field === 'name' || undefined,
    description:
      doubts[field] && !faults[field] ? <span className={styles.doubt}>{doubts[field]}</span> : undefined,
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
  };
  return (
    <div className={styles[`span${span}`]}>
      {lines ? (
        <Textarea
          {...common}
          autosize
          minRows={lines}
          maxRows={20}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
        />
      ) : (
        <TextInput {...common} onChange={(event) => set({ [field]: event.currentTarget.value })} />
      )}
    </div>
  );
}

type ChoiceProps = TabProps & { field: IdField; label: TextId; value: PickOption[]; search: PickSearch };

function Choice({ field, label, value, search, set, faults, disabled }: ChoiceProps) {
  const { say } = useWords();
  const labels = useKitLabels();
  return (
    <div className={styles.span3}>
      <PickField
        label={say(label)}
        value={value}
        search={search}
        labels={labels.pick}
        disabled={disabled}
        error={faults[field]}
        onChange={([option]) => set({ [field]: option ? Number(option.value) : null })}
      />
    </div>
  );
}

export function MainTab(props: TabProps) {
  const { draft, set, references, faults, disabled } = props;
  const { say } = useWords();
  return (
    <div className={styles.form}>
      <Field {...props} field="name" span={6} required />
      <Field {...props} field="fullName" span={6} />
      <Choice
        {...props}
        field="groupId"
        label="field.groupId"
        value={references.groupOption(draft.groupId)}
        search={references.searchGroups('clients')}
      />
      <Field {...props} field="line" span={3} />
      <EntryLines
        label={say('field.phones')}
        noteLabel={say('client.notePhone')}
        addLabel={say('client.addPhone')}
        type="tel"
        lines={draft.phones}
        onChange={(phones) => set({ phones })}
        faults={faults}
        path="phones"
        doubtful={props.doubtfulPhones}
        disabled={disabled}
      />
      <EntryLines
        label={say('field.emails')}
        noteLabel={say('client.noteEmail')}
        addLabel={say('client.addEmail')}
        type="email"
        lines={draft.emails}
        onChange={(emails) => set({ emails })}
        faults={faults}
        path="emails"
        disabled={disabled}
      />
      <Field {...props} field="legalAddress" span={3} lines={2} />
      <Field {...props} field="actualAddress" span={3} lines={2} />
      <TextLines
        label={say('field.sites')}
        addLabel={say('client.addSite')}
        lines={draft.sites}
        onChange={(sites) => set({ sites })}
        disabled={disabled}
      />
      <TextLines
        label={say('field.messengers')}
        addLabel={say('client.addMessenger')}
        lines={draft.messengers}
        onChange={(messengers) => set({ messengers })}
        disabled={disabled}
      />
    </div>
  );
}

export function RelationTab(props: TabProps) {
  const { draft, set, references, disabled } = props;
  const { say } = useWords();
  return (
    <div className={styles.form}>
      <Choice
        {...props}
        field="statusId"
        label="field.statusId"
        value={references.entryOption(draft.statusId)}
        search={references.searchEntries('clientStatuses')}
      />
      <Choice
        {...props}
        field="typeId"
        label="field.clientTypeId"
        value={references.entryOption(draft.typeId)}
        search={references.searchEntries('clientTypes')}
      />
      <Choice
        {...props}
        field="originId"
        label="field.originId"
        value={references.entryOption(draft.originId)}
        search={references.searchEntries('clientOrigins')}
      />
      <Choice
        {...props}
        field="responsibleId"
        label="field.responsibleId"
        value={references.personOption(draft.responsibleId)}
        search={references.searchPeople()}
      />
      <Field {...props} field="contactPersons" span={6} lines={4} />
      <Field {...props} field="notes" span={6} lines={6} />
      <div className={styles.span6}>
        <TagsInput
          label={say('field.tags')}
          value={draft.tags}
          onChange={(tags) => set({ tags })}
          disabled={disabled}
        />
      </div>
    </div>
  );
}

export function ContractTab(props: TabProps) {
  return (
    <div className={styles.form}>
      <Field {...props} field="contractNumber" span={2} />
      <DayField {...props} field="contractDate" />
      <DayField {...props} field="contractTill" />
      <Field {...props} field="contractTerms" span={6} lines={3} />
      <Field {...props} field="inn" span={2} />
      <Field {...props} field="kpp" span={2} />
      <Field {...props} field="ogrn" span={2} />
      <Field {...props} field="bank" span={6} />
      <Field {...props} field="account" span={3} />
      <Field {...props} field="bik" span={3} />
      <Field {...props} field="correspondentAccount" span={6} />
      <Field {...props} field="iban" span={3} />
      <Field {...props} field="vat" span={3} />
    </div>
  );
}

function DayField({
  field,
  draft,
  set,
  faults,
  disabled,
}: TabProps & { field: 'contractDate' | 'contractTill' }) {
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const value = draft[field];
  return (
    <div className={styles.span2}>
      <DateTimeField
        label={say(`field.${field}`)}
        value={value ? { date: Temporal.PlainDate.from(value), time: null } : null}
        onChange={(moment) => set({ [field]: moment?.date.toString() ?? null })}
        format={({ date }) => format.day(date.toString())}
        words={labels.moments}
        labels={labels.date}
        today={Temporal.PlainDate.from(today)}
        locale={locale}
        error={faults[field]}
        disabled={disabled}
      />
    </div>
  );
}
