// A client's card on paper: its fields, its open tasks, and what was done last. Features meet here.
import { useParams } from '@tanstack/react-router';
import { printedTasksOf } from '../../contract/printed-client.ts';
import type { TaskRow } from '../../contract/tasks.ts';
import { ClientPrint } from '../features/clients/client-print.tsx';
import { TaskLinesPrint } from '../features/tasks/task-lines-print.tsx';
import { PrintFailure, PrintPage } from '../platform/print-page.tsx';
import { useAsk } from '../platform/queries.ts';
import { type References, useReferences } from '../platform/references.ts';
import { useMay } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';

export function PrintClientPage() {
  const references = useReferences();
  const seesTasks = useMay('tasks', 'view');
  const mayExport = useMay('clients', 'export');
  const { client: given } = useParams({ strict: false }) as { client: string };
  const id = /^\d{1,15}$/.test(given) ? Number(given) : 0;
  const { data: client, error: noClient } = useAsk('clients.get', { id: Math.max(id, 1) });
  const { tasks, error: noTasks } = useTasksOf(id, seesTasks && id > 0);
  const error = noClient ?? noTasks;
  if (error || id === 0) return <PrintFailure error={error} home="/clients" />;
  const ready = client !== undefined && (tasks !== undefined || !seesTasks);
  return (
    <PrintPage
      title={client?.name ?? ''}
      first="portrait"
      ready={ready}
      home={`/clients?card=clients.${id}`}
      pdf={mayExport ? (paper) => `/exports/client.pdf?id=${id}&paper=${paper}` : undefined}
    >
      {ready && <ClientPrint client={client} references={references} />}
      {ready && tasks && <Tasks {...tasks} references={references} />}
    </PrintPage>
  );
}

type TasksOf = { open: TaskRow[]; openCount: number; done: TaskRow[] };

/** Undefined until all of it is there: half a card must not be printed. */
function useTasksOf(clientId: number, enabled: boolean): { tasks: TasksOf | undefined; error: unknown } {
  const asked = printedTasksOf(clientId);
  const open = useAsk('tasks.list', asked.open, { enabled });
  const done = useAsk('tasks.list', asked.done, { enabled });
  const counted = useAsk('tasks.count', asked.allOpen, { enabled });
  const tasks =
    open.data && done.data && counted.data
      ? { open: open.data.rows, openCount: counted.data.count, done: done.data.rows }
      : undefined;
  return { tasks, error: open.error ?? done.error ?? counted.error };
}

function Tasks({ open, openCount, done, references }: TasksOf & { references: References }) {
  const say = useSay();
  const left = openCount - open.length;
  return (
    <>
      <TaskLinesPrint
        title={[say('print.openTasks'), left > 0 && say('hours.more', { count: left })]
          .filter(Boolean)
          .join(' · ')}
        rows={open}
        references={references}
      />
      <TaskLinesPrint title={say('print.doneTasks')} rows={done} references={references} done />
    </>
  );
}
