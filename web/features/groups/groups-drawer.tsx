// The tree of groups on a phone: it comes from below.
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useSay } from '../../platform/texts.tsx';

export function GroupsDrawer({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const say = useSay();
  useReturnedFocus();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="70%"
      title={say('tree.name')}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      {children}
    </Drawer>
  );
}
