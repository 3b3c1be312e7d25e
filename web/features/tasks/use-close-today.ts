// Closing a task by one key: done at this moment, or put off until tomorrow at the same hour.
import { useRef } from 'react';
import type { TaskRow } from '../../../contract/tasks.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import { useAndAgain } from './and-again.ts';

export function useCloseToday() {
  const say = useSay();
  const act = useDo();
  const { today } = useMe();
  const andAgain = useAndAgain();
  /** Rows as they were when they were closed: a second click on one that is still shown so means nothing. */
  const closed = useRef(new Set<string>());
  const once = async ({ id, version }: TaskRow, close: () => Promise<unknown>) => {
    const row = `${id}.${version}`;
    if (closed.current.has(row)) return;
    closed.current.add(row);
    if (!(await close())) closed.current.delete(row);
  };
  const complete = (row: TaskRow) => {
    const { id } = row;
    const text = ({ next }: { next: Parameters<typeof andAgain>[1] }) =>
      andAgain(say('task.completedOne', { id }), next);
    return once(row, () => act('tasks.complete', { id }, { text }));
  };
  const putOff = (row: TaskRow) => {
    const { id, version } = row;
    const day = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
    const text = say('task.moved', { count: 1, name: say('day.tomorrow') });
    const nothing = () => say('task.stale', { id });
    return once(row, () => act('tasks.move', { moves: [{ id, version, day }] }, { text, nothing }));
  };
  return { complete, putOff };
}
