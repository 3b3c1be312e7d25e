/**
 * Keeps the focus of the keyboard inside of a part whose focused element is taken away or closed: a button that goes with what it
 * stood for, a field that may not be written any more. The part itself has it then, and hears the next key.
 */
export function keepFocus(part: HTMLElement): () => void {
  let last: Element | null = null;
  const note = ({ target }: FocusEvent) => {
    last = target as Element;
  };
  const forget = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if (last === target && canHold(target as Element)) last = null;
    });
  const look = () => {
    if (last === null || canHold(last) || isElsewhere(last)) return;
    last = null;
    part.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(look);
  observer.observe(part, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  part.addEventListener('focusin', note);
  part.addEventListener('focusout', forget);
  return () => {
    observer.disconnect();
    part.removeEventListener('focusin', note);
    part.removeEventListener('focusout', forget);
  };
}

const canHold = (element: Element) => element.isConnected && !element.matches(':disabled');

function isElsewhere(last: Element): boolean {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && activeElement !== last;
}

/** What the part is given in JSX. */
export const keptFocus = {
  ref: (part: HTMLElement | null) => (part ? keepFocus(part) : undefined),
  tabIndex: -1,
};
