/** The list of all columns: which are shown, which are pinned, back to the first arrangement. */
import { ActionIcon, Button, Checkbox, Popover, Tooltip } from '@mantine/core';
import { IconColumns3, IconPin, IconPinned } from '@tabler/icons-react';
import styles from './grid.module.css';
import type { GridColumn, GridLayout } from './grid-types.ts';
import { emptyLayout, isHidden, isPinned, orderColumns, setHidden, setPinned } from './layout.ts';

export interface ColumnChooserLabels {
  columns: string;
  pin(title: string): string;
  unpin(title: string): string;
  resetLayout: string;
}

interface ColumnChooserProps {
  columns: Pick<GridColumn<never>, 'id' | 'title' | 'width' | 'minWidth' | 'pinned' | 'hidden'>[];
  layout: GridLayout;
  onLayoutChange(layout: GridLayout): void;
  labels: ColumnChooserLabels;
}

export function ColumnChooser({ columns, layout, onLayoutChange, labels }: ColumnChooserProps) {
  const ordered = orderColumns(columns, layout);
  const shown = ordered.filter((column) => !isHidden(column, layout)).length;
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={labels.columns}>
          <ActionIcon aria-label={labels.columns}>
            <IconColumns3 size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={styles.chooser} aria-label={labels.columns}>
        {ordered.map((column) => (
          <ChooserRow
            key={column.id}
            title={column.title}
            shown={!isHidden(column, layout)}
            pinned={isPinned(column, layout)}
            alone={shown === 1}
            labels={labels}
            onShow={(show) => onLayoutChange(setHidden(layout, column.id, !show))}
            onPin={(pin) => onLayoutChange(setPinned(layout, column.id, pin))}
          />
        ))}
        <Button variant="subtle" color="gray" fullWidth onClick={() => onLayoutChange(emptyLayout)}>
          {labels.resetLayout}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

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

function ChooserRow({ title, shown, pinned, alone, labels, onShow, onPin }: ChooserRowProps) {
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
