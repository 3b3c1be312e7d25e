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
  const complete = async ({ id, version }: TaskRow) => {
    const row = `${id}.${version}`;
    if (closed.current.has(row)) return;
    closed.current.add(row);
    const text = ({ next }: { next: Parameters<typeof andAgain>[1] }) =>
      andAgain(say('task.completedOne', { id }), next);
    if (!(await act('tasks.complete', { id }, { text }))) closed.current.delete(row);
  };
  const putOff = ({ id, version }: TaskRow) => {
    const day = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
    const text = say('task.moved', { count: 1, name: say('day.tomorrow') });
    act('tasks.move', { moves: [{ id, version, day }] }, { text });
  };
  return { complete, putOff };
}
