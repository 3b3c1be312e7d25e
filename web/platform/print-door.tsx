// The way to paper: a page of its own in another tab.
import { ActionIcon } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { tip } from '../kit/tip.ts';
import { useSay } from './texts.tsx';

export function PrintDoor({ address }: { address: string }) {
  const say = useSay();
  return (
    <ActionIcon
      {...tip(say('task.print'))}
      variant="subtle"
      color="gray"
      aria-label={say('task.print')}
      component="a"
      href={address}
      target="_blank"
    >
      <IconPrinter size={18} stroke={1.5} />
    </ActionIcon>
  );
}
