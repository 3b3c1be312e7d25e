// Completing asks for the result and the actual moment, and offers the next task; cancelling asks why, and whether it is to come again.
import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { Task } from '../../../contract/tasks.ts';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import type { Moment } from '../../kit/fields/parse-moment.ts';
import { goToUnsettled } from '../../kit/fields/unsettled.ts';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { RefusedError } from '../../platform/api.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useHeldDraft } from '../../platform/held-draft.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { fromMoment, toMoment } from '../../platform/moments.ts';
import { useOneAtATime } from '../../platform/one-at-a-time.ts';
import type { References } from '../../platform/references.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useRepeatWords } from '../../platform/repeat-words.ts';
import { RestoredDraft } from '../../platform/restored-draft.tsx';
import { useMay, useMe } from '../../platform/session.tsx';
import { useSay, useWords } from '../../platform/texts.tsx';
import { useAndAgain } from './and-again.ts';
import { CloseModal, ReasonField } from './close-modal.tsx';
import { dayAfter, type NextDraft, NextTask, nextDraftOf, nextWorkingDay } from './next-task.tsx';
import type { TaskDraft } from './task-form.ts';
import styles from './tasks.module.css';

type CloseProps = {
  task: Task;
  /** The state that it gets; left out: the first that means it. */
  stateId?: number | undefined;
  onClose(): void;
  onDone(): void;
};

type CompleteProps = CloseProps & {
  draft: TaskDraft;
  /** The results as they were when those of the draft began to be written. */
  base: string;
  references: References;
};

/** Completing, and the next task with it; faults stand at the moment and at the fields of the next. */
function useComplete({ task, draft, base, stateId, onDone }: CompleteProps) {
  const words = useWords();
  const { say } = words;
  const act = useDo();
  const andAgain = useAndAgain();
  const format = useFormat();
  const { today } = useMe();
  const [next, setNext] = useState<NextDraft | null>(null);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const offer = async (wanted: boolean) => {
    if (!wanted) return setNext(null);
    const tomorrow = nextDraftOf(draft, dayAfter(today), format);
    setNext(tomorrow);
    const day = await nextWorkingDay(draft.managerId, today);
    const { at, hasTime } = nextDraftOf(draft, day, format);
    // whoever has chosen a day meanwhile keeps it
    setNext((shown) => shown && (shown.at === tomorrow.at ? { ...shown, at, hasTime } : shown));
  };
  const once = useOneAtATime();
  /** The results that one's own go over; `known`: the task as it is by what has been heard. */
  const seen = useRef(base);
  const complete = async (results: string, at: string | undefined, known: Task): Promise<void> => {
    if (known.results !== seen.current && known.results !== results) {
      seen.current = known.results;
      return setFaults({ results: say('fault.meanwhile', { value: known.results }) });
    }
    const { id, version } = known;
    let theirs: Task | undefined;
    const done = await act(
      'tasks.complete',
      { id, version, results, at, stateId, ...(next && { next }) },
      {
        text: ({ addedId, next: again }) => {
          const text = say('task.completedOne', { id });
          if (addedId) return say('task.andSet', { text, id: addedId });
          return andAgain(text, again);
        },
        onRefused: (refusal) => {
          if (refusal.code === 'record.stale') theirs = (refusal.details as { current: Task }).current;
          setFaults(faultsByPath(words, new RefusedError(422, refusal)));
          return (
            theirs !== undefined ||
            refusal.faults.some(({ path }) => path === 'at' || path.startsWith('next.'))
          );
        },
      },
    );
    if (done) onDone();
    else if (theirs) await complete(results, at, theirs);
  };
  return {
    next,
    offer,
    change: (set: Partial<NextDraft>) => setNext(next && { ...next, ...set }),
    faults,
    complete: (results: string, at: string | undefined) => once(() => complete(results, at, task)),
  };
}

