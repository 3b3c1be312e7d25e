// What uses a record that was to be deleted: kinds and counts, each a link to the list that shows them.
import { Link } from '@tanstack/react-router';
import type { RefusedError } from './api.ts';
import { useWords } from './texts.tsx';
import styles from './uses.module.css';

/** How many rows of a kind name the record, in which of their fields; `hidden`: and others that the reader may not see. */
export type Use = { kind: string; field: string; count: number; hidden: boolean };

/** The uses that a refused deletion names; none where it was refused for another reason. */
export function usesIn(refusal: RefusedError['refusal']): Use[] {
  return refusal.code === 'record.inUse' ? (refusal.details as { uses: Use[] }).uses : [];
}

const lists: Record<string, string> = {
  tasks: '/tasks',
  clients: '/clients',
  people: '/people',
  taskTypes: '/directories/taskTypes',
  // Tabs above the list.
  views: '/tasks',
};

type UseListProps = {
  uses: Use[];
  /** The record as a view names it: `12`, or `g5` for a group. */
  value: string;
  /** A link was followed: what stands over the list should go. */
  onLeave(): void;
};

export function UseList({ uses, value, onLeave }: UseListProps) {
  const { say, sayIfKnown } = useWords();
  return (
    <ul className={styles.uses}>
      {uses
        .filter(({ count }) => count > 0)
        .map(({ kind, field, count }) => {
          const text = sayIfKnown(`use.${kind}.${field}`, { count }) ?? sayIfKnown(`use.${kind}`, { count });
          const search =
            kind === 'views' ? {} : { [`f.${field}`]: value, ...(kind === 'tasks' ? { d: 'all' } : {}) };
          return (
            <li key={`${kind}.${field}`}>
              <Link to={lists[kind] ?? '/journal'} search={search as never} onClick={onLeave}>
                {text ?? say('use.other', { count })}
              </Link>
            </li>
          );
        })}
      {uses.some(({ hidden }) => hidden) && <li>{say('use.hidden')}</li>}
    </ul>
  );
}
