/** A button with a box that opens beside it. What the box is made of comes late; the button stands at once. */
import type { FloatingPosition } from '@mantine/core';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { late } from './late.tsx';
import { useAnchor, useOnceTrue } from './standing.ts';

const PopoverBox = late(() => import('./popover-box.tsx').then((file) => file.PopoverBox));

export interface LatePopoverProps {
  /** What it hangs on; whoever draws it opens the box by its click. */
  target: ReactElement<{ id?: string }>;
  opened: boolean;
  onChange(opened: boolean): void;
  /** Names the box. */
  label: string;
  children: ReactNode;
  position: FloatingPosition;
  width?: number;
  className?: string | undefined;
  /** Stands inside of another box: becomes a part of that, or a press on it would count as one outside. */
  nested?: boolean;
  onKeyDown?(event: KeyboardEvent): void;
}

export function LatePopover({ target, ...box }: LatePopoverProps) {
  const { anchored, ...place } = useAnchor(target, 'dialog', box.opened);
  const wanted = useOnceTrue(box.opened);
  return (
    <>
      {anchored}
      {wanted && <PopoverBox {...box} {...place} />}
    </>
  );
}
