// The list that lies beneath the cards: from a card one goes to the next record of it, and back.
import { useEffect, useRef } from 'react';
import { type CardKind, cardKey, type OpenCard, useCards } from './cards.ts';
import { showWindow } from './show-window.ts';

type Rows = {
  total: number | undefined;
  rowAt(index: number): { id: number } | undefined;
  want(first: number, last: number): void;
};

/** By kind, in the order in which they were opened. */
const lists = new Map<CardKind, { current: Rows }[]>();

/** As long as the list is shown, cards of its kind step through it. */
export function useBeneath(kind: CardKind, rows: Rows): void {
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useEffect(() => {
    lists.set(kind, [...(lists.get(kind) ?? []), latest]);
    return () => {
      lists.set(kind, lists.get(kind)?.filter((each) => each !== latest) ?? []);
    };
  }, [kind]);
}

/** The record beside this one, in the last list that holds it; undefined at the end, and as long as it is not there. */
function besideOf({ kind, id }: OpenCard, by: 1 | -1): number | undefined {
  for (const { current: rows } of lists.get(kind)?.toReversed() ?? [])
    for (let at = 0; at < (rows.total ?? 0); at++) {
      if (rows.rowAt(at)?.id !== id) continue;
      const beside = rows.rowAt(at + by);
      if (!beside && at + by >= 0) rows.want(at + by, at + by);
      return beside?.id;
    }
  return undefined;
}

/** Frames that a record may take to come; what the card left has the focus meanwhile. */
const patience = 180;

function bringToFront(key: string, frames = patience): void {
  if (document.querySelector(`[data-window="${key}"]`)) showWindow(key);
  else if (frames > 0) requestAnimationFrame(() => bringToFront(key, frames - 1));
}

/** How one gets to the record beside; undefined where there is none. */
export type StepTo = (by: 1 | -1) => (() => void) | undefined;

/** Puts the record beside this one in its place; where that has a card already it comes to the front. */
export function useStep(card: OpenCard): StepTo {
  const { cards, exchange, open } = useCards();
  return (by) => {
    const id = card.id === null ? undefined : besideOf(card, by);
    if (id === undefined) return undefined;
    const isOpen = cards.some((each) => each.kind === card.kind && each.id === id);
    return () => {
      if (isOpen) return void open(card.kind, id);
      void exchange(card, id, card.given);
      bringToFront(cardKey({ ...card, id }));
    };
  };
}
