/** A button that asks for one of many: its box holds a PickField, and closes once something is picked. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { lateWithin } from '../late/late.tsx';
import { LatePopover } from '../late/late-popover.tsx';
import type { PickLabels } from './pick-field.tsx';
import type { PickSearch } from './use-pick-options.ts';

const PickField = lateWithin(() => import('./pick-field.tsx').then((file) => file.PickField));

interface PickButtonProps {
  label: string;
  icon?: ReactNode;
  /** Keep its identity between renders, or it will be asked again. */
  search: PickSearch;
  labels: PickLabels;
  onPick(id: number, name: string): void;
}

export function PickButton({ label, icon, search, labels, onPick }: PickButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <LatePopover
      opened={opened}
      onChange={setOpened}
      position="top-start"
      width={280}
      label={label}
      target={
        <Button size="compact-sm" variant="light" leftSection={icon} onClick={() => setOpened(!opened)}>
          {label}
        </Button>
      }
    >
      <PickField
        nested
        upward
        label={label}
        value={[]}
        search={search}
        labels={labels}
        onChange={([option]) => {
          setOpened(false);
          if (option) onPick(Number(option.value), option.label);
        }}
      />
    </LatePopover>
  );
}
