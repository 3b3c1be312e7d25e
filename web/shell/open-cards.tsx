// The cards that stand over the list, as the address names them.
import { lazy, useEffect } from 'react';
import { type CardKind, type OpenCard, useCards } from '../platform/cards.ts';
import { noteRecent } from '../platform/recent.ts';
import { useMe } from '../platform/session.tsx';

const windows: Record<CardKind, ReturnType<typeof lazy<(props: { card: OpenCard }) => React.ReactNode>>> = {
  tasks: lazy(() => import('../pages/task-card.tsx').then((file) => ({ default: file.TaskCard }))),
  days: lazy(() => import('../pages/days-card.tsx').then((file) => ({ default: file.DaysCard }))),
  clients: lazy(() => import('../pages/client-card.tsx').then((file) => ({ default: file.ClientCard }))),
};

export function OpenCards() {
  const { cards } = useCards();
  const { person } = useMe();
  const top = cards.at(-1);
  const gone = top && top.kind !== 'days' && top.id !== null ? `${top.kind}.${top.id}` : undefined;
  useEffect(() => {
    if (gone) noteRecent(person.id, gone);
  }, [gone, person.id]);
  return cards.map((card) => {
    const Card = windows[card.kind];
    return <Card key={`${card.kind}.${card.id}`} card={card} />;
  });
}
