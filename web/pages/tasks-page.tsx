// Tasks: saved views, the view in chips, the list. Features meet here.
import { useCallback, useMemo } from 'react';
import { useTaskFilters } from '../features/tasks/task-filters.ts';
import { TaskList } from '../features/tasks/task-list.tsx';
import { ViewBar } from '../features/views/view-bar.tsx';
import { ViewTabs } from '../features/views/view-tabs.tsx';
import { Forbidden } from '../kit/states/empty-state.tsx';
import { useCards } from '../platform/cards.ts';
import { useListRows, useListView } from '../platform/list-view.ts';
import { useReferences } from '../platform/references.ts';
import { useMay, useMe } from '../platform/session.tsx';
import { useSay } from '../platform/texts.tsx';
import { taskRequests } from './task-requests.ts';
import { useClientNames } from './use-client-names.ts';

export function TasksPage() {
  const say = useSay();
  const mayView = useMay('tasks', 'view');
  if (!mayView) return <Forbidden title={say('task.forbidden')} text={say('fault.askKeeper')} />;
  return <Tasks />;
}

function Tasks() {
  const { firm, appearance } = useMe();
  const first = appearance.interval ?? firm.defaultInterval;
  const fallback = useMemo(() => ({ d: first }), [first]);
  const list = useListView('tasks', fallback);
  const references = useReferences();
  const rows = useListRows(taskRequests, list.parameters);
  const filters = useTaskFilters(references, useClientNames(list.view.where));
  const { open } = useCards();
  return (
    <TaskList
      list={list}
      rows={rows}
      references={references}
      onOpen={useCallback(({ id }) => open('tasks', id), [open])}
      onCreate={useCallback(() => open('tasks', null), [open])}
      head={(actions) => (
        <>
          <ViewTabs of="tasks" list={list} fallback={fallback} />
          <ViewBar list={list} fields={filters} withInterval withSearch actions={actions} />
        </>
      )}
    />
  );
}
