// Closing a task by one key: done at this moment, or put off until tomorrow at the same hour.
import type { TaskRow } from '../../../contract/tasks.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';

export function useCloseToday() {
  const say = useSay();
  const act = useDo();
  const { today } = useMe();
  const format = useFormat();
  const complete = ({ id }: TaskRow) => {
    act(
      'tasks.complete',
      { id },
      {
        text: ({ next }) => {
          const text = say('task.completedOne', { id });
          return next ? say('task.andAgain', { text, when: format.moment(next.at, next.hasTime) }) : text;
        },
      },
    );
  };
  const putOff = ({ id, version }: TaskRow) => {
    const day = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
    const text = say('task.moved', { count: 1, name: say('day.tomorrow') });
    act('tasks.move', { moves: [{ id, version, day }] }, { text });
  };
  return { complete, putOff };
}
