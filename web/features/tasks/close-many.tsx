// Closing all that are selected: one result, or one reason, for each of them.
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useOneAtATime } from '../../platform/one-at-a-time.ts';
import { useSay } from '../../platform/texts.tsx';
import { CloseModal, ReasonField } from './close-modal.tsx';
import styles from './tasks.module.css';

type CloseManyProps = {
  meaning: 'done' | 'cancelled';
  count: number;
  onClose(): void;
  /** Ends when it is done, or was refused and told so. */
  onDone(given: { results?: string; reason?: string }): Promise<void>;
};

export function CloseMany({ meaning, count, onClose, onDone }: CloseManyProps) {
  const say = useSay();
  useReturnedFocus();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const once = useOneAtATime();
  const cancels = meaning === 'cancelled';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const empty = text.trim() === '';
    if (cancels && empty) return setFault(say('refusal.fault.required'));
    void once(() => onDone(cancels ? { reason: text } : empty ? {} : { results: text }));
  };
  return (
    <CloseModal
      title={say(cancels ? 'task.cancelManyTitle' : 'task.completeManyTitle', { count })}
      onClose={onClose}
      onSubmit={submit}
    >
      {cancels ? (
        <ReasonField value={text} onChange={setText} error={fault} />
      ) : (
        <Textarea
          label={say('field.results')}
          description={say('task.resultsOfAll')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
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
