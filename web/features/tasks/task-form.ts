// The state of a task's card: what is shown, what was changed, what is sent. Pure but for the hook's state.
import type { Task, TaskInput } from '../../../contract/tasks.ts';
import { useHeldDraft } from '../../platform/held-draft.ts';

export type TaskDraft = Pick<
  Task,
  | 'typeId'
  | 'managerId'
  | 'clientId'
  | 'description'
  | 'results'
  | 'at'
  | 'hasTime'
  | 'minutes'
  | 'deadline'
  | 'tags'
  | 'repeat'
  | 'remind'
> & { stateId: number | null };

export function draftOf(task: Task): TaskDraft {
  const { typeId, stateId, managerId, clientId, description, results, ...planned } = task;
  const { at, hasTime, minutes, deadline, tags, repeat, remind } = planned;
  return {
    ...{ typeId, stateId, managerId, clientId, description, results },
    ...{ at, hasTime, minutes, deadline, tags, repeat, remind },
  };
}

/** Only what differs from `base`, so that two people can change different fields at once. */
export function changedFields(base: TaskDraft, draft: TaskDraft): TaskInput {
  const changed = Object.entries(draft).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(base[field as keyof TaskDraft]),
  );
  return Object.fromEntries(
    changed.filter(([field, value]) => !(field === 'stateId' && value === null)),
  ) as TaskInput;
}

/** By which the draft of a card is kept. */
export const taskDraftName = (task: Pick<Task, 'id'> | null) => `tasks.${task?.id ?? 'new'}`;

/** The card's draft; `seen`: the task as it was when the person began to write. */
export function useDraft(base: TaskDraft, task: Task | null) {
  const held = useHeldDraft(taskDraftName(task), base, task);
  return { ...held, changes: changedFields(base, held.draft) };
}
