/** A button with a box that opens beside it. What the box is made of comes late; the button stands at once. */
import type { FloatingPosition } from '@mantine/core';
import {
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { late } from './late.tsx';

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
  const { opened } = box;
  const anchor = useRef<HTMLElement>(null);
  const ownId = useId();
  const id = target.props.id ?? ownId;
  const wanted = useOnceTrue(opened);
  return (
    <>
      {cloneElement(target, {
        ref: anchor,
        id,
        'aria-haspopup': 'dialog',
        'aria-expanded': opened,
        'aria-controls': opened ? `${id}-dropdown` : undefined,
      } as object)}
      {wanted && <PopoverBox {...box} id={id} anchor={anchor} />}
    </>
  );
}

/** True from the first time on. */
export function useOnceTrue(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return was || now;
}
