// What uses clients that were to be deleted: named, to be shown, or to be archived instead.
import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Chosen } from '../../../contract/clients.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './clients.module.css';

export type Use = { kind: string; field: string; count: number };
export type InUse = { chosen: Chosen; uses: Use[]; ids: number[] };

type InUseWindowProps = { inUse: InUse; onArchive(): void; onClose(): void };

export function InUseWindow({ inUse, onArchive, onClose }: InUseWindowProps) {
  useReturnedFocus();
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
