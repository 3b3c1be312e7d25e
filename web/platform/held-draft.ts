// What a person writes into a card, held against the record as it was when they began: a live refresh shows others' changes
// in the fields that were not touched, and never makes one's own words look as if they had seen them. Until it is saved it is
// kept for this tab of the browser: going back or reloading loses no word, and a card that is closed says how to have them again.
import { useEffect, useState } from 'react';

type Held<Draft, Seen> = { changes: Partial<Draft>; base: Draft; seen: Seen };

const keyOf = (card: string) => `voronka.draft.${card}`;

function kept<Draft, Seen>(card: string): Held<Draft, Seen> | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(card)) ?? 'null');
  } catch {
    return null;
  }
}

function keep(card: string, held: object | null): void {
  try {
    if (held) sessionStorage.setItem(keyOf(card), JSON.stringify(held));
    else sessionStorage.removeItem(keyOf(card));
  } catch {
    // A text larger than the browser keeps: it is in the card all the same.
  }
}

/** Takes what was written into a card out of its keeping. */
export function takeDraft(card: string): object | null {
  const held = kept<unknown, unknown>(card);
  keep(card, null);
  return held;
}

/** Puts it back: the card opens with it. */
export function putDraft(card: string, held: object): void {
  keep(card, held);
}

/** `card` names the record, or the new one: `tasks.12`. */
export function useHeldDraft<Draft extends object, Seen>(card: string, base: Draft, seen: Seen) {
  const [held, hold] = useState(() => kept<Draft, Seen>(card));
  const [restored, setRestored] = useState(held !== null);
  useEffect(() => keep(card, held), [card, held]);
  return {
    /** What the card shows. */
    draft: { ...base, ...held?.changes } as Draft,
    /** The draft and the record as they were when writing began. */
    base: held?.base ?? base,
    seen: held ? held.seen : seen,
    /** The draft as it would be without others. */
    mine: { ...(held?.base ?? base), ...held?.changes } as Draft,
    /** True where the card was opened with words of an earlier time. */
    restored: restored && held !== null,
    set: (change: Partial<Draft>) =>
      hold((before) => ({ ...(before ?? { base, seen }), changes: { ...before?.changes, ...change } })),
    /** Forgets what was written: it is saved, or not wanted. */
    reset: () => {
      keep(card, null);
      setRestored(false);
      hold(null);
    },
  };
}
