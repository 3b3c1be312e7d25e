// The cards that stand over the list, as the address names them, each in the frame of its window.
import {
  type ComponentType,
  Suspense,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { lateWithin } from '../kit/late/late.tsx';
import { settled } from '../kit/window/arrange.ts';
import type { WindowPlace } from '../kit/window/place.ts';
import { useScreen } from '../kit/window/use-place.ts';
import { type WindowFrame, WindowFrameContext } from '../kit/window/window-frame.ts';
import { type CardKind, cardKey, cardText, type OpenCard, readCards, useCards } from '../platform/cards.ts';
import { type Desk, deskStore, type Held, heldOf } from '../platform/desk.ts';
import { type KeptDesk, placesOf, useKeptDesk } from '../platform/kept-desk.ts';
import { noteRecent } from '../platform/recent.ts';
import { useMe } from '../platform/session.tsx';
import { focusAfter } from '../platform/show-window.ts';
import { useSay } from '../platform/texts.tsx';
import { useOnPhone, useVisibleWindows } from '../platform/visible-windows.ts';
import { CardOrWord } from './card-or-word.tsx';
import { barHeight, windowArea } from './windows.ts';

const windows: Record<CardKind, ComponentType<{ card: OpenCard }>> = {
  tasks: lateWithin(() => import('../pages/task-card.tsx').then((file) => file.TaskCard)),
  days: lateWithin(() => import('../pages/days-card.tsx').then((file) => file.DaysCard)),
  clients: lateWithin(() => import('../pages/client-card.tsx').then((file) => file.ClientCard)),
};

export function OpenCards() {
  const { cards } = useCards();
  const { person } = useMe();
  const desk = useDesk(cards);
  const placeOf = usePlaces(desk);
  const top = cards.at(-1);
  const gone = top && top.kind !== 'days' && top.id !== null ? cardKey(top) : undefined;
  useEffect(() => {
    if (gone) noteRecent(person.id, gone);
  }, [gone, person.id]);
  // A window is drawn once it has its place among the others.
  return cards
    .filter((card) => desk.order.includes(cardKey(card)))
    .map((card) => {
      const Card = windows[card.kind];
      return (
        <Framed key={cardKey(card)} id={cardKey(card)} place={placeOf.get(cardKey(card)) ?? null}>
          {/* Its own: while one kind of card comes for the first time, the others stay, and with them the focus. */}
          <CardOrWord card={card}>
            <Suspense fallback={null}>
              <Card card={card} />
            </Suspense>
          </CardOrWord>
        </Framed>
      );
    });
}

/** Where each that has a place stands on this screen, which may be smaller than the one it was put on. */
function usePlaces({ named, held }: Desk): Map<string, WindowPlace> {
  const { width, height } = useScreen(barHeight);
  return useMemo(() => {
    const put = named.flatMap((id) => (held[id]?.place ? [{ id, place: held[id].place }] : []));
    const places = settled(
      put.map(({ place }) => place),
      { width, height },
    );
    return new Map(put.map(({ id }, at) => [id, places[at] as WindowPlace]));
  }, [named, held, width, height]);
}

/** Longer ones are first values of a new card, not a place to come back to. */
const keptLength = 60; // letters

/** The desk follows the address; the server keeps what is opened and closed on it, and gives it back to who has just come in. */
function useDesk(cards: OpenCard[]): Desk {
  const { asksForLast, showAll } = useCards();
  const [kept, tell] = useKeptDesk();
  const desk = useSyncExternalStore(deskStore.subscribe, deskStore.read);
  const ids = cards.map(cardKey).join(',');
  const answered = useRef(false);
  useEffect(() => {
    if (!asksForLast) answered.current = false;
    if (!asksForLast || !kept || answered.current) return;
    // The address changes only some renders later: it must not be asked to again on each of them.
    answered.current = true;
    const last = readCards(kept.cards.join(','));
    const ids = last.map(cardKey);
    deskStore.follow(ids, Object.fromEntries(ids.map((id) => [id, heldIn(kept, id)])));
    showAll(last);
  }, [asksForLast, kept, showAll]);
  useLayoutEffect(() => {
    if (!asksForLast) deskStore.follow(ids ? ids.split(',') : []);
  }, [asksForLast, ids]);
  const now = JSON.stringify(asKept(cards, desk));
  useEffect(() => {
    if (!asksForLast) tell(JSON.parse(now));
  }, [asksForLast, now, tell]);
  return desk;
}

function heldIn({ minimised, maximised, places }: KeptDesk, id: string): Held {
  const state = maximised.includes(id) ? 'maximised' : 'normal';
  return { state: minimised.includes(id) ? 'minimised' : state, place: places[id] ?? null };
}

/** From the back to the front. */
function asKept(cards: OpenCard[], desk: Desk): KeptDesk {
  const worth = desk.order.flatMap((id) =>
    cards.filter((card) => cardKey(card) === id && card.id !== null && cardText(card).length <= keptLength),
  );
  const ids = worth.map(cardKey);
  const inState = (state: string) => ids.filter((id) => heldOf(desk, id).state === state);
  return {
    cards: worth.map(cardText),
    minimised: inState('minimised'),
    maximised: inState('maximised'),
    places: placesOf(ids, (id) => heldOf(desk, id).place),
  };
}

type FramedProps = { id: string; place: WindowPlace | null; children: React.ReactNode };

function Framed({ id, place, children }: FramedProps) {
  const say = useSay();
  const desk = useSyncExternalStore(deskStore.subscribe, deskStore.read);
  const held = heldOf(desk, id);
  const depth = desk.order.indexOf(id);
  const onPhone = useOnPhone();
  const visible = useVisibleWindows();
  const isFront = visible.at(-1) === id;
  const isAmongOthers = onPhone && visible.length > 1;
  const frame = useMemo(
    (): WindowFrame => ({
      id,
      state: !onPhone ? held.state : isFront ? 'normal' : 'minimised',
      place,
      depth,
      isFront,
      area: windowArea,
      below: barHeight,
      onPlace: (place) => deskStore.set(id, { place }),
      onOpened: (usual, screen) => deskStore.opened(id, usual, screen),
      onState: (state) => {
        deskStore.set(id, { state });
        focusAfter(id);
      },
      onTitle: (title) => deskStore.title(id, title),
      onFront: () => deskStore.front(id),
      onAside: isAmongOthers ? deskStore.setAside : undefined,
      labels: {
        minimise: say('window.minimise'),
        maximise: say('window.maximise'),
        restore: say('window.restore'),
        aside: say('window.aside'),
      },
    }),
    [held, place, id, depth, isFront, onPhone, isAmongOthers, say],
  );
  return <WindowFrameContext value={frame}>{children}</WindowFrameContext>;
}
