// The windows a person has open, kept on the server for their other computers. A tab adds what is opened in it and takes away what is
// closed in it; what others keep it leaves alone.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef } from 'react';
import type { Layout } from '../../contract/views.ts';
import type { WindowPlace } from '../kit/window/place.ts';
import { ask, call } from './api.ts';
import { cardKey, readCards } from './cards.ts';
import { keptPlace, placeKept } from './layouts.ts';
import { queryFor, useAsk } from './queries.ts';

/** `cards` as the address names them, from the back to the front; the rest by their keys. */
export type KeptDesk = {
  cards: string[];
  minimised: string[];
  maximised: string[];
  places: Record<string, WindowPlace>;
};

export const noWindows: KeptDesk = { cards: [], minimised: [], maximised: [], places: {} };
/** The latest: tabs that are just closed leave theirs behind, and nobody wants last week's on the screen of today. */
const keptAtMost = 12;

/** What is kept, undefined until it is known, and how to tell of each desk of this tab. */
export function useKeptDesk(): [KeptDesk | undefined, (desk: KeptDesk) => void] {
  const client = useQueryClient();
  const { data } = useAsk('views.layouts', {});
  const kept = data?.layouts.desk;
  const isKnown = data !== undefined;
  const wanted = useRef(noWindows);
  const told = useRef(noWindows);
  const isBusy = useRef(false);
  const tell = useCallback(
    async (desk: KeptDesk) => {
      wanted.current = desk;
      if (isBusy.current) return;
      isBusy.current = true;
      try {
        while (!isSame(told.current, wanted.current)) {
          const now = wanted.current;
          // Another tab or computer may have kept something since.
          const there = deskOf((await ask('views.layouts', {})).layouts.desk);
          const next = merged(there, { before: told.current, now });
          const layout = layoutOf(next);
          if (!isSame(there, next))
            await call('views.keepLayout', { of: 'desk', layout }, { keepalive: true });
          told.current = now;
          client.setQueryData(
            queryFor('views.layouts', {}).queryKey,
            (old) => old && { layouts: { ...old.layouts, desk: layout } },
          );
        }
      } catch {
        // Told again with the next window that is opened or closed.
      } finally {
        isBusy.current = false;
      }
    },
    [client],
  );
  const known = useMemo(() => (isKnown ? deskOf(kept) : undefined), [isKnown, kept]);
  return [known, tell];
}

const isSame = (one: KeptDesk, other: KeptDesk) => JSON.stringify(one) === JSON.stringify(other);
const keyOf = (text: string) => readCards(text).map(cardKey)[0] ?? text;

/** Pure: what is kept once a tab has gone from one desk to the next. */
export function merged(there: KeptDesk, { before, now }: { before: KeptDesk; now: KeptDesk }): KeptDesk {
  const own = new Set([...before.cards, ...now.cards].map(keyOf));
  const others = (of: string[]) => of.filter((text) => !own.has(keyOf(text)));
  const cards = [...others(there.cards), ...now.cards].slice(-keptAtMost);
  // A phone gives windows no place: they keep that of the computer.
  const places = { ...there.places, ...now.places };
  return {
    cards,
    minimised: [...others(there.minimised), ...now.minimised],
    maximised: [...others(there.maximised), ...now.maximised],
    places: placesOf(cards.map(keyOf), (key) => places[key]),
  };
}

function layoutOf({ cards, minimised, maximised, places }: KeptDesk): Layout {
  const widths = Object.entries(places).map(([key, place]) => keptPlace(place, `${key}.`));
  return {
    order: cards,
    widths: Object.assign({}, ...widths),
    hidden: flags(minimised),
    pinned: flags(maximised),
  };
}

function deskOf(kept: Layout | undefined): KeptDesk {
  const named = (of: Record<string, boolean> | undefined) => Object.keys(of ?? {});
  const cards = kept?.order ?? [];
  return {
    cards,
    minimised: named(kept?.hidden),
    maximised: named(kept?.pinned),
    places: placesOf(cards.map(keyOf), (key) => placeKept(kept?.widths ?? {}, `${key}.`)),
  };
}

/** Of those windows that have one. */
export function placesOf(
  keys: string[],
  placeOf: (key: string) => WindowPlace | null | undefined,
): KeptDesk['places'] {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const place = placeOf(key);
      return place ? [[key, place]] : [];
    }),
  );
}

function flags(names: string[]): Record<string, boolean> {
  return Object.fromEntries(names.map((name) => [name, true]));
}
