/** The box of LatePopover: Mantine's popover around a button that stands already. */
import { Popover } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import type { LatePopoverProps } from './late-popover.tsx';
import { Standing, useOpenedAfterDrawn } from './standing.ts';

type PopoverBoxProps = Omit<LatePopoverProps, 'target'> & {
  id: string;
  anchor: RefObject<HTMLElement | null>;
};

export function PopoverBox({ anchor, id, nested = false, children, ...box }: PopoverBoxProps) {
  const opened = useOpenedAfterDrawn(box.opened);
  /** Esc closes it with the list inside of it; in the menu of something inside it is the menu's. */
  const onEscape = ({ key, target }: KeyboardEvent) => {
    if (key === 'Escape' && !(target as Element).closest('[role=menu]')) box.onChange(false);
  };
  return (
    <Popover
      id={id}
      opened={opened}
      onChange={box.onChange}
      position={box.position}
      {...(box.width === undefined ? {} : { width: box.width })}
      closeOnEscape={false}
      trapFocus
      returnFocus
      withinPortal={!nested}
    >
      <Popover.Target>
        <Standing anchor={anchor} />
      </Popover.Target>
      <Popover.Dropdown
        className={box.className ?? ''}
        aria-label={box.label}
        onKeyDown={box.onKeyDown}
        onKeyDownCapture={onEscape}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
