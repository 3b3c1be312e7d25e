/** What ties a floating part of Mantine, which has come late, to the button that stood before it. */
import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useState } from 'react';

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
