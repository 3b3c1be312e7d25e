// The windows of the open cards: which is in front, which are minimised or maximised, where each was put. Kept for this tab, so that a reload changes nothing; for other computers kept-desk.ts keeps it.
import { freePlace } from '../kit/window/arrange.ts';
import type { Screen, WindowPlace } from '../kit/window/place.ts';
import type { WindowState } from '../kit/window/window-frame.ts';

/** `aside`: on this phone it waits until it is opened again; the desk for computers knows nothing of it. */
export type Held = { state: WindowState; place: WindowPlace | null; aside?: boolean };
/** `named`: as the address names them; `order` from the back to the front. */
export type Desk = {
  named: string[];
  order: string[];
  held: Record<string, Held>;
  titles: Record<string, string>;
};

const storeKey = 'voronka.desk';

let desk: Desk = readStored();
/** Until an address has been followed, what is known is of the page that stood here before. */
let isFollowing = false;
const listeners = new Set<() => void>();

function readStored(): Desk {
  const empty = { named: [], order: [], held: {}, titles: {} };
  try {
    return { ...empty, ...JSON.parse(sessionStorage.getItem(storeKey) ?? '{}'), titles: {} };
  } catch {
    return empty;
  }
}

function change(part: Partial<Desk>): void {
  desk = { ...desk, ...part };
  try {
    const { named, order, held } = desk;
    sessionStorage.setItem(storeKey, JSON.stringify({ named, order, held }));
  } catch {
    // A browser that keeps nothing: after a reload the windows stand where their kinds do.
  }
  for (const listener of listeners) listener();
}

const fresh: Held = { state: 'normal', place: null };
export const heldOf = ({ held }: Desk, id: string): Held => held[id] ?? fresh;

export const deskStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): Desk => desk,
  /** Makes the desk know exactly these: new ones come to the front, gone ones are forgotten. A link says itself what is in front. */
  follow(ids: string[], kept: Record<string, Held> = {}): void {
    const known = isFollowing ? desk.order : [];
    isFollowing = true;
    if (isSame(ids, desk.named)) return;
    const order = [...known.filter((id) => ids.includes(id)), ...ids.filter((id) => !known.includes(id))];
    const held: Desk['held'] = {};
    for (const id of order)
      held[id] = (known.includes(id) && desk.held[id]) ||
        kept[id] || { ...fresh, place: heldOf(desk, id).place };
    change({ named: ids, order, held });
  },
  /** All wait, so that a phone shows what lies beneath. */
  setAside(): void {
    const held = desk.order.map((id): [string, Held] => [id, { ...heldOf(desk, id), aside: true }]);
    change({ held: Object.fromEntries(held) });
  },
  front(id: string): void {
    if (desk.order.at(-1) !== id) change({ order: [...desk.order.filter((each) => each !== id), id] });
  },
  set(id: string, part: Partial<Held>): void {
    change({ held: { ...desk.held, [id]: { ...heldOf(desk, id), ...part } } });
  },
  /** Gives a new window a place beside those that stand where it would. */
  opened(id: string, usual: WindowPlace, screen: Screen): void {
    const taken = desk.order.flatMap((other) => (other === id ? [] : (heldOf(desk, other).place ?? [])));
    const before = desk.order
      .slice(0, desk.order.indexOf(id))
      .filter((other) => isWaiting(other, kindOf(id)));
    deskStore.set(id, { place: freePlace(usual, { taken, before: before.length }, screen) });
  },
  title(id: string, title: string): void {
    if (desk.titles[id] !== title) change({ titles: { ...desk.titles, [id]: title } });
  },
  arrange(places: Record<string, WindowPlace>): void {
    const moved = Object.entries(places).map(([id, place]): [string, Held] => [
      id,
      { state: 'normal', place },
    ]);
    change({ held: { ...desk.held, ...Object.fromEntries(moved) } });
  },
};

const kindOf = (id: string) => id.slice(0, id.indexOf('.'));

/** One of that kind which is still to be drawn. */
function isWaiting(id: string, kind: string): boolean {
  return kindOf(id) === kind && heldOf(desk, id).place === null;
}

function isSame(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((id, at) => id === others[at]);
}

/** Those that can be seen, from the back to the front; a phone shows only the last. */
export function visibleOn(on: Desk, onPhone = false): string[] {
  const isShown = ({ state, aside }: Held) => state !== 'minimised' && !(onPhone && aside);
  return on.order.filter((id) => isShown(heldOf(on, id)));
}
