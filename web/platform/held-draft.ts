// What a person writes into a card, held against the record as it was when they began: a live refresh shows others' changes
// in the fields that were not touched, and never makes one's own words look as if they had seen them.
import { useState } from 'react';

type Held<Draft, Seen> = { changes: Partial<Draft>; base: Draft; seen: Seen };

export function useHeldDraft<Draft extends object, Seen>(base: Draft, seen: Seen) {
  const [held, hold] = useState<Held<Draft, Seen> | null>(null);
  return {
    /** What the card shows. */
    draft: { ...base, ...held?.changes } as Draft,
    /** The draft and the record as they were when writing began. */
    base: held?.base ?? base,
    seen: held ? held.seen : seen,
    /** The draft as it would be without others. */
    mine: { ...(held?.base ?? base), ...held?.changes } as Draft,
    set: (change: Partial<Draft>) =>
      hold((before) => ({ ...(before ?? { base, seen }), changes: { ...before?.changes, ...change } })),
    reset: () => hold(null),
  };
}
