// The cards that stand over the list, as the address names them.
import { lazy } from 'react';
import { type CardKind, type OpenCard, useCards } from '../platform/cards.ts';

const windows: Record<CardKind, ReturnType<typeof lazy<(props: { card: OpenCard }) => React.ReactNode>>> = {
  tasks: lazy(() => import('../pages/task-card.tsx').then((file) => ({ default: file.TaskCard }))),
  days: lazy(() => import('../pages/days-card.tsx').then((file) => ({ default: file.DaysCard }))),
  clients: lazy(() => import('../pages/client-card.tsx').then((file) => ({ default: file.ClientCard }))),
};

export function OpenCards() {
  const { cards } = useCards();
  return cards.map((card) => {
    const Card = windows[card.kind];
    return <Card key={`${card.kind}.${card.id}`} card={card} />;
  });
}
