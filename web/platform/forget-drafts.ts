// What was written into the cards of this tab goes. Apart from how it is held: the first screen has no card.

/** Of the keys under which it is kept. */
export const draftPrefix = 'voronka.draft.';

/** All that was written into any card. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(draftPrefix)) sessionStorage.removeItem(key);
}
