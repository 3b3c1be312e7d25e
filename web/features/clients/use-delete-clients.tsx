// Deleting clients; where something uses them, a window names it and offers to show it or to archive instead.
import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { Chosen } from '../../../contract/clients.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useWords } from '../../platform/texts.tsx';
import styles from './clients.module.css';

type Use = { kind: string; field: string; count: number };
type InUse = { chosen: Chosen; uses: Use[]; ids: number[] };

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

function InUseWindow({ inUse, onArchive, onClose }: { inUse: InUse; onArchive(): void; onClose(): void }) {
  const { say, sayIfKnown } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('client.inUse')}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <p>{say('client.inUseText')}</p>
      <ul>
        {inUse.uses.map(({ kind, field, count }) => (
          <li key={kind}>
            <Link
              to={kind === 'tasks' ? '/tasks' : '/clients'}
              search={{ d: 'all', [`f.${field}`]: inUse.ids.join(',') }}
              onClick={onClose}
            >
              {sayIfKnown(`uses.${kind}`, { count }) ?? `${kind}: ${count}`}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.windowActions}>
        <Button onClick={onArchive}>{say('client.archive')}</Button>
      </div>
    </Modal>
  );
}
