// The third step: what will be made, changed and refused, row by row, before anything is; and afterwards what was.
import { Alert, Button, NativeSelect, Pagination, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { meanings as allMeanings } from '../../../contract/directories.ts';
import type { ImportOptions, ImportOutcome, ImportView } from '../../../contract/imports.ts';
import { meaningOf } from '../../../contract/text/state-meaning.ts';
import { call } from '../../platform/api.ts';
import { useComplain, useRedo, useUndo } from '../../platform/deeds.tsx';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useSay, useWords } from '../../platform/texts.tsx';
import { ImportRows, rowsAtOnce } from './import-rows.tsx';
import styles from './imports.module.css';

/** In the order that a person asks. */
const importOutcomes: ImportOutcome[] = ['made', 'changed', 'same', 'duplicate', 'refused'];

type Meanings = NonNullable<ImportOptions['meanings']>;
const saidOf = (meanings: Meanings, name: string) => meanings.find((said) => said.name === name)?.meaning;

type PlanProps = { view: ImportView; references: References; onChanged(): void; onBack(): void };

export function ImportPlanStep({ view, references, onChanged, onBack }: PlanProps) {
  const { say } = useWords();
  const format = useFormat();
  const counts = view.counts ?? { made: 0, changed: 0, same: 0, duplicate: 0, refused: 0, nuls: 0 };
  const first = importOutcomes.find((outcome) => counts[outcome] > 0) ?? 'made';
  const [outcome, setOutcome] = useState<ImportOutcome>(first);
  const [page, setPage] = useState(1);
  const [meanings, setMeanings] = useState<Meanings>(view.options?.meanings ?? []);
  const pages = Math.ceil(counts[outcome] / rowsAtOnce);
  return (
    <section className={styles.step}>
      <Heading view={view} />
      {counts.nuls > 0 && <Alert>{say('import.nuls', { count: counts.nuls })}</Alert>}
      {view.makes.length > 0 && <Makes view={view} meanings={meanings} setMeanings={setMeanings} />}
      <Tabs
        value={outcome}
        onChange={(value) => {
          setOutcome(value as ImportOutcome);
          setPage(1);
        }}
      >
        <Tabs.List>
          {importOutcomes.map((each) => (
            <Tabs.Tab key={each} value={each} disabled={counts[each] === 0}>
              {say(`import.${view.status === 'done' ? 'became' : 'outcome'}.${each}`)}{' '}
              <strong>{format.number(counts[each])}</strong>
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <ImportRows view={view} outcome={outcome} page={page} references={references} />
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page}
          onChange={setPage}
          size="sm"
          getControlProps={(control) => ({ 'aria-label': say(`import.page.${control}`) })}
        />
      )}
      <PlanActions view={view} meanings={meanings} onChanged={onChanged} onBack={onBack} />
    </section>
  );
}

function Heading({ view }: { view: ImportView }) {
  const say = useSay();
  const counts = view.counts;
  if (view.status === 'stopped') return <p className={styles.lead}>{say('import.stopped')}</p>;
  if (view.undone) return <p className={styles.lead}>{say('import.undone')}</p>;
  if (!counts) return null;
  return (
    <p className={styles.lead}>
      {say(view.status === 'done' ? 'import.doneLead' : 'import.planLead', {
        made: counts.made,
        changed: counts.changed,
        refused: counts.refused,
      })}
    </p>
  );
}

type MakesProps = { view: ImportView; meanings: Meanings; setMeanings(meanings: Meanings): void };

function Makes({ view, meanings, setMeanings }: MakesProps) {
  const { say, sayIfKnown } = useWords();
  const states = view.makes.some(({ of }) => of === 'taskStates');
  return (
    <details className={styles.makes} open={states || undefined}>
      <summary>
        {say(view.status === 'done' && !view.undone ? 'import.madeAlong' : 'import.makes', {
          count: view.makes.reduce((sum, { names }) => sum + names.length, 0),
        })}
      </summary>
      <ul>
        {view.makes.map(({ of, names }) => (
          <li key={of}>
            {sayIfKnown(`import.makes.${of}`) ?? of}:{' '}
            {of === 'taskStates' ? (
              <NewStates
                names={names}
                meanings={meanings}
                setMeanings={view.can.run ? setMeanings : undefined}
              />
            ) : (
              names.join(', ')
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

type NewStatesProps = {
  names: string[];
  meanings: Meanings;
  /** Left out: it is too late to say. */
  setMeanings: MakesProps['setMeanings'] | undefined;
};

/** What each new state means for the work: guessed by its name until somebody says otherwise. */
function NewStates({ names, meanings, setMeanings }: NewStatesProps) {
  const say = useSay();
  const options = allMeanings.map((value) => ({ value, label: say(`meaning.${value}`) }));
  return (
    <ul className={styles.states}>
      {names.map((name) => {
        const meaning = saidOf(meanings, name) ?? meaningOf(name);
        if (!setMeanings)
          return (
            <li key={name}>
              {name}: {say(`meaning.${meaning}`)}
            </li>
          );
        return (
          <li key={name}>
            <NativeSelect
              label={name}
              size="xs"
              data={options}
              value={meaning}
              onChange={(event) =>
                setMeanings([
                  ...meanings.filter((said) => said.name !== name),
                  { name, meaning: event.currentTarget.value as typeof meaning },
                ])
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

type ActionsProps = Omit<PlanProps, 'references'> & { meanings: Meanings };

function PlanActions({ view, meanings, onChanged, onBack }: ActionsProps) {
  const say = useSay();
  const complain = useComplain();
  const undo = useUndo();
  const redo = useRedo();
  const counts = view.counts;
  const count = (counts?.made ?? 0) + (counts?.changed ?? 0);
  const run = () => call('imports.run', { id: view.id, meanings }).then(onChanged, complain);
  const reverse = async (operation: number) => {
    const deed = { operation, text: say('import.deed', { name: view.file.name }) };
    await (view.undone ? redo(deed) : undo(deed));
    onChanged();
  };
  return (
    <div className={styles.actions}>
      {(counts?.refused ?? 0) > 0 && (
        <Button
          variant="default"
          component="a"
          href={`/imports/${view.id}/refused.csv`}
          leftSection={<IconDownload size={16} stroke={1.5} />}
        >
          {say('import.downloadRefused', { count: counts?.refused ?? 0 })}
        </Button>
      )}
      <span className={styles.push} />
      {view.can.plan && (
        <Button variant="default" onClick={onBack}>
          {say('import.back')}
        </Button>
      )}
      {view.can.run && (
        <Button onClick={run} disabled={count === 0}>
          {say('import.run', { count })}
        </Button>
      )}
      {view.status === 'done' && view.operation !== null && (
        <Button variant="default" onClick={() => view.operation !== null && reverse(view.operation)}>
          {say(view.undone ? 'import.redo' : 'import.undo')}
        </Button>
      )}
      {view.status === 'done' && (
        <Button component={Link} to={view.kind === 'clients' ? '/clients' : '/tasks'}>
          {say(view.kind === 'clients' ? 'import.toClients' : 'import.toTasks')}
        </Button>
      )}
    </div>
  );
}
