// Whether the live line is there, for the screen to say so: what is shown may be old while it is not.

/** A line that breaks is mended within a second or two, and the house starts anew in less than this: neither is worth a word. */
const saidAfter = 5000; // ms

let isLost = false;
const listeners = new Set<() => void>();

export const liveLine = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isLost: (): boolean => isLost,
  tell(lost: boolean): void {
    if (lost === isLost) return;
    isLost = lost;
    for (const listener of listeners) listener();
  },
};

/** Calls `tell` once the line has been away for a while. */
export function watchLoss(tell: () => void) {
  let timer = 0;
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
  };
  return {
    away(): void {
      if (timer === 0) timer = window.setTimeout(tell, saidAfter);
    },
    stop,
  };
}
