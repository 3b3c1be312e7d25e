/** One column in the list of all columns: whether it is shown, whether it is pinned. */
import { ActionIcon, Checkbox } from '@mantine/core';
import { IconPin, IconPinned } from '@tabler/icons-react';
import type { ColumnChooserLabels } from './column-chooser.tsx';
import styles from './grid.module.css';

interface ChooserRowProps {
  title: string;
  shown: boolean;
  pinned: boolean;
  /** The last shown column cannot be hidden. */
  alone: boolean;
  labels: ColumnChooserLabels;
  onShow(show: boolean): void;
  onPin(pin: boolean): void;
}

export function ChooserRow({ title, shown, pinned, alone, labels, onShow, onPin }: ChooserRowProps) {
  const Pin = pinned ? IconPinned : IconPin;
  return (
    <div className={styles.chooserRow}>
      <Checkbox
        label={title}
        checked={shown}
        disabled={shown && alone}
        onChange={(event) => onShow(event.currentTarget.checked)}
      />
      <ActionIcon
        size={24}
        variant={pinned ? 'light' : 'subtle'}
        color={pinned ? 'ink' : 'gray'}
        aria-pressed={pinned}
        aria-label={pinned ? labels.unpin(title) : labels.pin(title)}
        onClick={() => onPin(!pinned)}
      >
        <Pin size={15} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}
