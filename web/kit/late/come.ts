// A part of the screens that is fetched when it is wanted may not come: the network is away, or the house was built anew since.

/** The part can be asked for again; where the house was built anew only the page itself can. */
export class NotComeError extends Error {}

/** The part that `load` brings. Throws NotComeError where it does not come. */
export async function come<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    throw new NotComeError('a part of the screens did not come', { cause });
  }
}
