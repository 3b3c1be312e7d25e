// A task that two people changed: which of its fields say one thing together, and what in it are words.
import type { Task, TaskInput } from '../../../contract/tasks.ts';
import { type Clash, type ClashField, clashOf, type Meaning } from '../../platform/clash.ts';

export type TaskClash = Clash<TaskInput, Task>;
export type TaskField = ClashField<TaskInput>;

const meaning: Meaning<TaskInput> = {
  wholes: [['at', 'hasTime']],
  essenceOf: (field, value) =>
    (field === 'at' || field === 'deadline') && typeof value === 'string' ? Date.parse(value) : value,
};

/** `row`: as it was when the person began to write. Null where nobody else touched what is being saved. */
export const taskClashOf = (row: TaskInput, mine: TaskInput, theirs: Task): TaskClash | null =>
  clashOf(row, mine, theirs, meaning);

/** What was written in words. */
export const wordsOf = ({ description, results }: TaskInput): string =>
  [description, results].filter(Boolean).join('\n');
