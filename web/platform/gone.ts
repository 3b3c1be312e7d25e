// The record of an open card that a colleague deletes: the card goes with a word, and not for less.
import { useEffect, useEffectEvent, useRef } from 'react';
import { mayPass, RefusedError } from './api.ts';
import { useComplain } from './deeds.tsx';

const missing = { code: 'record.missing', params: {}, faults: [], requestId: '' };

/** Whether what is shown cannot go on: what is written into it stays in sight while the house is only out of reach, or busy. */
export const isGone = (error: unknown, record: unknown): boolean =>
  Boolean(error) && (record === undefined || !mayPass(error));

/** `id`: of the record that is open, null: none. Before it was there once it may only be on its way. */
export function useWordWhenGone(id: number | null, there: boolean, close: () => void): void {
  const complain = useComplain();
  const known = useRef<number | null>(null);
  const tell = useEffectEvent(() => {
    complain(new RefusedError(404, missing));
    close();
  });
  useEffect(() => {
    if (there) known.current = id;
    else if (id !== null && known.current === id) {
      known.current = null;
      tell();
    }
  }, [id, there]);
}
