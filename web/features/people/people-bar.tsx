// Above the list of managers: search on a phone, the role it is narrowed to, columns, add.
import { Button, Pill } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Person, Role } from '../../../contract/people.ts';
import { ColumnChooser } from '../../kit/grid/column-chooser.tsx';
import type { GridColumn, GridLayout } from '../../kit/grid/grid-types.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { ListView } from '../../platform/list-view.ts';
import { PhoneSearch } from '../../platform/phone-search.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './people.module.css';

type PeopleBarProps = {
  list: ListView;
  /** The role that the list is narrowed to. */
  role: Role | undefined;
  columns: GridColumn<Person>[];
  layout: GridLayout;
  onLayoutChange(layout: GridLayout): void;
  onAdd: (() => void) | undefined;
};

export function PeopleBar({ list, role, columns, layout, onLayoutChange, onAdd }: PeopleBarProps) {
  const say = useSay();
  const labels = useKitLabels();
  return (
    <div className={styles.bar} role="toolbar" aria-label={say('view.filter')}>
      <PhoneSearch list={list} />
      {role && <RoleChip list={list} name={role.name} />}
      <span className={styles.actions}>
        <span className={styles.deskOnly}>
          <ColumnChooser
            columns={columns}
            layout={layout}
            onLayoutChange={onLayoutChange}
            labels={labels.chooser}
          />
        </span>
        {onAdd && <AddButton onAdd={onAdd} />}
      </span>
    </div>
  );
}

function RoleChip({ list, name }: { list: ListView; name: string }) {
  const say = useSay();
  const label = `${say('person.role')}: ${name}`;
  return (
    <Pill
      withRemoveButton
      removeButtonProps={{ 'aria-label': say('kit.remove', { label }), 'aria-hidden': false }}
      onRemove={() => list.drop({ where: list.view.where.filter(({ field }) => field !== 'role') })}
    >
      {label}
    </Pill>
  );
}

function AddButton({ onAdd }: { onAdd(): void }) {
  const say = useSay();
  return (
    <Button
      size="compact-md"
      className="create-button"
      leftSection={<IconPlus size={16} stroke={2} />}
      onClick={onAdd}
    >
      {say('person.add')}
    </Button>
  );
}
