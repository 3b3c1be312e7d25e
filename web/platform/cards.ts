// Open cards stand in the address: `card=clients.12,tasks.5`, the last on top, so that Back closes and a link opens.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { deskStore } from './desk.ts';
import { showWindow } from './show-window.ts';

/** `days`: the tasks of one manager on some days; its id is the manager's, 0: nobody's. */
export type CardKind = 'tasks' | 'clients' | 'days';
/** `id` null: a new one; `given` are its first values, as text. */
export type OpenCard = { kind: CardKind; id: number | null; given: string };

/** In the address of somebody who just came in: the cards that were open when they left, on whatever computer. */
export const lastCards = 'last';

const form = /^(tasks|clients|days)\.(\d{1,15}|new)(?:~(.*))?$/;

export function readCards(text: string | undefined): OpenCard[] {
  return (text ?? '').split(',').flatMap((part) => {
    const match = form.exec(part);
    return match
      ? [
          {
            kind: match[1] as CardKind,
            id: match[2] === 'new' ? null : Number(match[2]),
            given: match[3] ?? '',
          },
        ]
      : [];
  });
}

/** Names the card among all: a record has one, and so has a new one of each kind. */
export const cardKey = ({ kind, id }: OpenCard) => `${kind}.${id ?? 'new'}`;

export function cardText({ kind, id, given }: OpenCard): string {
  return `${kind}.${id ?? 'new'}${given ? `~${given}` : ''}`;
}

const isSame = (one: OpenCard, other: OpenCard) => cardKey(one) === cardKey(other);

/** The search part of another place's address: the windows stay open over it. */
export function withCards({ card }: { card?: string }): { card?: string } {
  return card ? { card } : {};
}

/** The open cards, and how to open, exchange and close them. */
export function useCards() {
  const search = useSearch({ strict: false }) as { card?: string };
  const navigate = useNavigate();
  const cards = readCards(search.card);
  const show = useCallback(
    (change: (cards: OpenCard[]) => OpenCard[], replace = false) =>
      navigate({
        to: '.',
        replace,
        search: ((before: Record<string, string>) => {
          const next = change(readCards(before.card)).map(cardText).join(',');
          const { card: _, ...rest } = before;
          return next ? { ...rest, card: next } : rest;
        }) as never,
      }),
    [navigate],
  );
  const open = useCallback(
    (kind: CardKind, id: number | null, given = '') => {
      const card = { kind, id, given };
      // It may be open behind others, in the bar, or waiting on a phone.
      if (deskStore.read().order.includes(cardKey(card))) showWindow(cardKey(card));
      return show((all) => [...all.filter((each) => !isSame(each, card)), card]);
    },
    [show],
  );
  const close = useCallback(
    (card: OpenCard) => show((all) => all.filter((each) => !isSame(each, card))),
    [show],
  );
  /** A new card that has been saved becomes the card of its record. */
  const exchange = useCallback(
    (card: OpenCard, id: number, given = '') =>
      show((all) => all.map((each) => (isSame(each, card) ? { ...card, id, given } : each)), true),
    [show],
  );
  const closeAll = useCallback(() => show(() => []), [show]);
  /** Puts cards in the place of a word in the address that stood for them. */
  const showAll = useCallback((all: OpenCard[]) => show(() => all, true), [show]);
  return { cards, open, close, exchange, closeAll, showAll, asksForLast: search.card === lastCards };
}
