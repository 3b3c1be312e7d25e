// The card of a role: its name and the matrix of rights, kinds of record by verbs.
import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Level, RightKind, Rights, Verb } from '../../../contract/kit/rights.ts';
import type { Role } from '../../../contract/people.ts';
import { CardWindow } from '../../kit/window/card-window.tsx';
import { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useWindowPlace } from '../../platform/layouts.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { type Use, UseList, usesIn } from '../../platform/uses.tsx';
import styles from './people.module.css';

type RoleWindowProps = {
  /** Null: a new one, with the rights of `like` at first. */
  role: Role | null;
  like: Role | undefined;
  onClose(): void;
};

export function RoleWindow({ role, like, onClose }: RoleWindowProps) {
  const { say } = useWords();
  const labels = useKitLabels();
  const [place, setPlace] = useWindowPlace('role');
  const form = useRoleForm(role, like, onClose);
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
        {role?.keeper && <p className={styles.lead}>{say('role.keeperFixed')}</p>}
        {form.uses.length > 0 && role && (
          <Alert color="red" variant="light" role="alert" title={say('role.inUse')}>
            <UseList uses={form.uses} value={String(role.id)} onLeave={onClose} />
          </Alert>
        )}
        <TextInput
          label={say('field.name')}
          value={form.name}
          error={form.faults.name}
          disabled={fixed}
          maxLength={100}
          data-autofocus
          onChange={(event) => form.setName(event.currentTarget.value)}
        />
        <Matrix rights={form.rights} disabled={fixed} onChange={form.setRights} />
      </div>
    </CardWindow>
  );
}

const noRights = {} as Rights;

function useRoleForm(role: Role | null, like: Role | undefined, onClose: () => void) {
  const words = useWords();
  const { say } = words;
  const act = useDo();
  const [name, setName] = useState(role?.name ?? '');
  const [rights, setRights] = useState<Rights>((role ?? like)?.rights ?? noRights);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [uses, setUses] = useState<Use[]>([]);
  const onRefused = (refusal: RefusedError['refusal']) => {
    const found = faultsByPath(words, new RefusedError(422, refusal));
    setFaults(found);
    setUses(usesIn(refusal));
    return Object.keys(found).length > 0 || refusal.code === 'record.inUse';
  };
  const save = async () => {
    const done = role
      ? await act(
          'people.changeRole',
          { id: role.id, version: role.version, set: { name, rights } },
          { text: say('role.changed', { name }), onRefused },
        )
      : await act('people.createRole', { name, rights }, { text: say('role.created', { name }), onRefused });
    if (done) onClose();
  };
  const remove = async () => {
    if (!role) return;
    const text = say('role.deleted', { name: role.name });
    if (await act('people.deleteRole', { id: role.id }, { text, onRefused })) onClose();
  };
  return {
    name,
    setName,
    rights,
    setRights,
    faults,
    uses,
    save: () => void save(),
    remove: () => void remove(),
  };
}

const kinds: RightKind[] = ['tasks', 'clients', 'directories', 'people', 'settings'];
const verbs: Verb[] = ['view', 'add', 'change', 'delete', 'export'];

/** Own and of the group are only what belongs to somebody. */
const levelsOf = (kind: RightKind): Level[] =>
  kind === 'tasks' || kind === 'clients' ? ['none', 'own', 'group', 'all'] : ['none', 'all'];

type MatrixProps = { rights: Rights; disabled: boolean; onChange(rights: Rights): void };

function Matrix({ rights, disabled, onChange }: MatrixProps) {
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
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{say(`role.kind.${kind}`)}</th>
            {verbs.map((verb) => (
              <td key={verb} data-label={say(`role.verb.${verb}`)}>
                <NativeSelect
                  size="xs"
                  aria-label={`${say(`role.kind.${kind}`)}: ${say(`role.verb.${verb}`)}`}
                  data={levelsOf(kind).map((level) => ({ value: level, label: say(`role.level.${level}`) }))}
                  value={rights[kind]?.[verb] ?? 'none'}
                  disabled={disabled}
                  data-level={rights[kind]?.[verb]}
                  onChange={(event) =>
                    onChange({
                      ...rights,
                      [kind]: { ...rights[kind], [verb]: event.currentTarget.value as Level },
                    })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
