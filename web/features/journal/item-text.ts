// One of several in a field, as people read it.

type Item = { shown?: string; value?: string; name?: string; note?: string };

/** A phone or an e-mail of a card is kept with its note, a client that was taken in with its number. */
export function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { shown, value, name, note } = item as Item;
  const text = shown ?? value ?? name ?? '';
  return note ? `${text} (${note})` : text;
}
