// The list of clients: the tree of groups at the left is the page's, the view is the address.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import type { Chosen, ClientRow } from '../../../contract/clients.ts';
import { ColumnChooser } from '../../kit/grid/column-chooser.tsx';
import { DataGrid } from '../../kit/grid/data-grid.tsx';
import { countSelected, nothingSelected } from '../../kit/grid/selection.ts';
import { EmptyState } from '../../kit/states/empty-state.tsx';
import { useBeneath } from '../../platform/beneath.ts';
import { useCreateKey } from '../../platform/create-key.ts';
import { useFirstFocus } from '../../platform/first-focus.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useListLayout } from '../../platform/layouts.ts';
import { ListFailure } from '../../platform/list-failure.tsx';
import { chosenOf, type ListRows, type ListView } from '../../platform/list-view.ts';
import type { References } from '../../platform/references.ts';
import { useMay, useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { useTellCopied } from '../../platform/use-tell-copied.ts';
import { ClientCompact, useClientColumns } from './client-columns.tsx';
import { ClientFoot } from './client-foot.tsx';
import styles from './clients.module.css';
import { useDeleteClients } from './use-delete-clients.tsx';
import { useMergeSelected } from './use-merge-selected.tsx';

type ClientListProps = {
  list: ListView;
  rows: ListRows<ClientRow>;
  references: References;
  onOpen(row: ClientRow): void;
  onCreate(): void;
  onImport(): void;
  head(actions: ReactNode): ReactNode;
};

export function ClientList({ list, rows, references, onOpen, onCreate, onImport, head }: ClientListProps) {
  const words = useWords();
  const labels = useKitLabels();
  const columns = useClientColumns(references);
  const [layout, setLayout] = useListLayout('clients');
  const mayAdd = useMay('clients', 'add');
  const deletion = useDeleteClients();
  const merging = useMergeSelected(rows, references);
  const removeSelected = async () => {
    const chosen = chosenOf(rows, list.parameters) as Chosen;
    if (await deletion.remove(chosen)) rows.setSelection(nothingSelected);
  };
  /** What is selected, and where nothing is, the row under the cursor. */
  const remove = (row: ClientRow) => {
    if (countSelected(rows.selection, rows.total ?? 0) > 0) return removeSelected();
    if (row.can.delete) return deletion.remove({ ids: [row.id] });
  };
  useCreateKey(onCreate, mayAdd);
  useBeneath('clients', rows.source);
  useFirstFocus('main [role=grid]');
  const tellCopied = useTellCopied();
  const actions = (
    <>
      <ColumnChooser columns={columns} layout={layout} onLayoutChange={setLayout} labels={labels.chooser} />
      {mayAdd && (
        <Button
          size="compact-md"
          leftSection={<IconPlus size={16} stroke={2} />}
          onClick={onCreate}
          className="create-button"
        >
          {words.say('client.create')}
        </Button>
      )}
    </>
  );
  return (
    <div className={styles.page}>
      {head(actions)}
      <div className={styles.grid}>
        <DataGrid<ClientRow>
          columns={columns}
          source={rows.source}
          layout={layout}
          onLayoutChange={setLayout}
          labels={useMemo(() => ({ ...labels.grid, grid: words.say('place.clients') }), [labels, words])}
          sort={list.view.sort.length > 0 ? list.view.sort : defaultSort}
          onSortChange={list.setSort}
          search={list.view.search}
          onSearchChange={list.setSearch}
          searchMode={list.view.searchMode}
          onSearchModeChange={list.setSearchMode}
          selection={rows.selection}
          onSelectionChange={rows.setSelection}
          onCopied={tellCopied}
          onOpen={onOpen}
          onDelete={remove}
          renderCompact={(row) => <ClientCompact row={row} references={references} />}
          empty={
            <NoClients
              narrowed={isNarrowed(list)}
              onCreate={mayAdd ? onCreate : undefined}
              onImport={onImport}
              onShowAll={() => list.show({})}
            />
          }
          error={rows.failure ? <ListFailure failure={rows.failure} list={list} /> : undefined}
        />
      </div>
      <ClientFoot
        rows={rows}
        list={list}
        references={references}
        onDelete={removeSelected}
        onMerge={merging.merge}
      />
      {deletion.window}
      {merging.window}
    </div>
  );
}

/** Leaving out the archive is how the list begins: it hides nothing from somebody who has no clients yet. */
function isNarrowed({ view, parameters }: ListView): boolean {
  return (
    view.where.some(({ field }) => !(field === 'archived' && parameters['f.archived'] === 'no')) ||
    Object.keys(view.search).length > 0 ||
    view.text !== ''
  );
}

/** How the server sorts a view that says nothing of it. */
const defaultSort = [{ field: 'name', desc: false }];

type NoClientsProps = {
  narrowed: boolean;
  onCreate: (() => void) | undefined;
  onImport(): void;
  onShowAll(): void;
};

function NoClients({ narrowed, onCreate, onImport, onShowAll }: NoClientsProps) {
  const { say } = useWords();
  const seesAll = useMe().role.rights.clients.view === 'all';
  if (narrowed)
    return (
      <EmptyState
        title={say('client.noneHere')}
        text={say('client.noneHereText')}
        action={
          <Button variant="default" onClick={onShowAll}>
            {say('task.showAll')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={say(seesAll ? 'client.none' : 'client.noneYours')}
      text={say(seesAll ? 'client.noneText' : 'client.noneYoursText')}
      action={onCreate && <Button onClick={onImport}>{say('client.import')}</Button>}
    />
  );
}
