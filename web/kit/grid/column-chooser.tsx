/** The list of all columns: which are shown, which are pinned, back to the first arrangement. */
import { ActionIcon, Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { lateWithin } from '../late/late.tsx';
import { LatePopover } from '../late/late-popover.tsx';
import { tip } from '../tip.ts';
import styles from './grid.module.css';
import type { GridColumn, GridLayout } from './grid-types.ts';
import { emptyLayout, isHidden, isPinned, orderColumns, setHidden, setPinned } from './layout.ts';

const ChooserRow = lateWithin(() => import('./chooser-row.tsx').then((file) => file.ChooserRow));

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
  const [opened, setOpened] = useState(false);
  const ordered = orderColumns(columns, layout);
  const shown = ordered.filter((column) => !isHidden(column, layout)).length;
  return (
    <LatePopover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      label={labels.columns}
      className={styles.chooser}
      target={
        <ActionIcon {...tip(labels.columns)} aria-label={labels.columns} onClick={() => setOpened(!opened)}>
          <IconColumns3 size={18} stroke={1.5} />
        </ActionIcon>
      }
    >
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
    </LatePopover>
  );
}
