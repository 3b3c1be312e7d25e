// Saving one field in place: shown at once; a stale one merges by field where nobody touched the same, else both are shown.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Task, TaskInput, TaskRow } from '../../../contract/tasks.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useSay } from '../../platform/texts.tsx';
import { useTellUnsaved } from '../../platform/unsaved-words.tsx';

type Blocks = TaskRow[] | undefined;

/** A clash that only a person can settle: the same field was changed by somebody else. */
export type Clash = { row: TaskRow; mine: TaskInput; theirs: Task };

/** Whether others changed one of the fields that are being saved; fields that only one side changed merge by themselves. */
export function touches(row: TaskRow, mine: TaskInput, theirs: Task): boolean {
  return (Object.keys(mine) as (keyof TaskInput & keyof TaskRow)[]).some(
    (field) => JSON.stringify(row[field]) !== JSON.stringify(theirs[field]),
  );
}

/** What was written in words. */
export const wordsOf = ({ description, results }: TaskInput): string =>
  [description, results].filter(Boolean).join('\n');

/** `save(row, set)`; `clash` stands until it is settled. */
export function useSaveTask() {
  const client = useQueryClient();
  const act = useDo();
  const say = useSay();
  const tellUnsaved = useTellUnsaved();
  const [clash, setClash] = useState<Clash | null>(null);

  const patch = useCallback(
    (id: number, change: (row: TaskRow) => TaskRow) =>
      client.setQueriesData<Blocks>({ queryKey: ['tasks', 'list'] }, (rows) =>
        Array.isArray(rows) ? rows.map((row) => (row.id === id ? change(row) : row)) : rows,
      ),
    [client],
  );

  const save = useCallback(
    async (row: TaskRow, set: TaskInput, version = row.version): Promise<void> => {
      patch(row.id, (shown) => ({ ...shown, ...(set as Partial<TaskRow>) }));
      let theirs: Task | undefined;
      const answer = await act(
        'tasks.change',
        { id: row.id, version, set },
        {
          text: say('task.changedOne', { id: row.id }),
          onRefused: (refusal) => {
            if (refusal.code === 'record.stale') theirs = (refusal.details as { current: Task }).current;
            return theirs !== undefined;
          },
        },
      );
      if (answer) patch(row.id, () => answer.row);
      else if (theirs && touches(row, set, theirs)) setClash({ row, mine: set, theirs });
      else if (theirs) await save(theirs, set, theirs.version);
      else {
        client.invalidateQueries({ queryKey: ['tasks', 'list'] });
        tellUnsaved({ words: wordsOf(set) });
      }
    },
    [act, client, patch, say, tellUnsaved],
  );

  const resolve = useCallback(
    async (choice: 'mine' | 'theirs') => {
      if (!clash) return;
      setClash(null);
      if (choice === 'mine') return save(clash.theirs, clash.mine);
      tellUnsaved({ words: wordsOf(clash.mine), onReturn: () => setClash(clash) });
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
    [clash, client, save, tellUnsaved],
  );
  return { save, clash, resolve };
}
