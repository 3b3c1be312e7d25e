// One line of the journal: when, who, what; whether it was undone and by which; the rows it changed on demand.
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Operation } from '../../../contract/operations.ts';
import { keptFocus } from '../../kit/kept-focus.ts';
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
    <li
      id={`operation-${id}`}
      className={styles.line}
      data-undone={operation.undoneBy !== null || undefined}
      {...keptFocus}
    >
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
          <span className={styles.what} title={operationText(words, operation)}>
            <What operation={operation} />
          </span>
        </button>
        <Bonds operation={operation} byId={byId} />
        {operation.can.undo && <UndoButton operation={operation} />}
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
  const text = operationText(words, operation);
  const counts = countsText(words, operation.rows);
  return (
    <>
      <span>{text.charAt(0).toUpperCase() + text.slice(1)}</span>
      {counts && <span className={styles.counts}> · {counts}</span>}
    </>
  );
}

/** An undone operation names the one that undid it, and the other way round. */
function Bonds({ operation, byId }: Pick<JournalLineProps, 'operation' | 'byId'>) {
  const { say } = useWords();
  const format = useFormat();
  const { reverses, undoneBy } = operation;
  const undoing = undoneBy === null ? undefined : byId.get(undoneBy);
  const when = undoing && format.moment(undoing.at);
  const brought = isUndo(operation);
  const link = (to: number, text: string) =>
    byId.has(to) ? <a href={`#operation-${to}`}>{text}</a> : <span>{text}</span>;
  return (
    <span className={styles.bonds}>
      {reverses && link(reverses.id, say('journal.doneAt', { when: format.moment(reverses.at) }))}
      {undoneBy !== null &&
        link(
          undoneBy,
          when
            ? say(brought ? 'journal.redoneAt' : 'journal.undoneAt', { when })
            : say(brought ? 'journal.redone' : 'journal.undone'),
        )}
    </span>
  );
}

/** True for an undo, whose undoing brings back; a redo is undone like the deed itself. */
const isUndo = ({ reverses }: Operation) => reverses !== null && !reverses.again;

function UndoButton({ operation }: Pick<JournalLineProps, 'operation'>) {
  const words = useWords();
  const undo = useUndo();
  const redo = useRedo();
  const [busy, setBusy] = useState(false);
  const back = isUndo(operation);
  const counts = countsText(words, operation.rows);
  const deed = operationText(words, {
    ...operation,
    name: operation.reverses?.name ?? operation.name,
    reverses: null,
  });
  const text = [deed, counts].filter(Boolean).join(' · ');
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
