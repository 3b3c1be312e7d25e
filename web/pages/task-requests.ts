// How a list of tasks is asked for: its rows by blocks, and how many there are.
import type { TaskRow } from '../../contract/tasks.ts';
import { ask } from '../platform/api.ts';
import type { ListRequests } from '../platform/list-view.ts';

export const taskRequests: ListRequests<TaskRow> = {
  of: 'tasks',
  list: (parameters, signal) => ask('tasks.list', parameters, signal),
  count: (parameters, signal) =>
    ask('tasks.count', Object.keys(parameters).length > 0 ? parameters : { d: 'all' }, signal),
};
