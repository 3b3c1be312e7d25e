// What live screens are told, and how they ask for it.

/** What happened to records of a kind; no ids where there are too many to name, or not all may be known. */
export type Said = { name: string; of: string; ids: number[] | null };

/** The name of "something happened, and nobody knows what": all is to be asked anew. */
export const missedEvents = 'house.missedEvents';
