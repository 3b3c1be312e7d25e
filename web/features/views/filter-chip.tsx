// One condition of the view as a chip; a click or a double click on it opens the directory it was picked from.
import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { Condition } from '../../../contract/kit/view.ts';
import { lateWithin } from '../../kit/late/late.tsx';
import { LatePopover } from '../../kit/late/late-popover.tsx';
import { useSay } from '../../platform/texts.tsx';
import { conditionTitle, conditionWords, type FilterField } from './filter-fields.ts';
import styles from './views.module.css';

const FilterEditor = lateWithin(() => import('./filter-editor.tsx').then((file) => file.FilterEditor));

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
  const title = conditionTitle(condition, field, say);
  const words = condition ? conditionWords(condition, field, say) : '…';
  return (
    <span className={styles.chip}>
      <LatePopover
        opened={opened}
        onChange={(open) => (open ? setOpened(true) : close())}
        position="bottom-start"
        width={320}
        label={field.title}
        target={
          <button
            type="button"
            className={styles.chipText}
            title={`${title}: ${words}`}
            onClick={() => setOpened(!opened)}
          >
            <span className={styles.chipField}>{title}:</span> {words}
          </button>
        }
      >
        <FilterEditor field={field} condition={condition} onChange={onChange} onDone={close} />
      </LatePopover>
      <CloseButton
        size={24}
        iconSize={14}
        aria-label={say('kit.remove', { label: field.title })}
        onClick={() => onChange(null)}
      />
    </span>
  );
}
