// Completing asks for the result and the actual moment; cancelling asks why.
import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import type { Moment } from '../../kit/fields/parse-moment.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { fromMoment, toMoment } from '../../platform/moments.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import styles from './tasks.module.css';

type CloseProps = {
  id: number;
  version: number;
  results: string;
  onClose(): void /** `next`: the person wants to set the next task. */;
  onDone(next: boolean): void;
};

export function CompleteTask({ id, version, results: before, onClose, onDone }: CloseProps) {
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const act = useDo();
  useReturnedFocus();
  const [results, setResults] = useState(before);
  const [next, setNext] = useState(false);
  const [moment, setMoment] = useState<Moment | null>(() =>
    toMoment(Temporal.Now.instant().toString(), true, format.timeZone),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = fromMoment(moment, format.timeZone).at ?? undefined;
    const done = await act(
      'tasks.complete',
      { id, version, results, at },
      { text: say('task.completedOne', { id }) },
    );
    if (done) onDone(next);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('task.completeTitle', { id })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <form className={styles.closing} onSubmit={submit}>
        <Textarea
          label={say('field.results')}
          value={results}
          onChange={(event) => setResults(event.currentTarget.value)}
          autosize
          minRows={4}
          data-autofocus
          onKeyDown={(event) =>
            event.key === 'Enter' &&
            (event.ctrlKey || event.metaKey) &&
            event.currentTarget.form?.requestSubmit()
          }
        />
        <DateTimeField
          label={say('task.doneAt')}
          value={moment}
          onChange={setMoment}
          format={(shown) => format.moment(fromMoment(shown, format.timeZone).at ?? '', shown.time !== null)}
          words={labels.moments}
          labels={labels.date}
          today={Temporal.PlainDate.from(today)}
          locale={locale}
          withTime
        />
        <Checkbox
          label={say('task.next')}
          checked={next}
          onChange={(event) => setNext(event.currentTarget.checked)}
        />
        <div className={styles.clashActions}>
          <Button type="submit">{say('task.complete')}</Button>
        </div>
      </form>
    </Modal>
  );
}

export function CancelTask({ id, version, onClose, onDone }: Omit<CloseProps, 'results'>) {
  const { say } = useWords();
  const act = useDo();
  useReturnedFocus();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(
      'tasks.cancel',
      { id, version, reason },
      { text: say('task.cancelledOne', { id }) },
    );
    if (done) onDone(false);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('task.cancelTitle', { id })}
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <form className={styles.closing} onSubmit={submit}>
        <Textarea
          label={say('field.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          autosize
          minRows={3}
          data-autofocus
        />
        <div className={styles.clashActions}>
          <Button type="submit" color="red" variant="light">
            {say('task.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
