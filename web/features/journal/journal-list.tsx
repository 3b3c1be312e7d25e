// The journal: everything that was done, newest first, by days; each line opens to its rows and can be undone.
import { Button, Loader } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Operation } from '../../../contract/operations.ts';
import { EmptyState, ErrorState } from '../../kit/states/empty-state.tsx';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { ask } from '../../platform/api.ts';
import type { CardKind } from '../../platform/cards.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './journal.module.css';
import { JournalLine } from './journal-line.tsx';

type JournalListProps = {
  /** Whose operations; null: of all that one may see. */
  actorId: number | null;
  references: References;
  onOpenCard(kind: CardKind, id: number): void;
};

const atOnce = 50;

function useOperations(actorId: number | null) {
  return useInfiniteQuery({
    queryKey: ['operations', 'list', { actorId }],
    queryFn: ({ pageParam, signal }) =>
      ask(
        'operations.list',
        { limit: atOnce, ...(actorId ? { actorId } : {}), ...(pageParam ? { before: pageParam } : {}) },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ rows }) => (rows.length < atOnce ? undefined : rows.at(-1)?.id),
  });
}

export function JournalList({ actorId, references, onOpenCard }: JournalListProps) {
  const words = useWords();
  const { say } = words;
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useOperations(actorId);
  const operations = useMemo(() => data?.pages.flatMap(({ rows }) => rows) ?? [], [data]);
  const byId = useMemo(() => new Map(operations.map((each) => [each.id, each])), [operations]);
  const days = useDays(operations);
  if (isPending) return <SkeletonRows rows={16} label={say('journal.loading')} />;
  if (error && !data) return <ErrorState title={refusalText(words, error)} />;
  if (operations.length === 0)
    return <EmptyState title={say('journal.none')} text={say('journal.noneText')} />;
  return (
    <div className={styles.journal}>
      {days.map(({ day, rows }) => (
        <section key={day.key}>
          <h2 className={styles.day}>{day.text}</h2>
          <ol className={styles.lines}>
            {rows.map((operation) => (
              <JournalLine
                key={operation.id}
                operation={operation}
                byId={byId}
                references={references}
                onOpenCard={onOpenCard}
              />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && <Earlier busy={isFetchingNextPage} onAsk={() => fetchNextPage()} />}
    </div>
  );
}

type Day = { day: { key: string; text: string }; rows: Operation[] };

function useDays(operations: Operation[]): Day[] {
  const format = useFormat();
  return useMemo(() => {
    const days = Map.groupBy(operations, ({ at }) => format.dayOf(at));
    return [...days].map(([key, rows]) => ({ day: { key, text: format.day(key) }, rows }));
  }, [operations, format]);
}

/** Asks for what is earlier when it comes into view, or when it is pressed. */
function Earlier({ busy, onAsk }: { busy: boolean; onAsk(): void }) {
  const { say } = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const ask = useRef(onAsk);
  useEffect(() => {
    ask.current = onAsk;
  });
  useEffect(() => {
    if (!button.current || busy) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && ask.current());
    watch.observe(button.current);
    return () => watch.disconnect();
  }, [busy]);
  return (
    <p className={styles.earlier}>
      <Button ref={button} variant="subtle" disabled={busy} onClick={onAsk}>
        {busy ? <Loader size={16} /> : say('journal.earlier')}
      </Button>
    </p>
  );
}
