// Deleting clients; where something uses them, a window names it and the ways on.
import { useCallback, useState } from 'react';
import type { Chosen } from '../../../contract/clients.ts';
import { late } from '../../kit/late/late.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useWords } from '../../platform/texts.tsx';
import { usesIn } from '../../platform/uses.tsx';
import { told } from './bulk-words.ts';
import type { InUse } from './in-use-window.tsx';

const InUseWindow = late(() => import('./in-use-window.tsx').then((file) => file.InUseWindow));

export function useDeleteClients() {
  const { say } = useWords();
  const act = useDo();
  const [inUse, setInUse] = useState<InUse | null>(null);
  const remove = useCallback(
    async (chosen: Chosen) => {
      const done = await act(
        'clients.delete',
        { chosen },
        {
          ...told(say, 'client.deleted'),
          onRefused: (refusal) => {
            const uses = usesIn(refusal);
            if (uses.length === 0) return false;
            setInUse({ chosen, uses, ids: (refusal.details as { ids: number[] }).ids });
            return true;
          },
        },
      );
      return done !== undefined;
    },
    [act, say],
  );
  const window = inUse && <InUseWindow {...inUse} onClose={() => setInUse(null)} />;
  return { remove, window };
}
