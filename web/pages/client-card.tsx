// The card of a client: its own tabs, its tasks, its history, taking it over.

import { clientDraftOf, newClientDraft } from '../features/clients/client-form.ts';
import { ClientWindow } from '../features/clients/client-window.tsx';
import { HandOver } from '../features/clients/hand-over.tsx';
import { HistoryList } from '../features/journal/history-list.tsx';
import { ClientTasks } from '../features/tasks/client-tasks.tsx';
import { type OpenCard, useCards } from '../platform/cards.ts';
import { PrintDoor } from '../platform/print-door.tsx';
import { useAsk } from '../platform/queries.ts';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { MissingCard } from './missing-card.tsx';

export function ClientCard({ card }: { card: OpenCard }) {
  const say = useSay();
  const { close, exchange, open } = useCards();
  const references = useReferences();
  const { person } = useMe();
  const seesTasks = useMay('tasks', 'view');
  const { data: client, error } = useAsk('clients.get', { id: card.id ?? 0 }, { enabled: card.id !== null });
  if (error) return <MissingCard error={error} onClose={() => close(card)} />;
  if (card.id !== null && client?.id !== card.id) return null;
  const known = card.id === null ? null : (client ?? null);
  const group = Number(/^group=(\d+)$/.exec(card.given)?.[1] ?? 0) || null;
  const tasks =
    known && seesTasks
      ? [
          {
            id: 'tasks',
            title: say('client.tab.tasks'),
            content: (
              <ClientTasks
                clientId={known.id}
                references={references}
                onOpen={(id) => open('tasks', id)}
                onCreate={() => open('tasks', null, `client=${known.id}`)}
              />
            ),
          },
        ]
      : [];
  const history = known
    ? [
        {
          id: 'history',
          title: say('client.tab.history'),
          content: <HistoryList kind="clients" id={known.id} references={references} />,
        },
      ]
    : [];
  return (
    <ClientWindow
      key={card.id ?? 'new'}
      client={known}
      first={known ? clientDraftOf(known) : newClientDraft(person.id, group)}
      references={references}
      more={[...tasks, ...history]}
      onClose={() => close(card)}
      onReopen={() => open('clients', card.id, card.given)}
      onSaved={(id) => exchange(card, id)}
      onOpen={(id) => open('clients', id)}
      actions={
        known && (
          <>
            <PrintDoor address={`/print/clients/${known.id}`} />
            <HandOver client={known} references={references} />
          </>
        )
      }
    />
  );
}
