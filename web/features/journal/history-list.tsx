// Everything that ever happened to a record: who, when, each field before and after.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Change } from '../../../contract/operations.ts';
import { EmptyState } from '../../kit/states/empty-state.tsx';
import { ask } from '../../platform/api.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useWords } from '../../platform/texts.tsx';
import { type FieldChange, useFieldChanges } from './field-changes.ts';
import styles from './journal.module.css';
import { changeText } from './operation-text.ts';

type HistoryListProps = { kind: string; id: number; references: References };

export function HistoryList({ kind, id, references }: HistoryListProps) {
  const words = useWords();
  const { data, hasNextPage, fetchNextPage, isLoading } = useInfiniteQuery({
    queryKey: ['operations', 'history', kind, id],
    queryFn: ({ pageParam, signal }) => ask('operations.history', { kind, id, before: pageParam }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ changes }) => (changes.length >= 100 ? changes.at(-1)?.operation : undefined),
  });
  const changes = data?.pages.flatMap((page) => page.changes) ?? [];
  if (!isLoading && changes.length === 0) return <EmptyState title={words.say('journal.noHistory')} />;
  return (
    <ol className={styles.history}>
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an operation may change a record twice
        <HistoryEntry key={`${change.operation}.${at}`} kind={kind} change={change} references={references} />
      ))}
      {hasNextPage && (
        <li>
          <Button variant="subtle" size="compact-sm" onClick={() => fetchNextPage()}>
            {words.say('journal.earlier')}
          </Button>
        </li>
      )}
    </ol>
  );
}

type HistoryEntryProps = { kind: string; change: Change; references: References };

function HistoryEntry({ kind, change, references }: HistoryEntryProps) {
  const words = useWords();
  const format = useFormat();
  const fields = useFieldChanges(references)(change.fields, kind);
  return (
    <li className={styles.entry}>
      <p className={styles.entryHead}>
        <span>
          <strong>{change.actorName ?? words.say('journal.house')}</strong> · {changeText(words, change)}
        </span>
        <time dateTime={change.at} title={format.exact(change.at)}>
          {format.moment(change.at)}
        </time>
      </p>
      {change.change === 'u' && (
        <dl className={styles.fields}>
          {fields.map((field) => (
            <FieldLine key={field.name} field={field} />
          ))}
        </dl>
      )}
    </li>
  );
}

export function FieldLine({ field }: { field: FieldChange }) {
  return (
    <div>
      <dt>{field.name}</dt>
      <dd>
        {field.before !== '' && <del>{field.before}</del>} <ins>{field.after === '' ? '—' : field.after}</ins>
      </dd>
    </div>
  );
}
