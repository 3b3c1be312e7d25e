// The way to paper: a page of its own in another tab. The palette knows it too.
import { ActionIcon } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { tip } from '../kit/tip.ts';
import { useAction } from './actions.ts';
import { useSay } from './texts.tsx';

/** `what`: the name of what is printed, where it is not the screen itself. */
export function PrintDoor({ address, what }: { address: string; what?: string }) {
  const say = useSay();
  const text = what === undefined ? say('task.print') : `${say('task.print')}: ${what}`;
  useAction({ id: `print ${what ?? ''}`, text, run: () => window.open(address) });
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
