// Saving the card of a task: faults at their fields, a clash settled by the person.
import { useRef, useState } from 'react';
import type { Task, TaskInput, TaskRow } from '../../../contract/tasks.ts';
import { goToUnsettled } from '../../kit/fields/unsettled.ts';
import { RefusedError } from '../../platform/api.ts';
import { settled } from '../../platform/clash.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useTellGivenUp } from '../../platform/given-up-words.ts';
import { putDraft, writtenAs } from '../../platform/held-draft.ts';
import { useOneAtATime } from '../../platform/one-at-a-time.ts';
import { faultsByPath } from '../../platform/refusal-text.ts';
import { useWords } from '../../platform/texts.tsx';
import { useAndAgain } from './and-again.ts';
import { type TaskClash, type TaskField, taskClashOf, wordsOf } from './task-clash.ts';
import { draftOf, taskDraftName, type useDraft } from './task-form.ts';
import type { TaskWindowProps } from './task-window.tsx';

/** `task`: as it was when the person began to write. */
export function useSaveCard(
  { task, first, onSaved, onCreated, onChanged, onClose, onReopen, onShow }: TaskWindowProps,
  { changes, reset, send, saved }: ReturnType<typeof useDraft>,
) {
  const words = useWords();
  const act = useDo();
  const andAgain = useAndAgain();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [clash, setClash] = useState<TaskClash | null>(null);
  /** Why it is cancelled: what the saving that the clash interrupted was given. */
  const why = useRef<string>(undefined);
  const create = async (): Promise<void> => {
    // What is left empty is nothing to say; a manager who is left out is nobody, not oneself.
    const given = Object.fromEntries(
      Object.entries({ ...first, ...changes }).filter(
        ([field, value]) => value !== null || field === 'managerId',
      ),
    );
    if (Object.keys(changes).length === 0)
      return setFaults({ description: words.say('refusal.fault.required') });
    const made = await act('tasks.create', given, {
      text: words.say('task.created'),
      onRefused: showFaults,
      onShow: onShow && (({ id }) => onShow(id)),
    });
    if (!made) return;
    onCreated?.(made.row);
    const since = saved(null);
    if (!since) return onClose();
    reset();
    putDraft(writtenAs(taskDraftName(made.row), { ...since, seen: made.row }));
    onSaved(made.id);
  };
  const showFaults = (refusal: RefusedError['refusal']) => {
    const found = faultsByPath(words, new RefusedError(422, refusal));
    setFaults(found);
    return Object.keys(found).length > 0;
  };
  const change = async (row: TaskRow, set: TaskInput, reason?: string): Promise<void> => {
    if (Object.keys(set).length === 0) return onClose();
    const done = await act(
      'tasks.change',
      { id: row.id, version: row.version, set, reason },
      {
        text: ({ next }) => andAgain(words.say('task.changedOne', { id: row.id }), next),
        onRefused: (refusal) => {
          const told = showFaults(refusal);
          if (refusal.code !== 'record.stale') return told;
          const theirs = (refusal.details as { current: Task }).current;
          const found = taskClashOf(row, set, theirs);
          why.current = reason;
          if (found) setClash(found);
          else void change(theirs, set, reason);
          return true;
        },
      },
    );
    if (!done) return;
    onChanged?.(done.row);
    // Who writes on while it is saved is not done with the card.
    if (saved({ ...row, ...(set as Partial<Task>), version: done.row.version } as Task)) return;
    onSaved(row.id);
    onClose();
  };
  const tellGivenUp = useTellGivenUp<TaskInput, Task>(
    { nameOf: taskDraftName, draftOf, wordsOf, onReopen },
    setClash,
  );
  const resolve = async (given: TaskField[]) => {
    setClash(null);
    if (!clash) return;
    if (given.length > 0) tellGivenUp(clash, given);
    const { kept } = settled(clash, given);
    if (Object.keys(kept).length > 0) return change(clash.theirs, kept, why.current);
    reset();
  };
  const once = useOneAtATime();
  /** `reason`: why, where the state that is set cancels the task. */
  const save = (reason?: string) => {
    if (goToUnsettled(document.activeElement)) return;
    void once(() => {
      send();
      return task ? change(task, changes, reason) : create();
    });
  };
  return { save, faults, clash, resolve, dismiss: () => setClash(null) };
}
