// An entry that is in use is not deleted: what uses it, and the three ways on: look, replace everywhere, archive.
import { Button, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Entry } from '../../../contract/directories.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import type { PickOption } from '../../kit/fields/use-pick-options.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import { type Use, UseList } from '../../platform/uses.tsx';
import styles from './directories.module.css';
import type { EntryDeeds } from './use-entry-deeds.ts';

export type InUse = { entry: Entry; uses: Use[] };

type InUseWindowProps = InUse & { references: References; deeds: EntryDeeds; onClose(): void };

export function InUseWindow({ entry, uses, references, deeds, onClose }: InUseWindowProps) {
  useReturnedFocus();
  const say = useSay();
  const labels = useKitLabels();
  const [other, setOther] = useState<PickOption[]>([]);
  const search = useMemo(() => {
    const all = references.searchEntries(entry.directory);
    return async (text: string, signal: AbortSignal) =>
      (await all(text, signal)).filter(({ value }) => value !== String(entry.id));
  }, [references, entry]);
  const then = async (done: Promise<unknown>) => {
    if (await done) onClose();
  };
  const [picked] = other;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('entry.inUse', { name: entry.name })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <div className={styles.form}>
        <div>
          {say('entry.usedBy')} <UseList uses={uses} value={String(entry.id)} onLeave={onClose} />
        </div>
        <section className={styles.way}>
          <PickField
            label={say('entry.replaceWith')}
            value={other}
            onChange={setOther}
            search={search}
            labels={labels.pick}
            placeholder={say('view.pick')}
          />
          <Button
            disabled={!picked}
            onClick={() =>
              picked && then(deeds.merge(entry, { id: Number(picked.value), name: picked.label }))
            }
          >
            {say('entry.replace')}
          </Button>
        </section>
        {!entry.archived && (
          <section className={styles.way}>
            <p>{say('entry.archiveText')}</p>
            <Button variant="default" onClick={() => then(deeds.archive(entry))}>
              {say('entry.archive')}
            </Button>
          </section>
        )}
      </div>
    </Modal>
  );
}
