// Text in a field that says nothing to it (no date, no record of the list) is marked; a card that is saved goes there instead.

/** Attributes of an input whose text is `wrong`. */
export function unsettledMark(wrong: boolean) {
  return wrong ? { 'data-unsettled': true } : {};
}

/** Whether any text of the part says nothing to its field. */
export function isUnsettled(part: Element): boolean {
  return part.querySelector('[data-unsettled]') !== null;
}

/** Puts the cursor into the first such field of the window around `inside`; false where there is none. */
export function goToUnsettled(inside: Element | null): boolean {
  return goToUnsettledIn(inside?.closest('[role=dialog]'));
}

/** The same of a part of a window, or of a page. */
export function goToUnsettledIn(part: Element | null | undefined): boolean {
  const field = part?.querySelector<HTMLElement>('[data-unsettled]');
  field?.focus();
  return field != null;
}
