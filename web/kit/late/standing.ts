/** What ties a floating part of Mantine, which has come late, to the button that stood before it. */
import {
  cloneElement,
  type ReactElement,
  type Ref,
  type RefObject,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/** Draws nothing: to the part it is the button. */
export function Standing({ anchor, ref }: { anchor: RefObject<HTMLElement | null>; ref?: Ref<HTMLElement> }) {
  useImperativeHandle(ref, () => anchor.current as HTMLElement, [anchor]);
  return null;
}

/** Mantine remembers where the focus was only of a part that it has seen closed: the first render is that, the next one before anything is painted. */
export function useOpenedAfterDrawn(opened: boolean): boolean {
  const [shown, setShown] = useState(false);
  useLayoutEffect(() => setShown(opened), [opened]);
  return shown;
}

/** The button, told that a box hangs on it, and what the box knows it by. */
export function useAnchor(
  target: ReactElement<{ id?: string }>,
  popup: 'dialog' | 'menu',
  opened: boolean,
  onClick?: () => void,
) {
  const anchor = useRef<HTMLElement>(null);
  const ownId = useId();
  const id = target.props.id ?? ownId;
  const told = {
    ref: anchor,
    id,
    'aria-haspopup': popup,
    'aria-expanded': opened,
    'aria-controls': opened ? `${id}-dropdown` : undefined,
    ...(onClick ? { onClick } : {}),
  };
  return { anchor, id, anchored: cloneElement(target, told as object) };
}

/** True from the first time on. */
export function useOnceTrue(now: boolean): boolean {
  const [was, setWas] = useState(now);
  if (now && !was) setWas(true);
  return was || now;
}
