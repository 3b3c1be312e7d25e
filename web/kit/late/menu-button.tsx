/** A button with a menu. What the menu is made of comes late; the button stands at once. */
import type { FloatingPosition } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { late } from './late.tsx';
import { useAnchor, useOnceTrue } from './standing.ts';

const MenuBox = late(() => import('./menu-box.tsx').then((file) => file.MenuBox));

export type MenuEntry =
  | 'line'
  | { heading: string }
  | {
      text: string;
      onClick(): void;
      icon?: Icon;
      /** At the end of the line: a key. */
      end?: ReactNode;
      color?: 'red';
    };

interface MenuButtonProps {
  target: ReactElement<{ id?: string }>;
  entries: MenuEntry[];
  position: FloatingPosition;
  width?: number;
  /** Stands inside of another box: becomes a part of that, or a press on it would count as one outside. */
  nested?: boolean;
  zIndex?: number;
}

export function MenuButton({ target, ...menu }: MenuButtonProps) {
  const [opened, setOpened] = useState(false);
  const { anchored, ...place } = useAnchor(target, 'menu', opened, () => setOpened(!opened));
  const wanted = useOnceTrue(opened);
  return (
    <>
      {anchored}
      {wanted && <MenuBox {...menu} {...place} opened={opened} onChange={setOpened} />}
    </>
  );
}
