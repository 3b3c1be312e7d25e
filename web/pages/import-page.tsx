// Bringing in a table: file, columns, plan, done. Which import, and so which step, stands in the address.
import { Alert, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportView } from '../../contract/imports.ts';
import { ImportStart } from '../features/imports/import-start.tsx';
import { ImportWorking } from '../features/imports/import-working.tsx';
import { keptFocus } from '../kit/kept-focus.ts';
import { late } from '../kit/late/late.tsx';
import { ErrorState, Forbidden } from '../kit/states/empty-state.tsx';
import { isGone } from '../platform/gone.ts';
import { useAsk } from '../platform/queries.ts';
import { useReferences } from '../platform/references.ts';
import { refusalText } from '../platform/refusal-text.ts';
import { useBroughtIn } from '../platform/session.tsx';
import { useWords } from '../platform/texts.tsx';

const ImportMappingStep = late(() =>
  import('../features/imports/import-mapping.tsx').then((file) => file.ImportMappingStep),
);
const ImportPlanStep = late(() =>
  import('../features/imports/import-plan.tsx').then((file) => file.ImportPlanStep),
);

/** How often a running import is asked after, besides its live events. */
const lookEvery = 1000; // ms

export function ImportPage() {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const { id } = useSearch({ strict: false }) as { id?: string };
  const known = id && /^\d{1,15}$/.test(id) ? Number(id) : null;
  const kinds = useBroughtIn();
  if (known === null && kinds.length === 0)
    return <Forbidden title={say('import.forbidden')} text={say('fault.askKeeper')} />;
  return (
    <div className="import-page" {...keptFocus}>
      <header className="page-head">
        <h1>{say('import.title')}</h1>
        {known !== null && (
          <Button variant="default" size="compact-md" onClick={() => navigate({ to: '/import', search: {} })}>
            {say('import.another')}
          </Button>
        )}
      </header>
      {known === null ? (
        <ImportStart
          kinds={kinds}
          onMade={(made) => navigate({ to: '/import', search: { id: String(made) } })}
        />
      ) : (
        <KnownImport key={known} id={known} />
      )}
    </div>
  );
}

function KnownImport({ id }: { id: number }) {
  const words = useWords();
  const client = useQueryClient();
  const references = useReferences();
  const [mappingAgain, setMappingAgain] = useState(false);
  const { data: view, error } = useAsk(
    'imports.get',
    { id },
    { refetchInterval: (found) => (isWorking(found) ? lookEvery : false) },
  );
  const refresh = () => {
    setMappingAgain(false);
    client.invalidateQueries({ queryKey: ['imports'] });
  };
  if (isGone(error, view)) return <ErrorState title={refusalText(words, error)} />;
  if (!view) return null;
  if (isWorking(view)) return <ImportWorking view={view} onChanged={refresh} />;
  if (view.status === 'read' || mappingAgain)
    return (
      <ImportMappingStep
        key={`${view.file.encoding}.${view.file.delimiter}.${view.file.sheet}.${view.file.headless}`}
        view={view}
        references={references}
        onChanged={refresh}
      />
    );
  return (
    <>
      {view.fault && (
        <Alert m={20}>
          {words.sayIfKnown(`refusal.${view.fault.code}`, view.fault.params as Record<string, string>) ??
            view.fault.code}
        </Alert>
      )}
      <ImportPlanStep
        view={view}
        references={references}
        onChanged={refresh}
        onBack={() => setMappingAgain(true)}
      />
    </>
  );
}

function isWorking(view: ImportView | undefined): boolean {
  return view?.status === 'planning' || view?.status === 'running';
}
