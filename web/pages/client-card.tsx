// The card of a client: its own tabs, its tasks, its history, taking it over.
import { Button } from '@mantine/core';
import { clientDraftOf, newClientDraft } from '../features/clients/client-form.ts';
import { ClientWindow } from '../features/clients/client-window.tsx';
import { HandOver } from '../features/clients/hand-over.tsx';
import { HistoryList } from '../features/journal/history-list.tsx';
import { ClientTasks } from '../features/tasks/client-tasks.tsx';
import { RefusedError } from '../platform/api.ts';
import { useStep } from '../platform/beneath.ts';
import { type OpenCard, useCards } from '../platform/cards.ts';
import { isGone } from '../platform/gone.ts';
import { PrintDoor } from '../platform/print-door.tsx';
import { useAsk } from '../platform/queries.ts';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { MissingCard } from './missing-card.tsx';

export function ClientCard({ card }: { card: OpenCard }) {
  const say = useSay();
  const { cards, close, exchange, open } = useCards();
  const references = useReferences();
  const stepTo = useStep(card);
  const { person } = useMe();
  const seesTasks = useMay('tasks', 'view');
  const { data: client, error } = useAsk('clients.get', { id: card.id ?? 0 }, { enabled: card.id !== null });
  /** The card goes on as that of the client that stays, unless that one is open already. */
  const becomes = (id: number) =>
    cards.some((each) => each.kind === 'clients' && each.id === id) ? close(card) : exchange(card, id);
  if (isGone(error, client)) {
    const into = mergedInto(error);
    const action = into && (
      <Button data-autofocus onClick={() => becomes(into.id)}>
        {say('client.openInto', { name: into.name })}
      </Button>
    );
    return <MissingCard error={error} card={card} action={action} />;
  }
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
      stepTo={stepTo}
      onOpen={(id) => open('clients', id)}
      onMerged={(stays, goes) => goes === card.id && becomes(stays)}
      actions={
        known && (
          <>
            <PrintDoor address={`/print/clients/${known.id}`} what={known.name} />
            <HandOver client={known} references={references} />
          </>
        )
      }
    />
  );
}

/** A client that was merged into another is there under that one's name. */
function mergedInto(error: unknown): { id: number; name: string } | null {
  if (!(error instanceof RefusedError) || error.refusal.code !== 'client.merged') return null;
  const { details, params } = error.refusal;
  return { id: (details as { id: number }).id, name: String(params.into) };
}
