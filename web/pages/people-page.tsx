// Managers: their tree of groups, their list, and the roles. Features meet here.
import { VisuallyHidden } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { branchOf } from '../features/groups/group-nodes.ts';
import { GroupsPanel } from '../features/groups/groups-panel.tsx';
import { PeopleList } from '../features/people/people-list.tsx';
import { late, lateWithin } from '../kit/late/late.tsx';
import { Forbidden } from '../kit/states/empty-state.tsx';
import { SkeletonRows } from '../kit/states/skeleton-rows.tsx';
import { chooseGroup, chosenGroup } from '../platform/group-filter.ts';
import { useListView } from '../platform/list-view.ts';
import { queryFor } from '../platform/queries.ts';
import { useReferences } from '../platform/references.ts';
import { useMay } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import styles from './pages.module.css';

const RolesList = lateWithin(() =>
  import('../features/people/roles-list.tsx').then((file) => file.RolesList),
);

const PersonTimes = late(() =>
  import('../features/calendar/person-times.tsx').then((file) => file.PersonTimes),
);

export function PeoplePage() {
  const say = useSay();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const mayView = useMay('people', 'view');
  if (!mayView) return <Forbidden title={say('person.forbidden')} text={say('fault.askKeeper')} />;
  const roles = tab === 'roles';
  return (
    <div className={styles.page}>
      <VisuallyHidden component="h1">{say(roles ? 'role.title' : 'place.people')}</VisuallyHidden>
      <nav className={styles.tabs} aria-label={say('place.people')}>
        <Link
          to="/people"
          search={{ tab: undefined } as never}
          activeOptions={{ explicitUndefined: true }}
          className={styles.tab}
        >
          {say('place.people')}
        </Link>
        <Link to="/people" search={{ tab: 'roles' } as never} className={styles.tab}>
          {say('role.title')}
        </Link>
      </nav>
      <Suspense fallback={<SkeletonRows rows={14} label={say('place.people')} />}>
        {roles ? <Roles /> : <People />}
      </Suspense>
    </div>
  );
}

function People() {
  const list = useListView('people');
  const references = useReferences();
  const { rows: roles } = useSuspenseQuery(queryFor('people.roles', {})).data;
  const groupId = chosenGroup(list.view.where);
  const branch = useMemo(
    () => (groupId === null ? null : branchOf(references.groupsOf('managers'), groupId)),
    [references, groupId],
  );
  return (
    <div className={styles.besideTree}>
      <GroupsPanel tree="managers" selected={groupId} onSelect={(id) => chooseGroup(list, id)} />
      <PeopleList
        list={list}
        references={references}
        roles={roles}
        groupId={groupId}
        branch={branch}
        times={(person, disabled, card) => (
          <PersonTimes personId={person.id} disabled={disabled} card={card} />
        )}
      />
    </div>
  );
}

function Roles() {
  const { people } = useReferences();
  const { rows } = useSuspenseQuery(queryFor('people.roles', {})).data;
  return <RolesList roles={rows} people={people} />;
}
