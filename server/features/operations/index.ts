// Operations: the journal as people see it, undo and redo, the history of a record. It knows no kind by name; kinds declare themselves.
import type { Slice } from '../../platform/slice.ts';
import { operationsCommands } from './commands.ts';
import { operationsQueries } from './queries.ts';

export const operationsSlice: Slice = {
  name: 'operations',
  commands: operationsCommands,
  queries: operationsQueries,
};
