// A record that is in use is not deleted: what uses it, and the three ways on: look, replace everywhere, archive.
import { Button, Modal } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { PickField } from '../kit/fields/pick-field.tsx';
import type { PickOption, PickSearch } from '../kit/fields/use-pick-options.ts';
import { useReturnedFocus } from '../kit/use-returned-focus.ts';
import { closedByEscape } from '../kit/window/closed-by-escape.ts';
import { useKitLabels } from './kit-labels.ts';
import { useSay } from './texts.tsx';
import styles from './uses.module.css';
import { type Use, UseList } from './uses.tsx';

/** What the record is replaced with. */
type Other = { id: number; name: string };

type InUseProps = {
  title: string;
  /** Before the list of uses. */
  lead: string;
  uses: Use[];
  /** The records as a view names them: `12,13`. */
  value: string;
  /** Left out: there is nothing to choose another of. */
  search?: PickSearch | undefined;
  /** Answers whether it was done, as `archive` does. */
  onReplace(other: Other): Promise<unknown>;
  archive?: { text: string; label: string; onArchive(): Promise<unknown> } | undefined;
  onClose(): void;
};

export function InUse({ title, lead, uses, value, search, onReplace, archive, onClose }: InUseProps) {
  useReturnedFocus();
  const say = useSay();
  const then = async (done: Promise<unknown>) => {
    if (await done) onClose();
  };
  return (
    <Modal
      opened
      {...closedByEscape(onClose)}
      title={title}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <div className={styles.ways}>
        <div>
          {lead} <UseList uses={uses} value={value} onLeave={onClose} />
        </div>
        {search && <Replace own={value} search={search} onReplace={(other) => then(onReplace(other))} />}
        {archive && (
          <Way>
            <p>{archive.text}</p>
            <Button variant="default" onClick={() => then(archive.onArchive())}>
              {archive.label}
            </Button>
          </Way>
        )}
      </div>
    </Modal>
  );
}

const Way = ({ children }: { children: ReactNode }) => <section className={styles.way}>{children}</section>;

type ReplaceProps = { own: string; search: PickSearch; onReplace(other: Other): void };

function Replace({ own, search, onReplace }: ReplaceProps) {
  const say = useSay();
  const labels = useKitLabels();
  const [[picked], setPicked] = useState<PickOption[]>([]);
  const others = useMemo<PickSearch>(
    () => async (text, signal) => (await search(text, signal)).filter((option) => option.value !== own),
    [search, own],
  );
  return (
    <Way>
      <PickField
        label={say('entry.replaceWith')}
        value={picked ? [picked] : []}
        onChange={setPicked}
        search={others}
        labels={labels.pick}
        placeholder={say('view.pick')}
      />
      <Button
        disabled={!picked}
        onClick={() => picked && onReplace({ id: Number(picked.value), name: picked.label })}
      >
        {say('entry.replace')}
      </Button>
    </Way>
  );
}
