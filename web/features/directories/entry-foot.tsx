// Under a directory: how many there are, and merging of two selected ones.
import { Button } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useState } from 'react';
import type { Entry } from '../../../contract/directories.ts';
import type { GridSelection } from '../../kit/grid/grid-types.ts';
import { isSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { late } from '../../kit/late/late.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';
import type { EntryDeeds } from './use-entry-deeds.ts';

const MergeWindow = late(() => import('./merge-window.tsx').then((file) => file.MergeWindow));

type EntryFootProps = {
  shown: Entry[];
  selection: GridSelection;
  deeds: EntryDeeds;
  onSelectionChange(selection: GridSelection): void;
};

export function EntryFoot({ shown, selection, deeds, onSelectionChange }: EntryFootProps) {
  const say = useSay();
  const [merging, setMerging] = useState<[Entry, Entry] | null>(null);
  const selected = shown.filter(({ id }) => isSelected(selection, id));
  const [first, second] = selected;
  const pair = first && second && selected.length === 2 ? ([first, second] as [Entry, Entry]) : null;
  const mayMerge = pair?.every(({ can }) => can.change && can.delete);
  return (
    <footer className={styles.foot}>
      <span>{say('entry.count', { count: shown.length })}</span>
      {selected.length > 0 && (
        <>
          <span className={styles.selected}>{say('entry.selected', { count: selected.length })}</span>
          {pair && mayMerge && (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconArrowMerge size={16} stroke={1.5} />}
              onClick={() => setMerging(pair)}
            >
              {say('entry.mergeTwo')}
            </Button>
          )}
          {selected.length === 1 && mayMergeHint(selected) && (
            <span className={styles.note}>{say('entry.mergeHint')}</span>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => onSelectionChange(nothingSelected)}
          >
            {say('entry.unselect')}
          </Button>
        </>
      )}
      {merging && (
        <MergeWindow
          pair={merging}
          deeds={deeds}
          onClose={() => setMerging(null)}
          onMerged={() => {
            setMerging(null);
            onSelectionChange(nothingSelected);
          }}
        />
      )}
    </footer>
  );
}

function mayMergeHint([entry]: Entry[]): boolean {
  return entry?.can.change === true && entry.can.delete;
}
