// Files: uploads as they came. Other slices read them by id.
import { join } from 'node:path';
import type { Slice } from '../../platform/slice.ts';
import { filesTurns } from './clearing.ts';

export const filesSlice: Slice = {
  name: 'files',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: [],
  queries: [],
  turns: filesTurns,
};

export { readFile } from './store.ts';
export { uploadRoutes } from './upload.ts';
