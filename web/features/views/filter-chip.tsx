// One condition of the view as a chip; a click or a double click on it opens the directory it was picked from.
import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { Condition } from '../../../contract/kit/view.ts';
import { lateWithin } from '../../kit/late/late.tsx';
import { LatePopover } from '../../kit/late/late-popover.tsx';
import { useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';
import { conditionTitle, conditionWords, type FilterField } from './filter-fields.ts';
import styles from './views.module.css';

const FilterEditor = lateWithin(() => import('./filter-editor.tsx').then((file) => file.FilterEditor));
const WrittenEditor = lateWithin(() => import('./written-editor.tsx').then((file) => file.WrittenEditor));

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
  const { day } = useFormat();
  const title = conditionTitle(condition, field, say);
  const words = condition ? conditionWords(condition, field, say, day) : '…';
  const text = (
    <>
      <span className={styles.chipField}>{title}:</span> {words}
    </>
  );
  const editing = { condition, onChange, onDone: close };
  return (
    <span className={styles.chip}>
      {'by' in field && field.by === 'given' ? (
        <span className={styles.chipText} title={`${title}: ${words}`}>
          {text}
        </span>
      ) : (
        <LatePopover
          opened={opened}
          onChange={(open) => (open ? setOpened(true) : close())}
          position="bottom-start"
          width={'by' in field ? 350 : 320}
          label={field.title}
          target={
            <button
              type="button"
              className={styles.chipText}
              title={`${title}: ${words}`}
              onClick={({ detail }) => setOpened(detail > 1 || !opened)}
            >
              {text}
            </button>
          }
        >
          {'by' in field ? (
            <WrittenEditor field={field} {...editing} />
          ) : (
            <FilterEditor field={field} {...editing} />
          )}
        </LatePopover>
      )}
      <CloseButton
        size={24}
        iconSize={14}
        aria-label={say('kit.remove', { label: field.title })}
        onClick={() => onChange(null)}
      />
    </span>
  );
}
