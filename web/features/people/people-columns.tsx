// The columns of the list of managers.
import { useMemo } from 'react';
import type { Person, Role } from '../../../contract/people.ts';
import { CellLink } from '../../kit/grid/cell-link.tsx';
import type { GridColumn } from '../../kit/grid/grid-types.ts';
import { TextCellEditor } from '../../kit/grid/text-cell-editor.tsx';
import type { References } from '../../platform/references.ts';
import { type Say, useSay } from '../../platform/texts.tsx';
import styles from './people.module.css';
import type { PersonDeeds } from './use-person-deeds.ts';

type Given = { say: Say; references: References; roles: Role[]; change: PersonDeeds['change'] };

export function usePeopleColumns(references: References, roles: Role[], { change }: PersonDeeds) {
  const say = useSay();
  return useMemo(() => columnsOf({ say, references, roles, change }), [say, references, roles, change]);
}

/** The state of a person's way in, in words; without an e-mail there is none. */
export function statusText(say: Say, { status, email }: Person): string {
  return say(status === 'invited' && !email ? 'person.status.noDoor' : `person.status.${status}`);
}

function columnsOf({ say, references, roles, change }: Given): GridColumn<Person>[] {
  const roleName = ({ roleId }: Person) => roles.find(({ id }) => id === roleId)?.name ?? '';
  const groupPath = ({ groupId }: Person) => references.groupPath(groupId);
  const status = (row: Person) => statusText(say, row);
  const typed = (field: 'name' | 'position' | 'phone', width: number): GridColumn<Person> => ({
    ...column(field, say(`person.${field}`), width, (row) => row[field]),
    editor: (cell) =>
      cell.row.can.change ? (
        <TextCellEditor
          cell={cell}
          value={cell.row[field]}
          onSave={(text) =>
            (field !== 'name' || text.trim() !== '') && change(cell.row, { [field]: text.trim() })
          }
        />
      ) : null,
  });
  return [
    {
      ...typed('name', 200),
      render: (row) => (
        <span className={row.status === 'blocked' ? styles.blocked : undefined}>{row.name}</span>
      ),
    },
    typed('position', 170),
    column('group', say('field.groupId'), 180, groupPath),
    column('role', say('person.role'), 120, roleName),
    {
      ...column('email', say('person.email'), 170, (row) => row.email ?? ''),
      render: (row) => row.email && <CellLink href={`mailto:${row.email}`}>{row.email}</CellLink>,
    },
    {
      ...typed('phone', 136),
      render: (row) =>
        row.phone && <CellLink href={`tel:${row.phone.replace(/[^+\d]/g, '')}`}>{row.phone}</CellLink>,
    },
    { ...column('status', say('person.status'), 104, status), render: (row) => <Status person={row} /> },
  ];
}

function column(id: string, title: string, width: number, text: (row: Person) => string): GridColumn<Person> {
  return { id, title, width, sortable: true, searchable: true, render: text, text };
}

export function Status({ person }: { person: Person }) {
  const say = useSay();
  return (
    <span
      className={styles.status}
      data-status={person.status === 'invited' && !person.email ? undefined : person.status}
    >
      {statusText(say, person)}
    </span>
  );
}