export function CompleteTask(props: CompleteProps) {
  const { task, draft, references, onClose } = props;
  const { say, locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const mayAdd = useMay('tasks', 'add');
  useReturnedFocus();
  const [first] = useState({ results: draft.results });
  const held = useHeldDraft<{ results: string }, null>(`tasks.${task.id}/completing`, first, null);
  const { results } = held.draft;
  const { next, offer, change, faults, complete } = useComplete({
    ...props,
    base: held.restored ? held.base.results : props.base,
    onDone() {
      held.reset();
      props.onDone();
    },
  });
  const [moment, setMoment] = useState<Moment | null>(() =>
    toMoment(Temporal.Now.instant().toString(), true, format),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!goToUnsettled(document.activeElement))
      void complete(results, fromMoment(moment, format).at ?? undefined);
  };
  return (
    <CloseModal title={say('task.completeTitle', { id: task.id })} onClose={onClose} onSubmit={submit}>
      {held.restored && <RestoredDraft onDiscard={held.reset} />}
      <Textarea
        label={say('field.results')}
        value={results}
        onChange={(event) => held.set({ results: event.currentTarget.value })}
        error={faults.results}
        autosize
        minRows={4}
        data-autofocus
      />
      <DateTimeField
        label={say('task.doneAt')}
        value={moment}
        onChange={setMoment}
        error={faults.at}
        format={(shown) => format.moment(fromMoment(shown, format).at ?? '', shown.time !== null)}
        words={labels.moments}
        labels={labels.date}
        today={Temporal.PlainDate.from(today)}
        locale={locale}
        withTime
      />
      {task.repeat && <ComesAgain rule={task.repeat} />}
      {mayAdd && (
        <Checkbox
          label={say('task.next')}
          checked={next !== null}
          onChange={(event) => offer(event.currentTarget.checked)}
        />
      )}
      {next && <NextTask draft={next} set={change} references={references} faults={faults} />}
      <div className={styles.windowActions}>
        <Button type="submit">{say('task.complete')}</Button>
      </div>
    </CloseModal>
  );
}

/** That the next one will be there by itself. */
function ComesAgain({ rule }: { rule: string }) {
  const say = useSay();
  const inWords = useRepeatWords();
  return <p className={styles.facts}>{say('task.comesAgain', { rule: inWords(rule) })}</p>;
}

const noReason = { reason: '' };

export function CancelTask({ task, stateId, onClose, onDone }: CloseProps) {
  const { id, version, repeat } = task;
  const { say } = useWords();
  const act = useDo();
  useReturnedFocus();
  const andAgain = useAndAgain();
  const inWords = useRepeatWords();
  const held = useHeldDraft<{ reason: string }, null>(`tasks.${id}/cancelling`, noReason, null);
  const { reason } = held.draft;
  const [scope, setScope] = useState('one');
  const once = useOneAtATime();
  const [fault, setFault] = useState<string>();
  const cancel = async () => {
    if (reason.trim() === '') return setFault(say('refusal.fault.required'));
    const done = await act(
      'tasks.cancel',
      { id, version, reason, stateId, ...(repeat && scope === 'all' && { endRepeat: true }) },
      {
        text: ({ next }) => andAgain(say('task.cancelledOne', { id }), next),
      },
    );
    if (!done) return;
    held.reset();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void once(cancel);
  };
  return (
    <CloseModal title={say('task.cancelTitle', { id })} onClose={onClose} onSubmit={submit}>
      {held.restored && <RestoredDraft onDiscard={held.reset} />}
      <ReasonField value={reason} onChange={(text) => held.set({ reason: text })} error={fault} />
      {repeat && (
        <Radio.Group
          label={say('task.cancelScope', { rule: inWords(repeat) })}
          value={scope}
          onChange={setScope}
        >
          <div className={styles.scope}>
            <Radio value="one" label={say('task.cancelOne')} />
            <Radio value="all" label={say('task.cancelAll')} />
          </div>
        </Radio.Group>
      )}
      <div className={styles.windowActions}>
        <Button type="submit" color="red" variant="light">
          {say('task.cancel')}
        </Button>
      </div>
    </CloseModal>
  );
}

type WhyProps = { id: number; onClose(): void; onDone(reason: string): void };

/** Asked of a card whose state was set to one that cancels: the reason is saved with the rest of it. */
export function WhyCancelled({ id, onClose, onDone }: WhyProps) {
  const { say } = useWords();
  useReturnedFocus();
  const held = useHeldDraft<{ reason: string }, null>(`tasks.${id}/cancelling`, noReason, null);
  const { reason } = held.draft;
  const [fault, setFault] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setFault(say('refusal.fault.required'));
    held.reset();
    onDone(reason);
  };
  return (
    <CloseModal title={say('task.cancelTitle', { id })} onClose={onClose} onSubmit={submit}>
      {held.restored && <RestoredDraft onDiscard={held.reset} />}
      <ReasonField value={reason} onChange={(text) => held.set({ reason: text })} error={fault} />
      <div className={styles.windowActions}>
        <Button type="submit">{say('kit.save')}</Button>
      </div>
    </CloseModal>
  );
}
