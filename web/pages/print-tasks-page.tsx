// The list of tasks on paper: the view of the address it was opened with, previewed and printed.
import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { viewFromParameters, viewToParameters } from '../../contract/kit/view-url.ts';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { TaskPrint } from '../features/tasks/task-print.tsx';
import { usePaperViewWords } from '../features/views/view-words.ts';
import { ErrorState } from '../kit/states/empty-state.tsx';
import { HelpButton } from '../platform/help-button.tsx';
import { useAsk } from '../platform/queries.ts';
import { useReferences } from '../platform/references.ts';
import { refusalText } from '../platform/refusal-text.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useWords } from '../platform/texts.tsx';

const nameless = (id: number) => `№ ${id}`;

export function PrintTasksPage() {
  const words = useWords();
  const { say } = words;
  const { firm } = useMe();
  const references = useReferences();
  const { card: _, ...search } = useSearch({ strict: false }) as Record<string, string>;
  const own = Object.keys(search).length > 0 ? search : { d: firm.defaultInterval };
  const { view } = viewFromParameters('tasks', own);
  const viewWords = usePaperViewWords(useTaskFilters(references, nameless));
  const { data, error } = useAsk('tasks.print', viewToParameters(view));
  const mayExport = useMay('tasks', 'export');
  const [paper, setPaper] = useState('landscape');
  if (error) return <ErrorState title={refusalText(words, error)} />;
  return (
    <div className="print-page">
      <style>{`@page { size: A4 ${paper}; margin: 12mm 10mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }`}</style>
      <div className="print-bar">
        <SegmentedControl
          value={paper}
          onChange={setPaper}
          data={[
            { value: 'landscape', label: say('print.landscape') },
            { value: 'portrait', label: say('print.portrait') },
          ]}
        />
        <Button
          leftSection={<IconPrinter size={16} stroke={1.5} />}
          disabled={!data}
          onClick={() => window.print()}
        >
          {say('task.print')}
        </Button>
        {mayExport && (
          <Button
            variant="default"
            component="a"
            href={`/exports/tasks.xlsx?${new URLSearchParams(viewToParameters(view))}`}
            leftSection={<IconTableExport size={16} stroke={1.5} />}
          >
            XLSX
          </Button>
        )}
        {data && <span>{say('task.count', { count: data.rows.length })}</span>}
        <HelpButton topic="print" />
      </div>
      {data && (
        <TaskPrint rows={data.rows} references={references} title={`${firm.name} · ${viewWords(view)}`} />
      )}
    </div>
  );
}
