/** The menu of a row, where the mouse or the active cell is; its items come from the caller, who draws it only while it is open. */
import { Menu } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useReturnedFocus } from '../use-returned-focus.ts';

export interface RowMenuProps {
  /** Where on the screen. */
  at: { x: number; y: number };
  label: string;
  onClose(): void;
  children: ReactNode;
}

/** The key that opens the menu is still on its way to the document, and would close it. */
const closers = ['mousedown', 'touchstart'];

export function RowMenu({ at, label, onClose, children }: RowMenuProps) {
  const before = useRef(document.activeElement);
  useReturnedFocus();
  /** The grid has its focus back before an item acts, so that a window opened by it knows where to return. */
  const giveBack = () =>
    before.current instanceof HTMLElement && before.current.focus({ preventScroll: true });
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      clickOutsideEvents={closers}
      position="bottom-start"
      offset={2}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} onClickCapture={giveBack}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
