// The calendar: managers by days over the tasks, working time, and levelling.
import { join } from 'node:path';
import type { Slice } from '../../platform/slice.ts';
import { calendarCommands } from './commands.ts';
import { manager } from './manager.ts';
import { calendarQueries } from './queries.ts';
import { calendarReactions, calendarTurns } from './reactions.ts';

export const calendarSlice: Slice = {
  name: 'calendar',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: calendarCommands,
  queries: [...calendarQueries, manager],
  reactions: calendarReactions,
  turns: calendarTurns,
  records: [
    {
      kind: 'workWeeks',
      table: 'work_weeks',
      right: 'people',
      owner: null,
      changed: 'workWeek.changed',
      events: ['workWeek.changed'],
      title: 'coalesce((select name from pub_people p where p.id = person_id), (select name from pub_firm))',
    },
    {
      kind: 'absences',
      table: 'absences',
      right: 'people',
      owner: null,
      changed: 'absence.changed',
      events: ['absence.created', 'absence.changed', 'absence.deleted'],
      title: '(select name from pub_people p where p.id = person_id)',
    },
    {
      kind: 'holidays',
      table: 'holidays',
      right: 'settings',
      owner: null,
      changed: 'holiday.changed',
      events: ['holiday.changed', 'holiday.deleted'],
      title: 'name',
    },
  ],
};

export { feedRoutes } from './feed.ts';
export { managerPaperRoutes } from './manager-paper.ts';
export { calendarPaperRoutes } from './paper.ts';
export { isFirmWeekSet } from './times.ts';
