// The columns of the list of clients.
import { useMemo } from 'react';
import type { ClientRow } from '../../../contract/clients.ts';
import { CellLink } from '../../kit/grid/cell-link.tsx';
import type { GridColumn } from '../../kit/grid/grid-types.ts';
import { useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { useSay } from '../../platform/texts.tsx';
import styles from './clients.module.css';

type Text = (row: ClientRow) => string;

function column(id: string, title: string, width: number, text: Text): GridColumn<ClientRow> {
  return { id, title, width, sortable: true, searchable: true, render: text, text };
}

export function useClientColumns(references: References): GridColumn<ClientRow>[] {
  const say = useSay();
  const format = useFormat();
  return useMemo(() => {
    const { entryName, personName, groupPath } = references;
    return [
      { ...column('id', 'ID', 76, (row) => String(row.id)), align: 'end' as const, hidden: true },
      column('name', say('field.name'), 260, (row) => row.name),
      {
        ...column('phone', say('field.phones'), 160, (row) => row.phones.join(', ')),
        sortable: false,
        render: (row) => <Phones phones={row.phones} />,
      },
      column('email', say('field.emails'), 190, (row) => row.emails.join(', ')),
      column('line', say('field.line'), 180, (row) => row.line),
      column('status', say('field.statusId'), 120, (row) => entryName(row.statusId)),
      column('responsible', say('field.responsibleId'), 150, (row) => personName(row.responsibleId)),
      column('actualAddress', say('field.actualAddress'), 220, (row) => row.actualAddress),
      { ...column('group', say('field.groupId'), 150, (row) => groupPath(row.groupId)), hidden: true },
      { ...column('type', say('field.clientTypeId'), 120, (row) => entryName(row.typeId)), hidden: true },
      { ...column('origin', say('field.originId'), 120, (row) => entryName(row.originId)), hidden: true },
      { ...column('inn', say('field.inn'), 120, (row) => row.inn), hidden: true },
      {
        ...column('tags', say('field.tags'), 140, (row) => row.tags.join(', ')),
        hidden: true,
        sortable: false,
      },
      {
        ...column('created', say('field.createdAt'), 140, (row) => format.moment(row.createdAt)),
        hidden: true,
        tooltip: (row) => format.exact(row.createdAt),
      },
    ];
  }, [references, say, format]);
}

function Phones({ phones }: { phones: string[] }) {
  return phones.map((phone, at) => (
    <span key={phone}>
      {at > 0 && ', '}
      <CellLink href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</CellLink>
    </span>
  ));
}

/** The two lines of a phone. */
export function ClientCompact({ row, references }: { row: ClientRow; references: References }) {
  return (
    <span className={styles.compact}>
      <strong>{row.name}</strong>
      <span>{[row.phones[0], references.entryName(row.statusId), row.line].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
