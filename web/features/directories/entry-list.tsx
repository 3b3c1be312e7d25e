// The list of one directory: edited in place, put in order, added to, merged, archived and deleted.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { DirectoryName, Entry } from '../../../contract/directories.ts';
import { DataGrid } from '../../kit/grid/data-grid.tsx';
import type { GridHandle, GridSelection } from '../../kit/grid/grid-types.ts';
import { nothingSelected } from '../../kit/grid/selection.ts';
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
import { type KnownValues, localFaults } from '../../platform/local-faults.ts';
import { useLocalRows, useNamedView, viewProps } from '../../platform/local-rows.ts';
import type { References } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import styles from './directories.module.css';
import { EntryBar } from './entry-bar.tsx';
import { useEntryColumns } from './entry-columns.tsx';
import { EntryCompact } from './entry-compact.tsx';
import { EntryFoot } from './entry-foot.tsx';
import type { MenuAt } from './entry-menu.tsx';
import type { InUse } from './in-use-window.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { movesIn } from './moves.ts';
import { byPlace, sortedBy, useEntries } from './use-entries.ts';
import { useEntryDeeds } from './use-entry-deeds.ts';

const EntryMenu = late(() => import('./entry-menu.tsx').then((file) => file.EntryMenu));
const EntryWindow = late(() => import('./entry-window.tsx').then((file) => file.EntryWindow));
const InUseWindow = late(() => import('./in-use-window.tsx').then((file) => file.InUseWindow));

export type EntryListProps = {
  directory: DirectoryName;
  list: ListView;
  references: References;
  /** The chosen group, and the branch below it; null: all groups. */
  groupId: number | null;
  branch: Set<number> | null;
};

export function EntryList(props: EntryListProps) {
  const { directory, list, references } = props;
  const say = useSay();
  const labels = useKitLabels();
  const [inUse, setInUse] = useState<InUse | null>(null);
  const [opened, setOpened] = useState<number | 'new' | null>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [selection, setSelection] = useState<GridSelection>(nothingSelected);
  const [layout, setLayout] = useListLayout(directory);
  const handle = useRef<GridHandle>(null);
  const deeds = useEntryDeeds(
    directory,
    useCallback((entry, uses) => setInUse({ entry, uses }), []),
  );
  const view = useNamedView(list);
  const columns = useEntryColumns(directory, references, deeds);
  const rows = useEntries(references, { directory, view, branch: props.branch });
  const { source, shown } = useLocalRows({ rows, columns, view, order });
  const mayAdd = useMay('directories', 'add');
  const create = useCallback(() => setOpened('new'), []);
  useCreateKey(create, mayAdd);
  useFirstFocus('main [role=grid]');
  const all = references.entriesOf(directory);
  const { move, moveActive } = movesIn({ all, shown, grid: handle, reorder: deeds.reorder });
  const entryOf = (id: number | null) => all.find((entry) => entry.id === id);
  const current = opened === 'new' ? undefined : entryOf(opened);
  const openedId = opened === 'new' ? null : opened;
  useWordWhenGone(openedId, openedId !== null && references.entry.has(openedId), () => setOpened(null));
  const bar = { list, view, columns, layout, onLayoutChange: setLayout };
  const ordered = sortedBy(view, byPlace);
  const moves = ordered && <MoveButtons onMove={moveActive} />;
  return (
    <section className={styles.list}>
      <EntryBar {...bar} moves={moves} onCreate={mayAdd ? create : undefined} />
      <AddressFaults faults={localFaults(list, columns, knownOf(directory, references))} />
      <div className={styles.grid}>
        <DataGrid<Entry>
          handle={handle}
          columns={columns}
          source={source}
          layout={layout}
          onLayoutChange={setLayout}
          labels={useMemo(
            () => ({ ...labels.grid, grid: say(`directory.${directory}`) }),
            [labels, say, directory],
          )}
          {...viewProps(list, view)}
          selection={selection}
          onSelectionChange={setSelection}
          rowTint={tintOf}
          onOpen={({ id }) => setOpened(id)}
          onDelete={(entry) => entry.can.delete && deeds.remove(entry)}
          onRowMenu={(entry, at) => setMenu({ entry, at })}
          renderCompact={(entry) => <EntryCompact entry={entry} references={references} />}
          empty={<NoEntries {...props} narrowed={isNarrowed(view)} />}
        />
      </div>
      <EntryFoot shown={shown} selection={selection} deeds={deeds} onSelectionChange={setSelection} />
      {menu && (
        <EntryMenu
          menu={menu}
          ordered={ordered}
          deeds={deeds}
          onMove={move}
          onOpen={({ id }) => setOpened(id)}
          onClose={() => setMenu(null)}
        />
      )}
      {(opened === 'new' || current) && (
        <EntryWindow
          key={opened}
          directory={directory}
          entry={current ?? null}
          groupId={props.groupId}
          references={references}
          deeds={deeds}
          onClose={() => setOpened(null)}
        />
      )}
      {inUse && (
        <InUseWindow {...inUse} references={references} deeds={deeds} onClose={() => setInUse(null)} />
      )}
    </section>
  );
}

function knownOf(directory: DirectoryName, references: References): KnownValues {
  return directory === 'taskTypes' ? { group: groupValues(references, 'taskTypes').knows } : {};
}

const order = { position: (entry: Entry) => entry.position };
const tintOf = (entry: Entry) => entry.tint ?? undefined;

function isNarrowed({ search, text, where }: EntryListProps['list']['view']): boolean {
  return Object.keys(search).length > 0 || text !== '' || where.some(({ field }) => field === 'group');
}

function NoEntries({ directory, narrowed }: EntryListProps & { narrowed: boolean }) {
  const say = useSay();
  if (narrowed)
    return (
      <EmptyState
        title={say('kit.nothingFound')}
        text={say(directory === 'taskTypes' ? 'entry.noneHere' : 'entry.noneUngrouped')}
      />
    );
  return <EmptyState title={say('entry.none')} text={say(`directory.${directory}.why`)} />;
}
