// One's own day.
import { useCallback } from 'react';
import { MyDay } from '../features/tasks/my-day.tsx';
import { Forbidden } from '../kit/states/empty-state.tsx';
import { useCards } from '../platform/cards.ts';
import { useReferences } from '../platform/references.ts';
import { useMay } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';

export function MyDayPage() {
  const say = useSay();
  const references = useReferences();
  const { open } = useCards();
  const onCreate = useCallback(() => open('tasks', null), [open]);
  if (!useMay('tasks', 'view'))
    return <Forbidden title={say('calendar.forbidden')} text={say('fault.askKeeper')} />;
  return <MyDay references={references} onOpen={(id) => open('tasks', id)} onCreate={onCreate} />;
}
