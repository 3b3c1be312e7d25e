// What this person went to last, newest first. Only ids are kept in the browser: names come from the server, with their rights.

const atMost = 12;
const keyOf = (personId: number) => `voronka.recent.${personId}`;

/** Ids of entries of the palette: `clients.12`, `place.calendar`. */
export function readRecent(personId: number): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function noteRecent(personId: number, id: string): void {
  const next = [id, ...readRecent(personId).filter((each) => each !== id)].slice(0, atMost);
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify(next));
  } catch {
    // A browser that keeps nothing: the palette begins with the places.
  }
}
