// What a person writes into a card, held against the record as it was when they began: a live refresh shows others' changes
// in the fields that were not touched, and never makes one's own words look as if they had seen them. Until it is saved it is
// kept for this tab of the browser: going back or reloading loses no word, and a card that is closed says how to have them again.
import { useEffect, useRef, useState } from 'react';
import { draftPrefix } from './forget-drafts.ts';

type Held<Draft, Seen> = { changes: Partial<Draft>; base: Draft; seen: Seen };

const keyOf = (card: string) => `${draftPrefix}${card}`;

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

/** What was written into a card, by the names of its parts. */
export type Written = Record<string, string>;

/** Takes what was written into a card, in all of its parts, out of its keeping. */
export function takeDraft(card: string): Written | null {
  const all = Object.entries(sessionStorage) as [string, string][];
  const written = all.filter(([key]) => key === keyOf(card) || key.startsWith(`${keyOf(card)}/`));
  for (const [key] of written) sessionStorage.removeItem(key);
  return written.length > 0 ? Object.fromEntries(written) : null;
}

/** The same for words that are in no card's keeping any more. */
export const writtenAs = (card: string, held: Held<object, unknown>): Written => ({
  [keyOf(card)]: JSON.stringify(held),
});

/** The words among what was written into a card, by its fields: ids, days and moments are none. */
export function unsavedIn(card: string): Record<string, string> {
  const held = kept<Record<string, unknown>, unknown>(card);
  const changed = Object.entries(held?.changes ?? {}).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(held?.base[field]),
  );
  return Object.fromEntries(
    changed.map(([field, value]) => [field, textIn(value)]).filter(([, text]) => text),
  );
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d(T.*)?$/.test(value) ? '' : value.trim();
  if (Array.isArray(value)) return value.map(textIn).filter(Boolean).join('\n');
  return typeof value === 'object' && value !== null && 'value' in value ? textIn(value.value) : '';
}

/** Puts it back: the card opens with it. */
export function putDraft(written: Written): void {
  for (const [key, text] of Object.entries(written)) sessionStorage.setItem(key, text);
}

function differing<Draft extends object>(changes: Partial<Draft>, from: Partial<Draft>): Partial<Draft> {
  const isSame = (field: keyof Draft) => JSON.stringify(changes[field]) === JSON.stringify(from[field]);
  const fields = Object.keys(changes) as (keyof Draft)[];
  return Object.fromEntries(
    fields.filter((field) => !isSame(field)).map((field) => [field, changes[field]]),
  ) as Partial<Draft>;
}

/** `card` names the record, or the new one: `tasks.12`; a card of several parts names each after itself: `people.3/fields`. */
export function useHeldDraft<Draft extends object, Seen>(card: string, base: Draft, seen: Seen) {
  const [held, hold] = useState(() => kept<Draft, Seen>(card));
  const [restored, setRestored] = useState(held !== null);
  const latest = useRef(held);
  const sent = useRef(held);
  const known = useRef(base);
  useEffect(() => {
    known.current = base;
  });
  useEffect(() => {
    latest.current = held;
    keep(card, held);
  }, [card, held]);
  /** Forgets what was written: it is saved, or not wanted. */
  const reset = () => {
    keep(card, null);
    setRestored(false);
    hold(null);
  };
  return {
    /** What the card shows. */
    draft: { ...base, ...held?.changes } as Draft,
    /** Of what was written, that which differs from the record as it is. */
    changes: differing(held?.changes ?? {}, base),
    /** The draft and the record as they were when writing began. */
    base: held?.base ?? base,
    seen: held ? held.seen : seen,
    /** True where the card was opened with words of an earlier time. */
    restored: restored && held !== null,
    /** What is set back to what the record holds by now is not written any more. */
    set: (change: Partial<Draft>) =>
      hold((before) => {
        const changes = differing({ ...before?.changes, ...change }, base);
        return Object.keys(changes).length > 0 ? { ...(before ?? { base, seen }), changes } : null;
      }),
    reset,
    /** What is written by now is on its way to be saved. */
    send: () => {
      sent.current = latest.current;
    },
    /** It is saved, and the record is `now`: what was written since stays, over what was saved. Null: nothing was. */
    saved: (now: Seen): Held<Draft, Seen> | null => {
      const before = sent.current?.changes;
      const written = latest.current?.changes;
      // A field that was sent and is no longer written was set back to what the record held.
      const touched = Object.keys({ ...before, ...written }) as (keyof Draft)[];
      const shown = { ...known.current, ...written } as Draft;
      const changes = differing(
        Object.fromEntries(touched.map((field) => [field, shown[field]])) as Partial<Draft>,
        before ?? {},
      );
      reset();
      if (Object.keys(changes).length === 0) return null;
      const rest = {
        changes,
        base: { ...base, ...latest.current?.base, ...before },
        seen: now,
      };
      hold(rest);
      return rest;
    },
  };
}
