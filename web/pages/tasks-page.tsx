// Tasks: saved views, the view in chips, the list. Features meet here.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { TaskRow } from '../../contract/tasks.ts';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { TaskList } from '../features/tasks/task-list.tsx';
import { ViewBar } from '../features/views/view-bar.tsx';
import { ViewTabs } from '../features/views/view-tabs.tsx';
import { ask } from '../platform/api.ts';
import { useCards } from '../platform/cards.ts';
import { type ListRequests, useListRows, useListView } from '../platform/list-view.ts';
import { useReferences } from '../platform/references.ts';
import { useMe } from '../platform/session.tsx';

const requests: ListRequests<TaskRow> = {
  of: 'tasks',
  list: (parameters, signal) => ask('tasks.list', parameters, signal),
  count: (parameters, signal) =>
    ask('tasks.count', Object.keys(parameters).length > 0 ? parameters : { d: 'all' }, signal),
};

export function TasksPage() {
  const { firm } = useMe();
  const fallback = useMemo(() => ({ d: firm.defaultInterval }), [firm.defaultInterval]);
  const list = useListView('tasks', fallback);
  const references = useReferences();
  const rows = useListRows(requests, list.parameters);
  const filters = useTaskFilters(references, useClientNames(list.view.where));
  const { open } = useCards();
  return (
    <TaskList
      list={list}
      rows={rows}
      references={references}
      onOpen={({ id }) => open('tasks', id)}
      onCreate={useCallback(() => open('tasks', null), [open])}
      head={(actions) => (
        <>
          <ViewTabs of="tasks" list={list} fallback={fallback} />
          <ViewBar list={list} fields={filters} withInterval actions={actions} />
        </>
      )}
    />
  );
}

/** Names of the clients that a filter in the address speaks of. */
function useClientNames(where: { field: string; values?: string[] }[] | unknown): (id: number) => string {
  const conditions = where as { field: string; values?: string[] }[];
  const ids =
    conditions
      .find(({ field }) => field === 'client')
      ?.values?.filter((value) => /^\d+$/.test(value))
      .map(Number) ?? [];
  const { data } = useQuery({
    queryKey: ['clients', 'find', { ids }],
    enabled: ids.length > 0,
    queryFn: ({ signal }) => ask('clients.find', { ids }, signal),
  });
  return useCallback((id) => data?.rows.find((row) => row.id === id)?.name ?? `№ ${id}`, [data]);
}
