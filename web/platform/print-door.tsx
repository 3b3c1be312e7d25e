// The way to paper: a page of its own in another tab.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useSay } from './texts.tsx';

export function PrintDoor({ address }: { address: string }) {
  const say = useSay();
  return (
    <Tooltip label={say('task.print')}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={say('task.print')}
        component="a"
        href={address}
        target="_blank"
      >
        <IconPrinter size={18} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}
