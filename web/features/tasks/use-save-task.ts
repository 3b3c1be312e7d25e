// Saving one field in place: shown at once; a stale one merges by field where nobody touched the same, else both are shown.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Task, TaskInput, TaskRow } from '../../../contract/tasks.ts';
import { reclaimed, settled } from '../../platform/clash.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useSay } from '../../platform/texts.tsx';
import { useTellUnsaved } from '../../platform/unsaved-words.tsx';
import { type TaskClash, type TaskField, taskClashOf, wordsOf } from './task-clash.ts';

type Blocks = TaskRow[] | undefined;

/** `save(row, set)`; `clash` stands until it is settled; `onSaved` is told the row as it is now. */
export function useSaveTask(onSaved?: (row: TaskRow) => void) {
  const client = useQueryClient();
  const act = useDo();
  const say = useSay();
  const tellUnsaved = useTellUnsaved();
  const [clash, setClash] = useState<TaskClash | null>(null);
  const told = useRef(onSaved);
  useEffect(() => {
    told.current = onSaved;
  });

  const patch = useCallback(
    (id: number, change: (row: TaskRow) => TaskRow) =>
      client.setQueriesData<Blocks>({ queryKey: ['tasks', 'list'] }, (rows) =>
        Array.isArray(rows) ? rows.map((row) => (row.id === id ? change(row) : row)) : rows,
      ),
    [client],
  );

  const save = useCallback(
    async (row: TaskRow, set: TaskInput): Promise<void> => {
      patch(row.id, (shown) => ({ ...shown, ...(set as Partial<TaskRow>) }));
      let theirs: Task | undefined;
      const answer = await act(
        'tasks.change',
        { id: row.id, version: row.version, set },
        {
          text: say('task.changedOne', { id: row.id }),
          onRefused: (refusal) => {
            if (refusal.code === 'record.stale') theirs = (refusal.details as { current: Task }).current;
            return theirs !== undefined;
          },
        },
      );
      if (answer) {
        patch(row.id, () => answer.row);
        told.current?.(answer.row);
      } else if (theirs) {
        const found = taskClashOf(row, set, theirs);
        if (found) setClash(found);
        else await save(theirs, set);
      } else {
        client.invalidateQueries({ queryKey: ['tasks', 'list'] });
        tellUnsaved({ words: wordsOf(set) });
      }
    },
    [act, client, patch, say, tellUnsaved],
  );

  /** `given`: the fields where the colleague's is kept; what I alone changed is saved all the same. */
  const resolve = useCallback(
    async (given: TaskField[]) => {
      if (!clash) return;
      setClash(null);
      const { kept, lost } = settled(clash, given);
      if (given.length > 0)
        tellUnsaved({ words: wordsOf(lost), onReturn: () => setClash(reclaimed(clash, given)) });
      if (Object.keys(kept).length > 0) return save(clash.theirs, kept);
      await client.invalidateQueries({ queryKey: ['tasks'] });
    },
    [clash, client, save, tellUnsaved],
  );
  return { save, clash, resolve };
}
