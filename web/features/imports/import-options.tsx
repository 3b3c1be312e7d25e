// What is done with what is there already, and with names that are not.
import { Checkbox, Select } from '@mantine/core';
import type { ImportKind, ImportOptions } from '../../../contract/imports.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { TextId } from '../../texts/ids.ts';
import styles from './imports.module.css';

type OptionsFormProps = {
  kind: ImportKind;
  options: Partial<ImportOptions>;
  onChange(options: Partial<ImportOptions>): void;
  references: References;
};

const choices = {
  existing: ['fill', 'overwrite', 'skip'],
  sameName: ['update', 'make', 'refuse'],
  unknownClient: ['refuse', 'without'],
  unknownManager: ['default', 'refuse'],
  dayOrder: ['auto', 'dayFirst', 'monthFirst'],
} as const;

const shownFor: Record<ImportKind, (keyof typeof choices)[]> = {
  clients: ['existing', 'sameName', 'unknownManager', 'dayOrder'],
  tasks: ['unknownClient', 'unknownManager', 'dayOrder'],
};

export function ImportOptionsForm({ kind, options, onChange, references }: OptionsFormProps) {
  const { say } = useWords();
  const labels = useKitLabels();
  const { person } = useMe();
  const managerId = options.managerId === undefined ? person.id : options.managerId;
  return (
    <div className={styles.options}>
      {shownFor[kind].map((name) => (
        <Select
          key={name}
          label={say(`import.option.${name}` as TextId)}
          data={choices[name].map((value) => ({
            value,
            label: say(`import.option.${name}.${value}` as TextId),
          }))}
          value={options[name] ?? choices[name][0]}
          allowDeselect={false}
          onChange={(value) => onChange({ ...options, [name]: value })}
        />
      ))}
      <PickField
        label={say('import.option.manager')}
        value={references.personOption(managerId)}
        search={references.searchPeople()}
        labels={labels.pick}
        onChange={([option]) => onChange({ ...options, managerId: option ? Number(option.value) : null })}
      />
      <Checkbox
        label={say('import.option.makeMissing')}
        checked={options.makeMissing ?? true}
        onChange={(event) => onChange({ ...options, makeMissing: event.currentTarget.checked })}
      />
    </div>
  );
}
