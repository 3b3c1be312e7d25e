// The record of an open card that a colleague deletes: the card goes with a word.
import { useEffect, useEffectEvent, useRef } from 'react';
import { RefusedError } from './api.ts';
import { useComplain } from './deeds.tsx';

const missing = { code: 'record.missing', params: {}, faults: [], requestId: '' };

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
