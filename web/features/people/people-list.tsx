// The list of managers: found, added, invited, changed, blocked, handed over, deleted.
import { useCallback, useMemo, useState } from 'react';
import type { Person, Role } from '../../../contract/people.ts';
import { DataGrid } from '../../kit/grid/data-grid.tsx';
import type { GridSelection } from '../../kit/grid/grid-types.ts';
import { countSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { late } from '../../kit/late/late.tsx';
import { EmptyState } from '../../kit/states/empty-state.tsx';
import { AddressFaults } from '../../platform/address-faults.tsx';
import { useCreateKey } from '../../platform/create-key.ts';
import { groupValues } from '../../platform/filter-values.ts';
import { useFirstFocus } from '../../platform/first-focus.ts';
import { useWordWhenGone } from '../../platform/gone.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useListLayout } from '../../platform/layouts.ts';
import type { ListView } from '../../platform/list-view.ts';
import { localFaults } from '../../platform/local-faults.ts';
import { useLocalRows, useNamedView, viewProps } from '../../platform/local-rows.ts';
import type { References } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import type { Leaving } from './hand-over-window.tsx';
import type { Invited } from './invitation-window.tsx';
import styles from './people.module.css';
import { PeopleBar } from './people-bar.tsx';
import { Status, usePeopleColumns } from './people-columns.tsx';
import type { PersonMenuAt } from './person-menu.tsx';
import type { PersonWindowProps } from './person-window.tsx';
import { useOpenedPerson } from './use-opened-person.ts';
import { usePersonDeeds } from './use-person-deeds.ts';

const HandOverWindow = late(() => import('./hand-over-window.tsx').then((file) => file.HandOverWindow));
const InvitationWindow = late(() => import('./invitation-window.tsx').then((file) => file.InvitationWindow));
const PersonMenu = late(() => import('./person-menu.tsx').then((file) => file.PersonMenu));
const PersonWindow = late(() => import('./person-window.tsx').then((file) => file.PersonWindow));

export type PeopleListProps = {
  list: ListView;
  references: References;
  roles: Role[];
  groupId: number | null;
  /** The chosen group with all below it; null: all groups. */
  branch: Set<number> | null;
  /** What the card shows of a person's working time. */
  times: PersonWindowProps['times'];
};

export function PeopleList(props: PeopleListProps) {
  const { list, references, roles } = props;
  const say = useSay();
  const labels = useKitLabels();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [opened, setOpened] = useOpenedPerson();
  const [menu, setMenu] = useState<PersonMenuAt | null>(null);
  const [selection, setSelection] = useState<GridSelection>(nothingSelected);
  const [layout, setLayout] = useListLayout('people');
  const deeds = usePersonDeeds(useCallback((person, uses) => setLeaving({ person, uses, goes: true }), []));
  const columns = usePeopleColumns(references, roles, deeds);
  const view = useNamedView(list);
  const roleId = chosenRole(list);
  const rows = usePeopleOf(references, props.branch, roleId);
  const { source, shown } = useLocalRows({ rows, columns, view });
  const chosen = countSelected(selection, shown.length);
  const mayAdd = useMay('people', 'add');
  const create = useCallback(() => setOpened('new'), [setOpened]);
  useCreateKey(create, mayAdd);
  useFirstFocus('main [role=grid]');
  const current = references.people.find(({ id }) => id === opened);
  useWordWhenGone(opened === 'new' ? null : opened, current !== undefined, () => setOpened(null));
  return (
    <section className={styles.list}>
      <PeopleBar
        list={list}
        role={roles.find(({ id }) => id === roleId)}
        columns={columns}
        layout={layout}
        onLayoutChange={setLayout}
        onAdd={mayAdd ? create : undefined}
      />
      <AddressFaults faults={localFaults(list, columns, knownOf(references, roles))} />
      <div className={styles.grid}>
        <DataGrid<Person>
          columns={columns}
          source={source}
          layout={layout}
          onLayoutChange={setLayout}
          labels={useMemo(() => ({ ...labels.grid, grid: say('place.people') }), [labels, say])}
          {...viewProps(list, view)}
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={({ id }) => setOpened(id)}
          onDelete={(person) => person.can.delete && deeds.remove(person)}
          onRowMenu={(person, at) => setMenu({ person, at })}
          renderCompact={(person) => <PersonCompact person={person} />}
          empty={<EmptyState title={say('kit.nothingFound')} text={say('person.noneHere')} />}
        />
      </div>
      <footer className={styles.foot}>
        {say('person.count', { count: shown.length })}
        {chosen > 0 && ` · ${say('entry.selected', { count: chosen })}`}
      </footer>
      {menu && (
        <PersonMenu
          menu={menu}
          deeds={deeds}
          onOpen={({ id }) => setOpened(id)}
          onInvited={setInvited}
          onHandOver={(person) => setLeaving({ person, uses: [], goes: false })}
          onClose={() => setMenu(null)}
        />
      )}
      {(opened === 'new' || current) && (
        <PersonWindow
          key={opened}
          person={current ?? null}
          groupId={props.groupId}
          references={references}
          roles={roles}
          deeds={deeds}
          onInvited={setInvited}
          onClose={() => setOpened(null)}
          onReopen={() => setOpened(opened)}
          times={props.times}
        />
      )}
      {invited && <InvitationWindow {...invited} onClose={() => setInvited(null)} />}
      {leaving && (
        <HandOverWindow {...leaving} references={references} deeds={deeds} onClose={() => setLeaving(null)} />
      )}
    </section>
  );
}

function knownOf(references: References, roles: Role[]) {
  return {
    group: groupValues(references, 'managers').knows,
    role: (value: string) => roles.some(({ id }) => String(id) === value),
  };
}

function chosenRole({ view }: ListView): number | null {
  const condition = view.where.find(({ field }) => field === 'role');
  return condition?.op === 'in' ? Number(condition.values[0]) : null;
}

function usePeopleOf({ people }: References, branch: Set<number> | null, roleId: number | null): Person[] {
  return useMemo(
    () =>
      people
        .filter(({ groupId }) => branch === null || (groupId !== null && branch.has(groupId)))
        .filter((person) => roleId === null || person.roleId === roleId),
    [people, branch, roleId],
  );
}

/** The two lines of a manager on a phone. */
function PersonCompact({ person }: { person: Person }) {
  const more = [person.position, person.phone].filter(Boolean).join(' · ');
  return (
    <span className={styles.compact}>
      <span>
        <strong>{person.name}</strong>
        <Status person={person} />
      </span>
      {more && <span>{more}</span>}
    </span>
  );
}
