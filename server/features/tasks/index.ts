// Tasks: every action of a manager, planned or done. The main mode of the planner.
import { join } from 'node:path';
import type { Slice } from '../../platform/slice.ts';
import { alignTasks } from './alignment.ts';
import { bulkTaskCommands } from './bulk-commands.ts';
import { byDayCommands } from './by-day.ts';
import { taskCommands } from './commands.ts';
import { print } from './print.ts';
import { tasksOfMonth, tasksQueries } from './queries.ts';
import { tasksReactions } from './reactions.ts';

export const tasksSlice: Slice = {
  name: 'tasks',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: [...taskCommands, ...bulkTaskCommands, ...byDayCommands],
  queries: [...tasksQueries, print],
  reactions: tasksReactions,
  records: [
    {
      kind: 'tasks',
      table: 'tasks',
      right: 'tasks',
      owner: 'manager_id',
      changed: 'task.changed',
      events: ['task.created', 'task.changed', 'task.completed', 'task.cancelled', 'task.deleted'],
      title: 'left(description, 100)',
      together: [
        ['at', 'day', 'has_time'],
        ['state_id', 'is_open', 'done_at', 'repeat'],
      ],
      derived: [
        { column: 'at', while: 'has_time', is: false },
        { column: 'day', while: 'has_time', is: true },
      ],
      afterUndo: alignTasks,
    },
  ],
  limited: [{ kind: 'tasks', on: ['task.created'], used: tasksOfMonth }],
  references: [
    { to: 'directory_entries', table: 'tasks', column: 'type_id', kind: 'tasks', field: 'type' },
    { to: 'directory_entries', table: 'tasks', column: 'state_id', kind: 'tasks', field: 'state' },
    { to: 'people', table: 'tasks', column: 'manager_id', kind: 'tasks', field: 'manager' },
    { to: 'people', table: 'tasks', column: 'author_id', kind: 'tasks', field: 'author' },
    { to: 'clients', table: 'tasks', column: 'client_id', kind: 'tasks', field: 'client' },
  ],
};

export { insertTasks, restOfTasks, sameTasks, type TaskKey, type TaskRest } from './bulk-insert.ts';
export {
  assumedMinutes,
  countByDay,
  type DayCount,
  type Load,
  loadsOf,
  rowsByDay,
  rowsLastingInto,
} from './by-day.ts';
export { clientPaperRoutes } from './client-paper.ts';
export { type FeedTask, feedTasks, namedTasks } from './feed.ts';
export { taskPaperRoutes } from './paper.ts';
export { taskColumns } from './rules.ts';
export { stateOf } from './states.ts';
export { taskWorkbookRoutes } from './workbook.ts';
