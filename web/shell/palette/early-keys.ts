// What is typed between Ctrl+K and the moment that the palette is there: it is the palette's, not the screen's below.
let typed: string | null = null;
let until = 0;
/** A palette that is not there by then does not come: the screen gets its keys back; milliseconds. */
const patience = 5000;

/** From now on keys wait for the palette. */
export function gatherKeys(): void {
  if (typed === null) window.addEventListener('keydown', gather, true);
  typed = '';
  until = Date.now() + patience;
}

/** Gives what was typed; keys go their own way again. */
export function takeKeys(): string {
  window.removeEventListener('keydown', gather, true);
  const taken = typed ?? '';
  typed = null;
  return taken;
}

function gather(event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (Date.now() > until || key === 'Escape') takeKeys();
  if (typed === null || ctrlKey || altKey || metaKey) return;
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if (key.length === 1) typed += key;
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
