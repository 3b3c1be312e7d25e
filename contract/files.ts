// Files as they came: uploaded whole by PUT /files, kept in the database in pieces.
import { z } from 'zod';

/** The answer to an upload. */
export const uploaded = z.object({ id: z.number(), name: z.string(), size: z.number() });
export type Uploaded = z.output<typeof uploaded>;

export const filesRefusals = [
  'file.tooLarge',
  'file.empty',
  'file.badName',
  'file.cutShort',
  'file.tooManyAtOnce',
] as const;
