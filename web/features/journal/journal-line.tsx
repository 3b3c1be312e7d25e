// One line of the journal: when, who, what; whether it was undone and by which; the rows it changed on demand.
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Operation } from '../../../contract/operations.ts';
import type { CardKind } from '../../platform/cards.ts';
import { useRedo, useUndo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useWords } from '../../platform/texts.tsx';
import styles from './journal.module.css';
import { LeftAloneList } from './left-alone-list.tsx';
import { OperationRows } from './operation-rows.tsx';
import { countsText, operationText } from './operation-text.ts';

export type JournalLineProps = {
  operation: Operation;
  /** The operations that are here, to name the undone one. */
  byId: Map<number, Operation>;
  references: References;
  onOpenCard(kind: CardKind, id: number): void;
};

export function JournalLine({ operation, byId, references, onOpenCard }: JournalLineProps) {
  const words = useWords();
  const format = useFormat();
  const rowsId = useId();
  const [opened, setOpened] = useState(false);
  const { id, at, leftAlone } = operation;
  return (
    <li id={`operation-${id}`} className={styles.line} data-undone={operation.undoneBy !== null || undefined}>
      <div className={styles.lineHead}>
        <button
          type="button"
          className={styles.opener}
          aria-expanded={opened}
          aria-controls={rowsId}
          onClick={() => setOpened(!opened)}
        >
          <IconChevronRight size={14} stroke={1.75} aria-hidden />
          <time dateTime={at} title={format.exact(at)}>
            {format.clock(at)}
          </time>
          <span className={styles.who} title={operation.actorName ?? undefined}>
            {operation.actorName ?? words.say('journal.house')}
          </span>
          <span className={styles.what}>
            <What operation={operation} />
          </span>
        </button>
        <Bonds operation={operation} byId={byId} />
        {operation.can.undo && <UndoButton operation={operation} byId={byId} />}
      </div>
      {leftAlone && leftAlone.length > 0 && <LeftAloneList rows={leftAlone} onOpenCard={onOpenCard} />}
      {opened && (
        <div id={rowsId} className={styles.rows}>
          <OperationRows operation={operation} references={references} onOpenCard={onOpenCard} />
        </div>
      )}
    </li>
  );
}

function What({ operation }: { operation: Operation }) {
  const words = useWords();
  const counts = countsText(words, operation.rows);
  return (
    <>
      <span>{operationText(words, operation.name)}</span>
      {counts && <span className={styles.counts}> · {counts}</span>}
    </>
  );
}

/** An undone operation names the one that undid it, and the other way round. */
function Bonds({ operation, byId }: Pick<JournalLineProps, 'operation' | 'byId'>) {
  const words = useWords();
  const format = useFormat();
  const { undoes, undoneBy } = operation;
  const undone = undoes === null ? undefined : byId.get(undoes);
  const undoing = undoneBy === null ? undefined : byId.get(undoneBy);
  const link = (to: number, text: string) =>
    byId.has(to) ? <a href={`#operation-${to}`}>{text}</a> : <span>{text}</span>;
  return (
    <span className={styles.bonds}>
      {undoes !== null &&
        link(
          undoes,
          undone ? `${format.moment(undone.at)}: ${operationText(words, undone.name)}` : `№ ${undoes}`,
        )}
      {undoneBy !== null &&
        link(
          undoneBy,
          undoing
            ? words.say('journal.undoneAt', { when: format.moment(undoing.at) })
            : words.say('journal.undone'),
        )}
    </span>
  );
}

/** Undoing an undo is bringing back what it undid. */
function UndoButton({ operation, byId }: Pick<JournalLineProps, 'operation' | 'byId'>) {
  const words = useWords();
  const undo = useUndo();
  const redo = useRedo();
  const [busy, setBusy] = useState(false);
  const back = operation.undoes !== null;
  const named = (back && byId.get(operation.undoes ?? 0)) || operation;
  const counts = countsText(words, named.rows);
  const text = [operationText(words, named.name), counts].filter(Boolean).join(' · ');
  const act = async () => {
    setBusy(true);
    await (back ? redo : undo)({ operation: operation.id, text });
    setBusy(false);
  };
  const Icon = back ? IconArrowForwardUp : IconArrowBackUp;
  return (
    <Button
      className={styles.undo}
      size="compact-sm"
      variant="subtle"
      loading={busy}
      leftSection={<Icon size={16} stroke={1.5} />}
      onClick={act}
    >
      {words.say(back ? 'undo.redo' : 'undo.undo')}
    </Button>
  );
}
