// The columns of a directory: the name, what the directory adds to it, its place in the own order.
import { useMemo } from 'react';
import type { DirectoryName, Entry } from '../../../contract/directories.ts';
import type { GridColumn } from '../../kit/grid/grid-types.ts';
import { TextCellEditor } from '../../kit/grid/text-cell-editor.tsx';
import { late } from '../../kit/late/late.tsx';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import { type Say, useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';
import type { EntryDeeds } from './use-entry-deeds.ts';

const GroupCell = late(() => import('./group-cell.tsx').then((file) => file.GroupCell));

type Given = {
  say: Say;
  tints: ReturnType<typeof useKitLabels>['tints'];
  references: References;
  change: EntryDeeds['change'];
};

export function useEntryColumns(directory: DirectoryName, references: References, deeds: EntryDeeds) {
  const say = useSay();
  const { tints } = useKitLabels();
  const { change } = deeds;
  return useMemo(() => {
    const given = { say, tints, references, change };
    return [
      placeColumn(given),
      nameColumn(given),
      ...(directory === 'taskTypes' ? [groupColumn(given)] : []),
      ...(directory === 'taskStates' ? stateColumns(given) : []),
      archivedColumn(given),
    ];
  }, [directory, references, say, tints, change]);
}

function placeColumn({ say }: Given): GridColumn<Entry> {
  const text = (row: Entry) => String(row.position);
  return {
    id: 'position',
    title: say('entry.place'),
    width: 60,
    align: 'end',
    sortable: true,
    render: text,
    text,
  };
}

function nameColumn({ say, change }: Given): GridColumn<Entry> {
  return {
    id: 'name',
    title: say('field.name'),
    width: 340,
    sortable: true,
    searchable: true,
    render: (row) => <span className={row.archived ? styles.archived : undefined}>{row.name}</span>,
    text: (row) => row.name,
    editor: (cell) =>
      cell.row.can.change ? (
        <TextCellEditor
          cell={cell}
          value={cell.row.name}
          onSave={(name) => name.trim() && change(cell.row, { name: name.trim() })}
        />
      ) : null,
  };
}

function groupColumn({ say, references, change }: Given): GridColumn<Entry> {
  const path = (row: Entry) => references.groupPath(row.groupId);
  return {
    id: 'group',
    title: say('field.groupId'),
    width: 280,
    sortable: true,
    searchable: true,
    render: path,
    text: path,
    editor: (cell) =>
      cell.row.can.change ? (
        <GroupCell cell={cell} references={references} onPick={(groupId) => change(cell.row, { groupId })} />
      ) : null,
  };
}

function stateColumns({ say, tints }: Given): GridColumn<Entry>[] {
  const meaning = (row: Entry) => (row.meaning ? say(`meaning.${row.meaning}`) : '');
  const tint = (row: Entry) => tints[row.tint ?? 'none'];
  return [
    {
      id: 'meaning',
      title: say('field.meaning'),
      width: 220,
      sortable: true,
      searchable: true,
      render: meaning,
      text: meaning,
    },
    { id: 'tint', title: say('field.tint'), width: 130, sortable: true, render: tint, text: tint },
  ];
}

function archivedColumn({ say }: Given): GridColumn<Entry> {
  const text = (row: Entry) => (row.archived ? say('entry.isArchived') : '');
  return {
    id: 'archived',
    title: say('entry.archiveTitle'),
    width: 110,
    hidden: true,
    sortable: true,
    render: text,
    text,
  };
}
