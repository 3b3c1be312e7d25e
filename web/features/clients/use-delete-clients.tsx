// Deleting clients; where something uses them, a window names it and offers to show it or to archive instead.
import { useCallback, useState } from 'react';
import type { Chosen } from '../../../contract/clients.ts';
import { late } from '../../kit/late/late.tsx';
import { useDo } from '../../platform/deeds.tsx';
import { useWords } from '../../platform/texts.tsx';
import type { InUse, Use } from './in-use-window.tsx';

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
          text: ({ changed }) => say('client.deleted', { count: changed }),
          onRefused: ({ code, details }) => {
            if (code !== 'record.inUse') return false;
            setInUse({ chosen, ...(details as { uses: Use[]; ids: number[] }) });
            return true;
          },
        },
      );
      return done !== undefined;
    },
    [act, say],
  );
  const archive = async () => {
    if (inUse)
      await act(
        'clients.archive',
        { chosen: inUse.chosen, archived: true },
        { text: ({ changed }) => say('client.archivedMany', { count: changed }) },
      );
    setInUse(null);
  };
  const window = inUse && <InUseWindow inUse={inUse} onArchive={archive} onClose={() => setInUse(null)} />;
  return { remove, window };
}
