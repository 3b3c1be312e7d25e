// One condition of the view as a chip; a click or a double click on it opens the directory it was picked from.
import { Button, CloseButton, Popover, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Condition } from '../../../contract/kit/view.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useSay } from '../../platform/texts.tsx';
import { conditionWords, type FilterField, optionsOf } from './filter-fields.ts';
import styles from './views.module.css';

type Mode = 'in' | 'notIn' | 'empty' | 'filled';

type FilterChipProps = {
  field: FilterField;
  condition: Condition | undefined;
  onChange(condition: Condition | null): void;
  /** A new chip opens its picker at once. */
  initiallyOpen?: boolean;
  onClose?(): void;
};

export function FilterChip({ field, condition, onChange, initiallyOpen = false, onClose }: FilterChipProps) {
  const say = useSay();
  const [opened, setOpened] = useState(initiallyOpen);
  const close = () => {
    setOpened(false);
    onClose?.();
  };
  const words = condition ? conditionWords(condition, field, say) : '…';
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? setOpened(true) : close())}
      position="bottom-start"
      trapFocus
      returnFocus
      width={320}
      withinPortal
    >
      <span className={styles.chip}>
        <Popover.Target>
          <button
            type="button"
            className={styles.chipText}
            aria-expanded={opened}
            title={`${field.title}: ${words}`}
            onClick={() => setOpened(!opened)}
          >
            <span className={styles.chipField}>{field.title}:</span> {words}
          </button>
        </Popover.Target>
        <CloseButton
          size={24}
          iconSize={14}
          aria-label={say('kit.remove', { label: field.title })}
          onClick={() => onChange(null)}
        />
      </span>
      <Popover.Dropdown aria-label={field.title}>
        <FilterEditor field={field} condition={condition} onChange={onChange} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function modeOf(condition: Condition | undefined): Mode {
  const op = condition?.op;
  return op === 'notIn' || op === 'empty' || op === 'filled' ? op : 'in';
}

type EditorProps = Pick<FilterChipProps, 'field' | 'condition' | 'onChange'> & { onDone(): void };

function FilterEditor({ field, condition, onChange, onDone }: EditorProps) {
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
