// What can be done on the screen that is open, told by its parts, so that the palette can offer it by name.
import { useEffect, useRef, useSyncExternalStore } from 'react';

/** `text` is already in the reader's words; `keys` as people read them: `Ctrl+Z`. */
export type Action = { id: string; text: string; keys?: string | undefined; run(): void };

let told: readonly Action[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Action[]): void {
  told = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Offers an action for as long as the part stands on the screen; where `may` is false, nothing. */
export function useAction({ id, text, keys, run }: Action, may = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!may) return;
    const action = { id, text, keys, run: () => latest.current() };
    change([...told, action]);
    return () => change(told.filter((each) => each !== action));
  }, [id, text, keys, may]);
}

/** What is offered now, the newest part first; of an id told twice the newest holds. */
export function useActions(): Action[] {
  const all = useSyncExternalStore(subscribe, () => told);
  return [...new Map(all.map((action) => [action.id, action])).values()].reverse();
}
