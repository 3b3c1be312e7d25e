// The window of a card that is not there, or not for this person: with the words that were being written into it, and the way to
// have a deleted record back.
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Operation } from '../../contract/operations.ts';
import { operationText } from '../features/journal/operation-text.ts';
import { ErrorState } from '../kit/states/empty-state.tsx';
import { CardWindow } from '../kit/window/card-window.tsx';
import { RefusedError } from '../platform/api.ts';
import { cardKey, type OpenCard, useCards } from '../platform/cards.ts';
import { copyText } from '../platform/clipboard.ts';
import { useUndo } from '../platform/deeds.tsx';
import { useFormat } from '../platform/format.ts';
import { unsavedIn } from '../platform/held-draft.ts';
import { useKitLabels } from '../platform/kit-labels.ts';
import { useAsk } from '../platform/queries.ts';
import { fieldName, refusalText } from '../platform/refusal-text.ts';
import { useLeave } from '../platform/restored-draft.tsx';
import { useWords } from '../platform/texts.tsx';
import styles from './pages.module.css';

type MissingCardProps = {
  error: unknown;
  card: OpenCard;
  /** Where what was looked for is instead. */
  action?: ReactNode;
};

export function MissingCard({ error, card, action }: MissingCardProps) {
  const words = useWords();
  const labels = useKitLabels();
  const { close, open } = useCards();
  const leave = useLeave(cardKey(card));
  const [unsaved] = useState(() => Object.entries(unsavedIn(cardKey(card))));
  const deletion = useDeletion(card, error);
  return (
    <CardWindow
      title={words.say('fault.noPage')}
      labels={labels.window}
      place={null}
      onPlaceChange={() => {}}
      onClose={() =>
        leave(
          () => close(card),
          () => open(card.kind, card.id, card.given),
        )
      }
      focusInside={Boolean(action)}
      size={{ width: 420, height: unsaved.length > 0 ? 460 : 300 }}
    >
      <ErrorState
        title={refusalText(words, error)}
        action={action ?? (deletion && <BringBack deletion={deletion} />)}
      />
      {unsaved.length > 0 && <Unsaved fields={unsaved} />}
    </CardWindow>
  );
}

/** The deletion of the record, where it may be undone by who looks. */
function useDeletion({ kind, id }: OpenCard, error: unknown): Operation | undefined {
  const isMissing = error instanceof RefusedError && error.refusal.code === 'record.missing';
  const { data: history } = useAsk(
    'operations.history',
    { kind, id: id ?? 1 },
    { enabled: isMissing && id !== null },
  );
  const last = history?.changes[0];
  const operation = last?.change === 'd' ? last.operation : 0;
  const { data: listed } = useAsk(
    'operations.list',
    { before: operation + 1, limit: 1 },
    { enabled: operation > 0 },
  );
  return listed?.rows.find((row) => row.id === operation && row.can.undo);
}

function BringBack({ deletion }: { deletion: Operation }) {
  const words = useWords();
  const format = useFormat();
  const undo = useUndo();
  const [busy, setBusy] = useState(false);
  const text = operationText(words, deletion);
  const bringBack = async () => {
    setBusy(true);
    await undo({ operation: deletion.id, text });
    setBusy(false);
  };
  return (
    <>
      <p className={styles.deletion}>
        {[text.charAt(0).toUpperCase() + text.slice(1), deletion.actorName, format.moment(deletion.at)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Button variant="default" loading={busy} onClick={bringBack}>
        {words.say('missing.bringBack')}
      </Button>
    </>
  );
}

function Unsaved({ fields }: { fields: [field: string, text: string][] }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const [[, only] = ['', '']] = fields;
  const all = fields.map(([field, text]) => `${fieldName(words, field)}: ${text}`).join('\n');
  return (
    <section className={styles.unsaved} aria-label={words.say('kit.draftLeft')}>
      <Group justify="space-between">
        <strong>{words.say('kit.draftLeft')}</strong>
        <Button
          variant="light"
          size="compact-sm"
          onClick={() => copyText(fields.length === 1 ? only : all).then(() => setCopied(true))}
        >
          {words.say(copied ? 'kit.copied' : 'kit.copy')}
        </Button>
      </Group>
      <dl>
        {fields.map(([field, text]) => (
          <div key={field}>
            <dt>{fieldName(words, field)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
