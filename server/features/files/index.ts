// Files: uploads as they came. Other slices read them by id.
import { join } from 'node:path';
import type { Slice } from '../../platform/slice.ts';
import { filesTurns } from './clearing.ts';
import { filesCommands, filesQueries } from './photo.ts';
import { storageUsed } from './store.ts';

export const filesSlice: Slice = {
  name: 'files',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: filesCommands,
  queries: filesQueries,
  turns: filesTurns,
  limited: [{ kind: 'storage', on: [], used: storageUsed }],
  references: [{ to: 'files', table: 'photos', column: 'file_id', kind: 'files', field: 'photo' }],
};

export { photoRoutes } from './photo.ts';
export { readFile } from './store.ts';
export { uploadRoutes } from './upload.ts';
