// Pure: from what was typed into a task to its columns; days are of the firm's zone.
import type { TaskInput } from '../../../contract/tasks.ts';
import { dayIn } from '../../platform/clock.ts';

const plain = {
  typeId: 'type_id',
  stateId: 'state_id',
  managerId: 'manager_id',
  clientId: 'client_id',
  description: 'description',
  results: 'results',
  hasTime: 'has_time',
  minutes: 'minutes',
  deadline: 'deadline',
  tags: 'tags',
  repeat: 'repeat',
} as const;

/** Columns and values of the fields that were given. */
export function taskColumns(input: TaskInput, timeZone: string): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [field, column] of Object.entries(plain)) {
    const value = input[field as keyof typeof plain];
    if (value !== undefined) columns[column] = value;
  }
  if (input.at !== undefined) Object.assign(columns, momentColumns(input.at, timeZone));
  return columns;
}

export function momentColumns(at: string | null, timeZone: string) {
  return at === null ? { at: null, day: null, has_time: false } : { at, day: dayIn(at, timeZone) };
}
