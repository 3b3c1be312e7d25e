// Two entries become one: the person says which stays; everything that named the other names it.
import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { Entry } from '../../../contract/directories.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';
import type { EntryDeeds } from './use-entry-deeds.ts';

type MergeWindowProps = { pair: [Entry, Entry]; deeds: EntryDeeds; onClose(): void; onMerged(): void };

export function MergeWindow({ pair, deeds, onClose, onMerged }: MergeWindowProps) {
  useReturnedFocus();
  const say = useSay();
  const [stays, setStays] = useState(pair[0].id);
  const [from, to] = pair[0].id === stays ? [pair[1], pair[0]] : pair;
  const merge = async () => {
    if (await deeds.merge(from, to)) onMerged();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('entry.mergeTitle')}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <div className={styles.form}>
        <Radio.Group label={say('entry.stays')} value={String(stays)} onChange={(id) => setStays(Number(id))}>
          <div className={styles.meanings}>
            {pair.map(({ id, name }, at) => (
              <Radio key={id} value={String(id)} label={name} data-autofocus={at === 0 || undefined} />
            ))}
          </div>
        </Radio.Group>
        <p className={styles.note}>{say('entry.mergeText', { from: from.name, to: to.name })}</p>
        <div className={styles.cardFoot}>
          <Button className={styles.push} onClick={merge}>
            {say('entry.merge')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
