// One thing moved by keys again and again is one move: what is drawn follows each key, the move itself is told after a rest.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from './hour-column.tsx';
import type { HourItem, Slot } from './hour-types.ts';

const restBefore = 700; // ms

/** What is being moved or made; also at hand between two drawings. */
export function useDraft() {
  const [draft, show] = useState<Draft | null>(null);
  const now = useRef<Draft | null>(null);
  const set = useCallback((next: Draft | null) => {
    now.current = next;
    show((shown) =>
      shown?.key === next?.key && JSON.stringify(shown) === JSON.stringify(next) ? shown : next,
    );
  }, []);
  return [draft, now, set] as const;
}

export function useRestedMove(
  draft: RefObject<Draft | null>,
  setDraft: (draft: Draft | null) => void,
  onMove: (item: HourItem, slot: Slot) => void,
) {
  const timer = useRef(0);
  /** As it was at the first key. */
  const held = useRef<HourItem | null>(null);
  const latest = useRef(onMove);
  latest.current = onMove;
  const settle = useCallback(() => {
    if (timer.current === 0) return;
    clearTimeout(timer.current);
    timer.current = 0;
    const made = draft.current;
    setDraft(null);
    if (made?.key && made.key === held.current?.key) latest.current(held.current, made.slot);
  }, [draft, setDraft]);
  const giveUp = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = 0;
    setDraft(null);
  }, [setDraft]);
  const show = useCallback(
    (item: HourItem, slot: Slot) => {
      if (timer.current === 0) held.current = item;
      clearTimeout(timer.current);
      setDraft({ key: item.key, slot });
      timer.current = window.setTimeout(settle, restBefore);
    },
    [setDraft, settle],
  );
  useEffect(() => settle, [settle]);
  return { show, settle, giveUp, isPending: () => timer.current !== 0 };
}
