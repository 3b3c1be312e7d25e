// Words that were written into a card and not saved: a card that is closed offers them for as long as an undo, one that was left
// otherwise opens with them and says so.
import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { notifications } from '../kit/notes/notes.ts';
import { copyText } from './clipboard.ts';
import { putDraft, takeDraft, unsavedIn } from './held-draft.ts';
import styles from './restored-draft.module.css';
import { useSay } from './texts.tsx';
import { showUndoNote } from './undo-note.tsx';

export function RestoredDraft({ onDiscard }: { onDiscard(): void }) {
  const say = useSay();
  return (
    <p className={styles.bar} role="status">
      {say('kit.draftRestored')}
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={(event) => {
          event.currentTarget.closest<HTMLElement>('[role=dialog]')?.focus();
          onDiscard();
        }}
      >
        {say('kit.draftDiscard')}
      </Button>
    </p>
  );
}

/** Over a card whose record may not be changed any more: what was written into it meanwhile can be copied. */
export function ClosedDraft({ card }: { card: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const copy = () => copyText(Object.values(unsavedIn(card)).join('\n')).then(() => setCopied(true));
  return (
    <p className={styles.bar} role="status">
      {say('kit.draftClosed')}
      <Button size="compact-xs" variant="subtle" onClick={copy}>
        {say(copied ? 'kit.copied' : 'kit.copy')}
      </Button>
    </p>
  );
}

/** Leaves a card for another; what was written into it and not saved stays with it, and this is said. */
export function useStepAway(card: string): (go: () => void, reopen: () => void) => void {
  const say = useSay();
  return useCallback(
    (go, reopen) => {
      const written = Object.keys(unsavedIn(card)).length > 0;
      go();
      if (!written) return;
      const id = `left-${card}-${Date.now()}`;
      if (offered) notifications.hide(offered);
      offered = id;
      showUndoNote({ id, text: say('kit.draftLeft'), undoLabel: say('kit.draftReturn'), onUndo: reopen });
    },
    [card, say],
  );
}

/** One offer stands at a time: that of the card closed last. */
let offered: string | null = null;

/** Closes a card; what was written into it and not saved can be had again for ten seconds. */
export function useLeave(card: string): (close: () => void, reopen: () => void) => void {
  const say = useSay();
  return useCallback(
    (close, reopen) => {
      const written = takeDraft(card);
      close();
      if (!written) return;
      const id = `left-${card}-${Date.now()}`;
      if (offered) notifications.hide(offered);
      offered = id;
      showUndoNote({
        id,
        text: say('kit.draftLeft'),
        undoLabel: say('kit.draftReturn'),
        onUndo: () => {
          putDraft(written);
          reopen();
        },
      });
    },
    [card, say],
  );
}
