// The card of a role: its name and the matrix of rights, kinds of record by verbs.
import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Level, type RightKind, rightKinds, verbs } from '../../../contract/kit/rights.ts';
import type { Role } from '../../../contract/people.ts';
import { CardWindow } from '../../kit/window/card-window.tsx';
import { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useHeldDraft } from '../../platform/held-draft.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { RestoredDraft, useLeave } from '../../platform/restored-draft.tsx';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { type Use, UseList, usesIn } from '../../platform/uses.tsx';
import styles from './people.module.css';
import { type Cell, cellsOf, fieldsOf, type RoleFields, rightsOf } from './role-draft.ts';

type RoleWindowProps = {
  /** Null: a new one, with the rights of `like` at first. */
  role: Role | null;
  like: Role | undefined;
  onClose(): void;
  onReopen(): void;
};

export function RoleWindow({ role, like, ...props }: RoleWindowProps) {
  const { say } = useWords();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('role');
  const card = `roles.${role?.id ?? 'new'}`;
  const leave = useLeave(card);
  const onClose = () => leave(props.onClose, props.onReopen);
  const form = useRoleForm({ role, like, card }, onClose);
  const { role: mine } = useMe();
  const fixed = !mine.keeper || role?.keeper === true;
  return (
    <CardWindow
      title={role?.name ?? say('role.new')}
      labels={labels.window}
      place={place}
      onPlaceChange={setPlace}
      onClose={onClose}
      onSave={fixed ? undefined : form.save}
      focusInside={role === null}
      size={{ width: 760, height: 440 }}
      footer={
        !fixed && (
          <div className={styles.cardFoot}>
            {role && (
              <Button variant="subtle" color="red" onClick={form.remove}>
                {say('kit.delete')}
              </Button>
            )}
            <Button className={styles.push} onClick={form.save}>
              {say(role ? 'kit.save' : 'kit.add')}
            </Button>
          </div>
        )
      }
    >
      <div className={styles.roleForm}>
        {form.restored && !fixed && <RestoredDraft onDiscard={form.discard} />}
        {role?.keeper && <p className={styles.lead}>{say('role.keeperFixed')}</p>}
        {form.uses.length > 0 && role && (
          <Alert color="red" variant="light" role="alert" title={say('role.inUse')}>
            <UseList uses={form.uses} value={String(role.id)} onLeave={onClose} />
          </Alert>
        )}
        <TextInput
          label={say('field.name')}
          value={form.fields.name}
          error={form.faults.name}
          disabled={fixed}
          maxLength={100}
          data-autofocus
          onChange={(event) => form.set({ name: event.currentTarget.value })}
        />
        <Matrix fields={form.fields} faults={form.faults} disabled={fixed} onChange={form.set} />
      </div>
    </CardWindow>
  );
}

const noRights = { name: '', rights: {} as Role['rights'] };

/** What is written lies over the role as it is: what a colleague changes meanwhile stays, and shows. */
function useRoleForm(
  { role, like, card }: Pick<RoleWindowProps, 'role' | 'like'> & { card: string },
  onClose: () => void,
) {
  const words = useWords();
  const { say } = words;
  const act = useDo();
  const [first] = useState(() => fieldsOf({ ...(like ?? noRights), name: '' }));
  const now = role ? fieldsOf(role) : first;
  const held = useHeldDraft<RoleFields, null>(card, now, null);
  const fields = held.draft;
  const written = held.changes;
  const [faults, setFaults] = useState<Partial<Record<string, string>>>({});
  const [uses, setUses] = useState<Use[]>([]);
  const onRefused = (refusal: RefusedError['refusal']) => {
    const found = faultsByPath(words, new RefusedError(422, refusal));
    setFaults(found);
    setUses(usesIn(refusal));
    return Object.keys(found).length > 0 || refusal.code === 'record.inUse';
  };
  /** Seen now: saved once more, one's own goes over it. */
  const showOthers = (others: (keyof RoleFields)[]) => {
    const shown = (field: keyof RoleFields) =>
      field === 'name' ? now.name : say(`role.level.${now[field]}`);
    setFaults(
      Object.fromEntries(others.map((field) => [field, say('fault.meanwhile', { value: shown(field) })])),
    );
    held.reset();
    held.set(written);
  };
  const done = () => {
    held.reset();
    onClose();
  };
  const change = async ({ id, version }: Role) => {
    if (Object.keys(written).length === 0) return onClose();
    const others = changedMeanwhile(held.base, now, written);
    if (others.length > 0) return showOthers(others);
    const set = { name: fields.name, rights: rightsOf(fields) };
    const text = say('role.changed', { name: fields.name });
    if (await act('people.changeRole', { id, version, set }, { text, onRefused })) done();
  };
  const create = async () => {
    const { name } = fields;
    const made = { name, rights: rightsOf(fields) };
    if (await act('people.createRole', made, { text: say('role.created', { name }), onRefused })) done();
  };
  const remove = async () => {
    if (!role) return;
    const text = say('role.deleted', { name: role.name });
    if (await act('people.deleteRole', { id: role.id }, { text, onRefused })) done();
  };
  return {
    fields,
    set: held.set,
    discard: held.reset,
    restored: held.restored,
    faults,
    uses,
    save: () => void (role ? change(role) : create()),
    remove: () => void remove(),
  };
}

/** Own and of the group are only what belongs to somebody. */
const levelsOf = (kind: RightKind): Level[] =>
  kind === 'tasks' || kind === 'clients' ? ['none', 'own', 'group', 'all'] : ['none', 'all'];

type MatrixProps = {
  fields: RoleFields;
  faults: Partial<Record<string, string>>;
  disabled: boolean;
  onChange(part: Partial<Record<Cell, Level>>): void;
};

function Matrix({ fields, faults, disabled, onChange }: MatrixProps) {
  const { say } = useWords();
  return (
    <table className={styles.matrix}>
      <thead>
        <tr>
          <th scope="col">{say('role.what')}</th>
          {verbs.map((verb) => (
            <th key={verb} scope="col">
              {say(`role.verb.${verb}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rightKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{say(`role.kind.${kind}`)}</th>
            {cellsOf(kind).map(({ verb, cell }) => (
              <td key={verb} data-label={say(`role.verb.${verb}`)}>
                <NativeSelect
                  size="xs"
                  aria-label={`${say(`role.kind.${kind}`)}: ${say(`role.verb.${verb}`)}`}
                  data={levelsOf(kind).map((level) => ({ value: level, label: say(`role.level.${level}`) }))}
                  value={fields[cell]}
                  error={faults[cell]}
                  disabled={disabled}
                  data-level={fields[cell]}
                  onChange={(event) => onChange({ [cell]: event.currentTarget.value as Level })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
