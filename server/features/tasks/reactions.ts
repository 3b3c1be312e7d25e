// What tasks do when the house around them changes: another meaning of a state, another time zone of the firm.
import { sql } from '../../platform/db/sql.ts';
import type { Emit, Reaction } from '../../platform/slice.ts';
import { type Aligned, alignDays, alignOpen } from './alignment.ts';

const onMeaning: Reaction = {
  name: 'tasks.followStateMeaning',
  on: ['entry.changed'],
  async run(tx, event, emit) {
    tell(emit, await alignOpen(tx, sql`s.id = any(${event.ids}::bigint[])`));
  },
};

const onTimeZone: Reaction = {
  name: 'tasks.followTimeZone',
  on: ['firm.changed'],
  async run(tx, _event, emit) {
    tell(emit, await alignDays(tx, sql`true`));
  },
};

function tell(emit: Emit, rows: Aligned[]): void {
  if (rows.length > 0)
    emit({
      name: 'task.changed',
      ids: rows.map(({ id }) => id),
      owners: rows.flatMap(({ owner }) => owner ?? []),
    });
}

export const tasksReactions: Reaction[] = [onMeaning, onTimeZone];
