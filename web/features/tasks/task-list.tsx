// The list of tasks: the main mode. The view is the address; rows are coloured by state; everything has a key.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { TaskInput, TaskRow } from '../../../contract/tasks.ts';
import { ColumnChooser } from '../../kit/grid/column-chooser.tsx';
import { DataGrid } from '../../kit/grid/data-grid.tsx';
import type { GridHandle } from '../../kit/grid/grid-types.ts';
import { late } from '../../kit/late/late.tsx';
import { useBeneath } from '../../platform/beneath.ts';
import { useCreateKey } from '../../platform/create-key.ts';
import { useFirstFocus, useListFocus } from '../../platform/first-focus.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { useListLayout } from '../../platform/layouts.ts';
import { ListFailure } from '../../platform/list-failure.tsx';
import type { ListRows, ListView } from '../../platform/list-view.ts';
import { PrintDoor } from '../../platform/print-door.tsx';
import type { References } from '../../platform/references.ts';
import { useMay } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import { useTellCopied } from '../../platform/use-tell-copied.ts';
import type { Closing } from './close-with.tsx';
import { NoTasks } from './no-tasks.tsx';
import { TaskFoot } from './task-bulk-bar.tsx';
import { TaskCompact, useTaskColumns } from './task-columns.tsx';
import styles from './tasks.module.css';
import { useDeleteTasks } from './use-delete-tasks.ts';
import { useSaveTask } from './use-save-task.ts';

const CloseWith = late(() => import('./close-with.tsx').then((file) => file.CloseWith));
const TaskClashWindow = late(() => import('./task-clash-window.tsx').then((file) => file.TaskClashWindow));

type TaskListProps = {
  list: ListView;
  rows: ListRows<TaskRow>;
  references: References;
  onOpen(row: TaskRow): void;
  onCreate(): void;
  /** What was changed in place, as it is now. */
  onSaved?(row: TaskRow): void;
  /** A manager's day: its interval and its manager are the place itself, not a filter. */
  ofDay?: boolean;
  /** Heads above the grid, made by the page: tabs and chips; gets the actions of the list. */
  head(actions: ReactNode): ReactNode;
};

export function TaskList(props: TaskListProps) {
  const { list, rows, references, onOpen, onCreate, ofDay = false, head } = props;
  const words = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { save, clash, resolve } = useSaveTask(props.onSaved);
  const [closing, setClosing] = useState<Closing | null>(null);
  const columns = useTaskColumns(references, useSaveOrClose(save, references, setClosing), onOpen);
  const [layout, setLayout] = useListLayout('tasks');
  const handle = useRef<GridHandle>(null);
  const mayAdd = useMay('tasks', 'add');
  const page = useRef<HTMLDivElement>(null);
  useCreateKey(onCreate, mayAdd, page);
  useBeneath('tasks', rows.source);
  useFirstFocus('main [role=grid]');
  useListFocus(page, (rows.total ?? 0) > 0);
  const { remove } = useDeleteTasks(rows, list);
  const tellCopied = useTellCopied();
  return (
    <div ref={page} className={styles.page}>
      {head(
        <ListActions
          columns={columns}
          layout={layout}
          onLayoutChange={setLayout}
          parameters={list.parameters}
          onCreate={mayAdd ? onCreate : undefined}
        />,
      )}
      <div className={styles.grid}>
        <DataGrid<TaskRow>
          handle={handle}
          columns={columns}
          source={rows.source}
          layout={layout}
          onLayoutChange={setLayout}
          labels={useMemo(() => ({ ...labels.grid, grid: words.say('place.tasks') }), [labels, words])}
          sort={list.view.sort.length > 0 ? list.view.sort : defaultSort}
          onSortChange={list.setSort}
          search={list.view.search}
          onSearchChange={list.setSearch}
          searchMode={list.view.searchMode}
          onSearchModeChange={list.setSearchMode}
          selection={rows.selection}
          onSelectionChange={rows.setSelection}
          rowTint={(row) => references.entry.get(row.stateId)?.tint ?? undefined}
          onCopied={tellCopied}
          onOpen={onOpen}
          onDelete={remove}
          renderCompact={(row) => <TaskCompact row={row} references={references} format={format} />}
          empty={
            <NoTasks
              narrowed={isNarrowed(list, ofDay)}
              ofDay={ofDay}
              onCreate={mayAdd ? onCreate : undefined}
              onShowAll={() => list.show({ d: 'all' })}
            />
          }
          error={rows.failure ? <ListFailure failure={rows.failure} list={list} /> : undefined}
        />
      </div>
      <TaskFoot rows={rows} list={list} references={references} />
      {closing && <CloseWith closing={closing} references={references} onClose={() => setClosing(null)} />}
      {clash && (
        <TaskClashWindow
          clash={clash}
          references={references}
          onChoose={resolve}
          onDismiss={() => resolve(clash.fields)}
        />
      )}
    </div>
  );
}

type Save = ReturnType<typeof useSaveTask>['save'];

/** A state that closes the task is asked about as its buttons ask: what came of it, or why not. */
function useSaveOrClose(save: Save, references: References, close: (closing: Closing) => void): Save {
  return useCallback(
    async (row: TaskRow, set: TaskInput) => {
      const { stateId } = set;
      const meaning = stateId === undefined ? null : references.entry.get(stateId)?.meaning;
      if (row.isOpen && stateId !== undefined && (meaning === 'done' || meaning === 'cancelled'))
        close({ id: row.id, meaning, stateId });
      else await save(row, set);
    },
    [save, references, close],
  );
}

function isNarrowed({ view }: ListView, ofDay: boolean): boolean {
  return (
    view.where.some(({ field }) => !(ofDay && field === 'manager')) ||
    Object.keys(view.search).length > 0 ||
    view.text !== '' ||
    (!ofDay && view.interval !== null && !('preset' in view.interval && view.interval.preset === 'all'))
  );
}

/** How the server sorts a view that says nothing of it. */
const defaultSort = [{ field: 'at', desc: false }];

type ListActionsProps = Pick<Parameters<typeof ColumnChooser>[0], 'columns' | 'layout' | 'onLayoutChange'> & {
  parameters: Record<string, string>;
  onCreate: (() => void) | undefined;
};

function ListActions({ columns, layout, onLayoutChange, parameters, onCreate }: ListActionsProps) {
  const { say } = useWords();
  const labels = useKitLabels();
  return (
    <>
      <ColumnChooser
        columns={columns}
        layout={layout}
        onLayoutChange={onLayoutChange}
        labels={labels.chooser}
      />
      <PrintDoor address={`/print/tasks?${new URLSearchParams(parameters)}`} />
      {onCreate && (
        <Button
          size="compact-md"
          leftSection={<IconPlus size={16} stroke={2} />}
          onClick={onCreate}
          className="create-button"
        >
          {say('task.create')}
        </Button>
      )}
    </>
  );
}
