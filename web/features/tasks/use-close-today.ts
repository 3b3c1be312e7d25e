// Closing a task by one key: done as it stands, or put off until tomorrow at the same hour.
import type { TaskRow } from '../../../contract/tasks.ts';
import { useDo } from '../../platform/deeds.tsx';
import type { References } from '../../platform/references.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';

export function useCloseToday(references: References) {
  const say = useSay();
  const act = useDo();
  const { today } = useMe();
  const done = references
    .entriesOf('taskStates')
    .find(({ meaning, archived }) => meaning === 'done' && !archived);
  const complete = ({ id }: TaskRow) => {
    if (!done) return;
    act(
      'tasks.changeMany',
      { chosen: { ids: [id] }, set: { stateId: done.id } },
      { text: say('task.completedOne', { id }) },
    );
  };
  const putOff = ({ id, version }: TaskRow) => {
    const day = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
    const text = say('task.moved', { count: 1, name: say('day.tomorrow') });
    act('tasks.move', { moves: [{ id, version, day }] }, { text });
  };
  return { complete, putOff };
}
