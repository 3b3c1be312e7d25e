// The journal: for who keeps the house everybody's operations, narrowed to one person on demand; for others their own.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import type { ViewFault } from '../../contract/kit/view-url.ts';
import { JournalList } from '../features/journal/journal-list.tsx';
import { PickField } from '../kit/fields/pick-field.tsx';
import { SkeletonRows } from '../kit/states/skeleton-rows.tsx';
import { AddressFaults } from '../platform/address-faults.tsx';
import { useCards } from '../platform/cards.ts';
import { useKitLabels } from '../platform/kit-labels.ts';
import { type References, useReferences } from '../platform/references.ts';
import { useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import styles from './pages.module.css';

export function JournalPage() {
  const say = useSay();
  return (
    <Suspense fallback={<SkeletonRows rows={16} label={say('journal.loading')} />}>
      <Journal />
    </Suspense>
  );
}

function Journal() {
  const say = useSay();
  const { role } = useMe();
  const { who } = useSearch({ strict: false }) as { who?: string };
  const references = useReferences();
  const { open } = useCards();
  const faults = role.keeper ? whoFaults(who, references) : [];
  const actorId = role.keeper && who && faults.length === 0 ? Number(who) : null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('place.journal')}</h1>
        {role.keeper ? <WhoFilter actorId={actorId} references={references} /> : <p>{say('journal.own')}</p>}
      </header>
      <AddressFaults faults={faults} />
      <div className={styles.scroll}>
        <JournalList
          key={actorId}
          actorId={actorId}
          references={references}
          onOpenCard={(kind, id) => open(kind, id)}
        />
      </div>
    </div>
  );
}

function whoFaults(who: string | undefined, { person }: References): ViewFault[] {
  if (who === undefined || person.has(Number(who))) return [];
  return [{ path: 'who', code: 'view.noSuchValue' }];
}

function WhoFilter({ actorId, references }: { actorId: number | null; references: References }) {
  const say = useSay();
  const labels = useKitLabels();
  const navigate = useNavigate();
  const search = useMemo(() => references.searchPeople(), [references]);
  return (
    <div className={styles.filter}>
      <PickField
        label={say('journal.who')}
        hideLabel
        placeholder={say('journal.whoever')}
        value={references.personOption(actorId)}
        search={search}
        labels={labels.pick}
        onChange={([option]) =>
          navigate({ to: '.', replace: true, search: (option ? { who: option.value } : {}) as never })
        }
      />
    </div>
  );
}
