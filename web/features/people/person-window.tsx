// The card of a manager, new or known.
import { Button, Select, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { Person, Role } from '../../../contract/people.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { goToUnsettled } from '../../kit/fields/unsettled.ts';
import { CardWindow } from '../../kit/window/card-window.tsx';
import { RefusedError } from '../../platform/api.ts';
import { useHeldDraft } from '../../platform/held-draft.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import type { References } from '../../platform/references.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { RestoredDraft, useLeave } from '../../platform/restored-draft.tsx';
import { useMay, useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { Invited } from './invitation-window.tsx';
import styles from './people.module.css';
import { Status } from './people-columns.tsx';
import type { PersonDeeds, PersonFields } from './use-person-deeds.ts';

export type PersonWindowProps = {
  /** Null: a new one, in this group. */
  person: Person | null;
  groupId: number | null;
  references: References;
  roles: Role[];
  deeds: PersonDeeds;
  onInvited(invited: Invited): void;
  onClose(): void;
  onReopen(): void;
  /** Working hours and absences of a person who is there already; kept under the name of the card until they are saved. */
  times(person: Person, disabled: boolean, card: string): ReactNode;
};

export function PersonWindow(props: PersonWindowProps) {
  const { person } = props;
  const { say } = useWords();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('person');
  const card = `people.${person?.id ?? 'new'}`;
  const leave = useLeave(card);
  const onClose = () => leave(props.onClose, props.onReopen);
  const form = usePersonForm({ ...props, onClose }, card);
  const disabled = person !== null && !person.can.change;
  return (
    <CardWindow
      title={person?.name ?? say('person.new')}
      actions={person && <Status person={person} />}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={onClose}
      onSave={disabled ? undefined : form.save}
      focusInside={person === null}
      size={{ width: 680, height: person ? 680 : 400 }}
      footer={<Foot {...props} onSave={disabled ? undefined : form.save} />}
    >
      {form.restored && <RestoredDraft onDiscard={form.reset} />}
      <Fields {...props} form={form} disabled={disabled} />
      {person && props.times(person, disabled, card)}
    </CardWindow>
  );
}

/** What is typed over what is known; only what differs is sent. */
function usePersonForm(
  { person, groupId, roles, references, deeds, onInvited, onClose }: PersonWindowProps,
  card: string,
) {
  const words = useWords();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const plain = roles.findLast(({ keeper }) => !keeper) ?? roles[0];
  const first: PersonFields = person ?? {
    ...{ name: '', email: null, phone: '', position: '', groupId, roleId: plain?.id ?? 0 },
  };
  const held = useHeldDraft<PersonFields, null>(`${card}/fields`, first, null);
  const onRefused = (refusal: RefusedError['refusal']) => {
    const found = faultsByPath(words, new RefusedError(422, refusal));
    setFaults(found);
    return Object.keys(found).length > 0;
  };
  const create = async () => {
    const { name, email, phone, position, groupId: group, roleId } = held.draft;
    const fields = { name, email: email || null, phone, position, groupId: group, roleId };
    const made = await deeds.create(fields, onRefused);
    if (!made) return;
    held.reset();
    if (made.invitation) onInvited({ person: { name, email }, token: made.invitation });
    onClose();
  };
  const change = async (known: Person) => {
    const set = changedOf(first, held.draft);
    const others = changedMeanwhile<PersonFields>(held.base, known, set);
    if (others.length > 0) {
      const shown = (field: string) => shownIn(known, field as keyof PersonFields, { roles, references });
      setFaults(
        Object.fromEntries(
          others.map((field) => [field, words.say('fault.meanwhile', { value: shown(field) })]),
        ),
      );
      // Seen now: saved once more, one's own goes over it.
      held.reset();
      return held.set(set);
    }
    held.send();
    const done = Object.keys(set).length === 0 || (await deeds.change(known, set, onRefused));
    if (done && !held.saved(null)) onClose();
  };
  return {
    fields: held.draft,
    restored: held.restored,
    reset: held.reset,
    faults,
    set: held.set,
    save: () => {
      if (!goToUnsettled(document.activeElement)) void (person ? change(person) : create());
    },
  };
}

/** A field of the person in the words of the card. */
function shownIn(
  person: Person,
  field: keyof PersonFields,
  { roles, references }: Pick<PersonWindowProps, 'roles' | 'references'>,
): string {
  if (field === 'roleId') return roles.find(({ id }) => id === person.roleId)?.name ?? '—';
  if (field === 'groupId') return references.groupPath(person.groupId) || '—';
  return person[field] || '—';
}

/** Of what is written that which differs; an e-mail that is taken out is none. */
function changedOf(base: PersonFields, mine: PersonFields): Partial<PersonFields> {
  const written = { ...mine, email: mine.email || null };
  const names = ['name', 'email', 'phone', 'position', 'groupId', 'roleId'] as const;
  return Object.fromEntries(
    names.filter((name) => written[name] !== base[name]).map((name) => [name, written[name]]),
  );
}

type FieldsProps = PersonWindowProps & { form: ReturnType<typeof usePersonForm>; disabled: boolean };

function Fields({ form, disabled, references, roles, person }: FieldsProps) {
  const { say } = useWords();
  const labels = useKitLabels();
  const { role: myRole, person: me } = useMe();
  const search = useMemo(() => references.searchGroups('managers'), [references]);
  const line = (field: 'name' | 'position' | 'phone' | 'email') => ({
    label: say(`person.${field}`),
    value: form.fields[field] ?? '',
    error: form.faults[field],
    disabled,
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) =>
      form.set({ [field]: event.currentTarget.value }),
  });
  return (
    <div className={styles.form}>
      <TextInput className={styles.wide} {...line('name')} data-autofocus />
      <TextInput className={styles.wide} {...line('position')} />
      <TextInput {...line('phone')} type="tel" />
      <TextInput
        {...line('email')}
        type="email"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={person ? undefined : say('person.emailText')}
      />
      <PickField
        label={say('field.groupId')}
        value={references.groupOption(form.fields.groupId)}
        search={search}
        labels={labels.pick}
        disabled={disabled || (person?.id === me.id && !myRole.keeper)}
        error={form.faults.groupId}
        onChange={([option]) => form.set({ groupId: option ? Number(option.value) : null })}
      />
      <Select
        label={say('person.role')}
        data={roles.map(({ id, name, keeper }) => ({
          value: String(id),
          label: name,
          disabled: keeper && !myRole.keeper,
        }))}
        value={String(form.fields.roleId)}
        allowDeselect={false}
        disabled={disabled}
        error={form.faults.roleId}
        onChange={(value) => value && form.set({ roleId: Number(value) })}
      />
    </div>
  );
}

function Foot({
  person,
  deeds,
  onInvited,
  onClose,
  onSave,
}: PersonWindowProps & { onSave: (() => void) | undefined }) {
  const { say } = useWords();
  const { person: me } = useMe();
  const mayInvite = useMay('people', 'add');
  const self = person?.id === me.id;
  const invite = async (known: Person) => {
    const made = await deeds.invite(known);
    if (made?.invitation) onInvited({ person: known, token: made.invitation });
  };
  const remove = async (known: Person) => {
    await deeds.remove(known);
    onClose();
  };
  return (
    <div className={styles.cardFoot}>
      {person && mayInvite && person.status !== 'blocked' && (
        <Button variant="light" onClick={() => invite(person)}>
          {say(person.status === 'active' ? 'person.newPassword' : 'person.invite')}
        </Button>
      )}
      {person?.can.change && !self && (
        <Button variant="subtle" color="gray" onClick={() => deeds.block(person)}>
          {say(person.status === 'blocked' ? 'person.unblock' : 'person.block')}
        </Button>
      )}
      {person?.can.delete && !self && (
        <Button variant="subtle" color="red" onClick={() => remove(person)}>
          {say('kit.delete')}
        </Button>
      )}
      {onSave && (
        <Button className={styles.push} onClick={onSave}>
          {say(person ? 'kit.save' : 'kit.add')}
        </Button>
      )}
    </div>
  );
}
