// What a condition of the view is made of: is or is not, empty or filled, and the values picked.
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Condition } from '../../../contract/kit/view.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useSay } from '../../platform/texts.tsx';
import { optionsOf, type PickedField } from './filter-fields.ts';
import styles from './views.module.css';

type Mode = 'in' | 'notIn' | 'empty' | 'filled';

function modeOf(condition: Condition | undefined): Mode {
  const op = condition?.op;
  return op === 'notIn' || op === 'empty' || op === 'filled' ? op : 'in';
}

type EditorProps = {
  field: PickedField;
  condition: Condition | undefined;
  onChange(condition: Condition | null): void;
  onDone(): void;
};

export function FilterEditor({ field, condition, onChange, onDone }: EditorProps) {
  const say = useSay();
  const labels = useKitLabels();
  const [mode, setMode] = useState<Mode>(modeOf(condition));
  const picked = optionsOf(condition, field);
  const apply = (next: Mode, values: string[]) => {
    setMode(next);
    if (next === 'empty' || next === 'filled') onChange({ field: field.field, op: next });
    else onChange(values.length > 0 ? { field: field.field, op: next, values } : null);
  };
  return (
    <div className={styles.editor}>
      <SegmentedControl
        fullWidth
        size="xs"
        value={mode}
        onChange={(next) =>
          apply(
            next as Mode,
            picked.map(({ value }) => value),
          )
        }
        data={[
          { value: 'in', label: say('view.modeIn') },
          { value: 'notIn', label: say('view.modeNotIn') },
          { value: 'empty', label: say('view.empty') },
          { value: 'filled', label: say('view.filled') },
        ]}
      />
      {(mode === 'in' || mode === 'notIn') && (
        <PickField
          nested
          label={field.title}
          hideLabel
          multiple
          value={picked}
          search={field.search}
          labels={labels.pick}
          placeholder={say('view.pick')}
          onChange={(options) =>
            apply(
              mode,
              options.map(({ value }) => value),
            )
          }
        />
      )}
      <Button size="compact-sm" variant="light" onClick={onDone}>
        {say('view.done')}
      </Button>
    </div>
  );
}
