// The card of an entry, new or known: name, group, colour and meaning, as its directory has them.
import { Button, Radio, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { DirectoryName, Entry } from '../../../contract/directories.ts';
import { ColorField } from '../../kit/fields/color-field.tsx';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { CardWindow } from '../../kit/window/card-window.tsx';
import { RefusedError } from '../../platform/api.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import type { References } from '../../platform/references.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './directories.module.css';
import type { EntryDeeds, EntryFields } from './use-entry-deeds.ts';

export type EntryWindowProps = {
  directory: DirectoryName;
  /** Null: a new one, in this group. */
  entry: Entry | null;
  groupId: number | null;
  references: References;
  deeds: EntryDeeds;
  onClose(): void;
};

export function EntryWindow(props: EntryWindowProps) {
  const { directory, entry, deeds, onClose } = props;
  const { say } = useWords();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('entry');
  const form = useEntryForm(props);
  const disabled = entry !== null && !entry.can.change;
  const isState = directory === 'taskStates';
  return (
    <CardWindow
      title={entry?.name ?? say(`entry.new.${directory}`)}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={onClose}
      onSave={disabled ? undefined : form.save}
      focusInside={entry === null}
      size={{ width: 480, height: isState ? 450 : 280 }}
      footer={
        <Foot entry={entry} deeds={deeds} onSave={disabled ? undefined : form.save} onClose={onClose} />
      }
    >
      <div className={styles.form}>
        <TextInput
          label={say('field.name')}
          value={form.fields.name ?? ''}
          onChange={(event) => form.set({ name: event.currentTarget.value })}
          error={form.faults.name}
          disabled={disabled}
          maxLength={200}
          data-autofocus
          onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && form.save()}
        />
        {directory === 'taskTypes' && <GroupField {...props} form={form} disabled={disabled} />}
        {isState && <StateFields form={form} disabled={disabled} />}
      </div>
    </CardWindow>
  );
}

type Form = ReturnType<typeof useEntryForm>;

type Written = { typed: EntryFields; base: EntryFields | null };

/** A field of the entry in the words of the card. */
function shownIn(
  entry: EntryFields,
  field: keyof EntryFields,
  { words, references }: { words: ReturnType<typeof useWords>; references: References },
): string {
  if (field === 'groupId') return references.groupPath(entry.groupId ?? null) || '—';
  if (field === 'meaning') return entry.meaning ? words.say(`meaning.${entry.meaning}`) : '—';
  if (field === 'tint') return entry.tint ? words.say(`tint.${entry.tint}`) : '—';
  return entry.name ?? '—';
}

/** What is typed over what is known; only what differs is sent. */
function useEntryForm({ directory, entry, groupId, references, deeds, onClose }: EntryWindowProps) {
  const words = useWords();
  /** What is written, over the entry as it was when writing began. */
  const [{ typed, base }, setWritten] = useState<Written>({ typed: {}, base: null });
  const [faults, setFaults] = useState<Record<string, string>>({});
  const first: EntryFields = entry ?? {
    name: '',
    groupId: directory === 'taskTypes' ? groupId : null,
    tint: null,
    meaning: directory === 'taskStates' ? 'open' : null,
  };
  const onRefused = (refusal: RefusedError['refusal']) => {
    const found = faultsByPath(words, new RefusedError(422, refusal));
    setFaults(found);
    return Object.keys(found).length > 0;
  };
  const fields = { ...first, ...typed };
  /** What a colleague has written meanwhile is shown once; saved once more, one's own goes over it. */
  const mustBeSeen = (set: EntryFields): boolean => {
    const others = changedMeanwhile<EntryFields>(base ?? first, first, set);
    const shown = (field: string) =>
      words.say('fault.meanwhile', {
        value: shownIn(first, field as keyof EntryFields, { words, references }),
      });
    setFaults(Object.fromEntries(others.map((field) => [field, shown(field)])));
    if (others.length > 0) setWritten({ typed, base: first });
    return others.length > 0;
  };
  const save = async () => {
    const name = fields.name?.trim() ?? '';
    const { groupId: group = null, tint = null, meaning = null } = fields;
    if (name === '') return setFaults({ name: words.say('refusal.fault.required') });
    const nothing = Object.keys(typed).length === 0;
    const set = { ...typed, ...(typed.name ? { name } : {}) };
    if (entry && mustBeSeen(set)) return;
    const done =
      entry === null
        ? await deeds.create({ name, groupId: group, tint, meaning }, onRefused)
        : nothing || (await deeds.change(entry, set, onRefused));
    if (done) onClose();
  };
  return {
    fields,
    faults,
    set: (change: EntryFields) =>
      setWritten((before) => ({ typed: { ...before.typed, ...change }, base: before.base ?? first })),
    save: () => void save(),
  };
}

type Part = { form: Form; disabled: boolean };

function GroupField({ form, disabled, references }: Part & { references: References }) {
  const { say } = useWords();
  const labels = useKitLabels();
  const search = useMemo(() => references.searchGroups('taskTypes'), [references]);
  return (
    <PickField
      label={say('field.groupId')}
      value={references.groupOption(form.fields.groupId ?? null)}
      search={search}
      labels={labels.pick}
      disabled={disabled}
      error={form.faults.groupId}
      onChange={([option]) => form.set({ groupId: option ? Number(option.value) : null })}
    />
  );
}

const meanings = ['open', 'done', 'cancelled'] as const;

/** The meaning is said in full: by it the house knows what is overdue and what is done, whatever the state is called. */
function StateFields({ form, disabled }: Part) {
  const { say } = useWords();
  const labels = useKitLabels();
  return (
    <>
      <Radio.Group
        label={say('field.meaning')}
        value={form.fields.meaning ?? 'open'}
        error={form.faults.meaning}
        onChange={(value) => form.set({ meaning: value as (typeof meanings)[number] })}
      >
        <div className={styles.meanings}>
          {meanings.map((meaning) => (
            <Radio
              key={meaning}
              value={meaning}
              disabled={disabled}
              label={say(`meaning.${meaning}`)}
              description={say(`meaning.${meaning}Text`)}
            />
          ))}
        </div>
      </Radio.Group>
      <ColorField
        label={say('field.tint')}
        value={form.fields.tint ?? null}
        onChange={(tint) => !disabled && form.set({ tint })}
        names={labels.tints}
      />
    </>
  );
}

type FootProps = {
  entry: Entry | null;
  deeds: EntryDeeds;
  onSave: (() => void) | undefined;
  onClose(): void;
};

function Foot({ entry, deeds, onSave, onClose }: FootProps) {
  const { say } = useWords();
  const then = async (done: Promise<unknown>) => {
    await done;
    onClose();
  };
  return (
    <div className={styles.cardFoot}>
      {entry?.can.change && (
        <Button variant="subtle" color="gray" onClick={() => then(deeds.archive(entry))}>
          {say(entry.archived ? 'entry.unarchive' : 'entry.archive')}
        </Button>
      )}
      {entry?.can.delete && (
        <Button variant="subtle" color="red" onClick={() => then(deeds.remove(entry))}>
          {say('kit.delete')}
        </Button>
      )}
      {onSave && (
        <Button className={styles.push} onClick={onSave}>
          {say(entry ? 'kit.save' : 'kit.add')}
        </Button>
      )}
    </div>
  );
}
