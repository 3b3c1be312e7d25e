// The rows an operation changed, each with its fields before and after.
import { useState } from 'react';
import type { Queries } from '../../../contract/api.ts';
import type { Operation } from '../../../contract/operations.ts';
import { ErrorState } from '../../kit/states/empty-state.tsx';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import type { CardKind } from '../../platform/cards.ts';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { refusalText } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import { useFieldChanges } from './field-changes.ts';
import { FieldLine } from './history-list.tsx';
import styles from './journal.module.css';
import { RowLink } from './row-link.tsx';

type Row = Queries['operations.show']['output']['rows'][number];
type OperationRowsProps = {
  operation: Operation;
  references: References;
  onOpenCard(kind: CardKind, id: number): void;
};

const atFirst = 20;
/** As many as the server gives. */
const atMost = 500;

export function OperationRows({ operation, references, onOpenCard }: OperationRowsProps) {
  const words = useWords();
  const { say } = words;
  const { data, error } = useAsk('operations.show', { id: operation.id });
  const [all, setAll] = useState(false);
  if (error && !data) return <ErrorState title={refusalText(words, error)} />;
  if (!data) return <SkeletonRows rows={2} label={say('journal.loading')} />;
  const shown = all ? data.rows : data.rows.slice(0, atFirst);
  if (shown.length === 0) return <p className={styles.note}>{say('journal.unseen')}</p>;
  const total = operation.rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {shown.map((row, at) => (
        <ChangedRow
          // biome-ignore lint/suspicious/noArrayIndexKey: an operation may change a record twice
          key={`${row.kind}.${row.id}.${at}`}
          row={row}
          references={references}
          onOpenCard={onOpenCard}
        />
      ))}
      {data.rows.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {say('journal.more', { count: data.rows.length - shown.length })}
        </button>
      )}
      {all && total > atMost && (
        <p className={styles.note}>{say('journal.first', { shown: atMost, total })}</p>
      )}
    </>
  );
}

type ChangedRowProps = { row: Row; references: References; onOpenCard: OperationRowsProps['onOpenCard'] };

function ChangedRow({ row, references, onOpenCard }: ChangedRowProps) {
  const { say } = useWords();
  const fields = useFieldChanges(references)(row.fields, row.kind);
  return (
    <article className={styles.changed}>
      <p className={styles.changedHead} data-change={row.change}>
        <span className={styles.changeKind}>{say(`journal.change.${row.change}`)}</span>
        <RowLink
          kind={row.kind}
          id={row.id}
          title={row.title}
          gone={row.change === 'd'}
          onOpenCard={onOpenCard}
        />
      </p>
      {row.change === 'u' && fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map((field) => (
            <FieldLine key={field.name} field={field} />
          ))}
        </dl>
      )}
    </article>
  );
}
