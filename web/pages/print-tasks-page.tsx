// The list of tasks on paper: the view of the address it was opened with, previewed and printed.
import { IconTableExport } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { viewFromParameters, viewToParameters } from '../../contract/kit/view-url.ts';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { TaskPrint } from '../features/tasks/task-print.tsx';
import { usePaperViewWords } from '../features/views/view-words.ts';
import { FileLink } from '../platform/file-link.tsx';
import { PrintFailure, PrintPage, useClockWords } from '../platform/print-page.tsx';
import { useAsk } from '../platform/queries.ts';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { type Say, useSay } from '../platform/texts.tsx';
import { useClientNames } from './use-client-names.ts';

export function PrintTasksPage() {
  const say = useSay();
  const { firm } = useMe();
  const references = useReferences();
  const { card: _, ...search } = useSearch({ strict: false }) as Record<string, string>;
  const own = Object.keys(search).length > 0 ? search : { d: firm.defaultInterval };
  const { view, faults } = viewFromParameters('tasks', own);
  const viewWords = usePaperViewWords(useTaskFilters(references, useClientNames(view.where)));
  // What cannot be read is refused by the house: paper must not show more than was asked for.
  const { data, error } = useAsk('tasks.print', faults.length > 0 ? own : viewToParameters(view));
  const mayExport = useMay('tasks', 'export');
  const clock = useClockWords('reader');
  const home = `/tasks?${new URLSearchParams(own)}`;
  if (error) return <PrintFailure error={error} home={home} />;
  const count = data ? countWords(say, data.rows.length, data.left) : '';
  const title = [firm.name, viewWords(view), clock, data && data.left > 0 && count]
    .filter(Boolean)
    .join(' · ');
  const parameters = viewToParameters(view);
  const actions = (
    <>
      {mayExport && (
        <FileLink
          href={`/exports/tasks.xlsx?${new URLSearchParams(parameters)}`}
          icon={<IconTableExport size={16} stroke={1.5} />}
        >
          XLSX
        </FileLink>
      )}
      <span>{count}</span>
    </>
  );
  return (
    <PrintPage
      title={title}
      first="landscape"
      ready={data !== undefined}
      home={home}
      pdf={
        mayExport
          ? (paper) => `/exports/tasks.pdf?${new URLSearchParams({ ...parameters, paper, title })}`
          : undefined
      }
      actions={actions}
    >
      {data?.rows.length === 0 && <p>{say('task.noneHere')}</p>}
      {data && data.rows.length > 0 && <TaskPrint rows={data.rows} references={references} title={title} />}
    </PrintPage>
  );
}

/** A list that is longer than paper holds says so, above and on each sheet: else who reads it takes it for the whole. */
const countWords = (say: Say, printed: number, left: number) =>
  left > 0 ? say('print.first', { printed, count: printed + left }) : say('task.count', { count: printed });
