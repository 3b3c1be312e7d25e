/** A button with a menu. What the menu is made of comes late; the button stands at once. */
import type { FloatingPosition } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { cloneElement, type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { late } from './late.tsx';
import { useOnceTrue } from './late-popover.tsx';

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
  const anchor = useRef<HTMLElement>(null);
  const ownId = useId();
  const id = target.props.id ?? ownId;
  const wanted = useOnceTrue(opened);
  return (
    <>
      {cloneElement(target, {
        ref: anchor,
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': opened,
        'aria-controls': opened ? `${id}-dropdown` : undefined,
        onClick: () => setOpened(!opened),
      } as object)}
      {wanted && <MenuBox {...menu} id={id} anchor={anchor} opened={opened} onChange={setOpened} />}
    </>
  );
}
