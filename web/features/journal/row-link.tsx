// A row that an operation changed, by its title or its number; what has a card opens it.
import { numbered } from '../../../contract/text/numbered.ts';
import type { CardKind } from '../../platform/cards.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './journal.module.css';

type RowLinkProps = {
  kind: string;
  id: number;
  title: string | null;
  /** The row is no more: there is nothing to open. */
  gone?: boolean;
  onOpenCard(kind: CardKind, id: number): void;
};

export function RowLink({ kind, id, title, gone, onOpenCard }: RowLinkProps) {
  const { sayIfKnown, locale } = useWords();
  const name = sayIfKnown(`kind.${kind}`);
  const text = title?.split('\n')[0]?.trim() || [name, numbered(id, locale)].filter(Boolean).join(' ');
  const hasCard = (kind === 'tasks' || kind === 'clients') && !gone;
  if (!hasCard) return <span>{text}</span>;
  return (
    <button type="button" className={styles.link} onClick={() => onOpenCard(kind, id)}>
      {text}
    </button>
  );
}
