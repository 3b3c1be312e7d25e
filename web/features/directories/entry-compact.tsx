// The two lines of an entry on a phone.
import type { Entry } from '../../../contract/directories.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';

export function EntryCompact({ entry, references }: { entry: Entry; references: References }) {
  const say = useSay();
  const parts = [
    entry.archived ? say('entry.isArchived') : '',
    references.groupPath(entry.groupId),
    entry.meaning ? say(`meaning.${entry.meaning}`) : '',
  ].filter(Boolean);
  return (
    <span className={styles.compact}>
      <strong className={entry.archived ? styles.archived : undefined}>{entry.name}</strong>
      {parts.length > 0 && <span>{parts.join(' · ')}</span>}
    </span>
  );
}
