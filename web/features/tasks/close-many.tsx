// Closing all that are selected: one result, or one reason, for each of them.
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useHeldDraft } from '../../platform/held-draft.ts';
import { useOneAtATime } from '../../platform/one-at-a-time.ts';
import { RestoredDraft, useLeave } from '../../platform/restored-draft.tsx';
import { useSay } from '../../platform/texts.tsx';
import { CloseModal, ReasonField } from './close-modal.tsx';
import styles from './tasks.module.css';

type CloseManyProps = {
  meaning: 'done' | 'cancelled';
  count: number;
  onClose(): void;
  onReopen(): void;
  /** Whether it is done; else it was refused and told so. */
  onDone(given: { results?: string; reason?: string }): Promise<boolean>;
};

const draftName = 'closeMany';
const nothingWritten = { text: '' };

export function CloseMany({ meaning, count, onDone, ...props }: CloseManyProps) {
  const say = useSay();
  useReturnedFocus();
  const held = useHeldDraft<{ text: string }, null>(draftName, nothingWritten, null);
  const { text } = held.draft;
  const leave = useLeave(draftName);
  const onClose = () => leave(props.onClose, props.onReopen);
  const [fault, setFault] = useState<string>();
  const once = useOneAtATime();
  const cancels = meaning === 'cancelled';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = text.trim() === '';
    if (cancels && empty) return setFault(say('refusal.fault.required'));
    void once(async () => {
      if (await onDone(cancels ? { reason: text } : empty ? {} : { results: text })) held.reset();
    });
  };
  return (
    <CloseModal
      title={say(cancels ? 'task.cancelManyTitle' : 'task.completeManyTitle', { count })}
      onClose={onClose}
      onSubmit={submit}
    >
      {held.restored && <RestoredDraft onDiscard={held.reset} />}
      {cancels ? (
        <ReasonField value={text} onChange={(written) => held.set({ text: written })} error={fault} />
      ) : (
        <Textarea
          label={say('field.results')}
          description={say('task.resultsOfAll')}
          value={text}
          onChange={(event) => held.set({ text: event.currentTarget.value })}
          autosize
          minRows={3}
          data-autofocus
        />
      )}
      <div className={styles.windowActions}>
        <Button type="submit" {...(cancels && { color: 'red', variant: 'light' })}>
          {say(cancels ? 'task.cancelMany' : 'task.complete')}
        </Button>
      </div>
    </CloseModal>
  );
}
