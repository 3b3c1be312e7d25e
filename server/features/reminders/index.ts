// Reminders: who is told of which task, and when. What is to come is found among the tasks; what has fallen due stands here.
import { join } from 'node:path';
import type { Slice } from '../../platform/slice.ts';
import { reminderCommands } from './commands.ts';
import { reminderQueries } from './queries.ts';
import { reminderTurns } from './turns.ts';

export const remindersSlice: Slice = {
  name: 'reminders',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: reminderCommands,
  queries: reminderQueries,
  turns: reminderTurns,
  records: [
    {
      kind: 'reminders',
      table: 'reminders',
      right: null,
      owner: 'person_id',
      changed: 'reminder.changed',
      events: ['reminder.reached', 'reminder.changed'],
      title: 'kind',
    },
  ],
};

export { startPusher } from './push.ts';
export { pushKeys } from './push-keys.ts';
