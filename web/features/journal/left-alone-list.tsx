// What an undo left as it is, since somebody had changed it meanwhile: each row by name of kind and number, with why.
import { useState } from 'react';
import type { LeftAlone } from '../../../contract/operations.ts';
import type { CardKind } from '../../platform/cards.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './journal.module.css';
import { RowLink } from './row-link.tsx';

type LeftAloneListProps = { rows: LeftAlone[]; onOpenCard(kind: CardKind, id: number): void };

const atFirst = 5;

export function LeftAloneList({ rows, onOpenCard }: LeftAloneListProps) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <div className={styles.leftAlone}>
      {say('journal.leftAlone', { count: rows.length })}
      <ul>
        {shown.map(({ of, id, why }) => (
          <li key={`${of}.${id}`}>
            <RowLink kind={of} id={id} title={null} onOpenCard={onOpenCard} /> — {say(`journal.${why}`)}
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {say('journal.more', { count: rows.length - shown.length })}
        </button>
      )}
    </div>
  );
}
