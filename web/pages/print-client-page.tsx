// A client's card on paper: its fields, its open tasks, and what was done last. Features meet here.
import { useParams } from '@tanstack/react-router';
import { ClientPrint } from '../features/clients/client-print.tsx';
import { TaskLinesPrint } from '../features/tasks/task-lines-print.tsx';
import { ErrorState } from '../kit/states/empty-state.tsx';
import { PrintPage } from '../platform/print-page.tsx';
import { useAsk } from '../platform/queries.ts';
import { type References, useReferences } from '../platform/references.ts';
import { refusalText } from '../platform/refusal-text.ts';
import { useMay } from '../platform/session.tsx';
import { useSay, useWords } from '../platform/texts.tsx';

/** A card is no book: the next tasks and the latest results. */
const openAtMost = 200;
const doneAtMost = 20;

export function PrintClientPage() {
  const words = useWords();
  const references = useReferences();
  const seesTasks = useMay('tasks', 'view');
  const { client: given } = useParams({ strict: false }) as { client: string };
  const id = /^\d{1,15}$/.test(given) ? Number(given) : 0;
  const { data: client, error } = useAsk('clients.get', { id: Math.max(id, 1) });
  if (error || id === 0)
    return <ErrorState title={error ? refusalText(words, error) : words.say('fault.noPage')} />;
  return (
    <PrintPage title={client?.name ?? ''} first="portrait" ready={client !== undefined}>
      {client && <ClientPrint client={client} references={references} />}
      {client && seesTasks && <Tasks clientId={client.id} references={references} />}
    </PrintPage>
  );
}

function Tasks({ clientId, references }: { clientId: number; references: References }) {
  const say = useSay();
  const asked = { d: 'all', 'f.client': String(clientId) };
  const open = useAsk('tasks.list', { ...asked, 'f.open': 'yes', sort: 'at', limit: String(openAtMost) });
  const done = useAsk('tasks.list', {
    ...asked,
    'f.doneAt': '*',
    sort: '-doneAt',
    limit: String(doneAtMost),
  });
  const { data: counted } = useAsk('tasks.count', { ...asked, 'f.open': 'yes' });
  const rows = open.data?.rows ?? [];
  const left = (counted?.count ?? 0) - rows.length;
  return (
    <>
      <TaskLinesPrint
        title={[say('print.openTasks'), left > 0 && say('hours.more', { count: left })]
          .filter(Boolean)
          .join(' · ')}
        rows={rows}
        references={references}
      />
      <TaskLinesPrint
        title={say('print.doneTasks')}
        rows={done.data?.rows ?? []}
        references={references}
        done
      />
    </>
  );
}
