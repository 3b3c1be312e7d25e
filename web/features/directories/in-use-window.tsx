// An entry that is in use is not deleted.
import { useMemo } from 'react';
import type { Entry } from '../../../contract/directories.ts';
import { InUse as Window } from '../../platform/in-use.tsx';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import type { Use } from '../../platform/uses.tsx';
import type { EntryDeeds } from './use-entry-deeds.ts';

export type InUse = { entry: Entry; uses: Use[] };

type InUseWindowProps = InUse & { references: References; deeds: EntryDeeds; onClose(): void };

export function InUseWindow({ entry, uses, references, deeds, onClose }: InUseWindowProps) {
  const say = useSay();
  return (
    <Window
      title={say('entry.inUse', { name: entry.name })}
      lead={say('entry.usedBy')}
      uses={uses}
      value={String(entry.id)}
      search={useMemo(() => references.searchEntries(entry.directory), [references, entry])}
      onReplace={(other) => deeds.merge(entry, other)}
      archive={
        entry.archived
          ? undefined
          : {
              text: say('entry.archiveText'),
              label: say('entry.archive'),
              onArchive: () => deeds.archive(entry),
            }
      }
      onClose={onClose}
    />
  );
}
