// Files as they came: uploaded whole by PUT /files, kept in the database in pieces.
import { z } from 'zod';
import { done, id } from './kit/fields.ts';
import { command, query } from './kit/request.ts';

/** The answer to an upload. */
export const uploaded = z.object({ id: z.number(), name: z.string(), size: z.number() });
export type Uploaded = z.output<typeof uploaded>;

export const files = {
  /** One's own photo behind the screens, chosen or not: the id of its file. */
  photo: query('files.photo', { input: z.strictObject({}), output: z.object({ id: z.number().nullable() }) }),
  /** Makes an upload of one's own the photo behind the screens, in the place of the one before. Kept at once and not undone. */
  keepPhoto: command('files.keepPhoto', { input: z.strictObject({ fileId: id() }), output: done }),
};

export const filesRefusals = [
  'file.tooLarge',
  'file.empty',
  'file.badName',
  'file.cutShort',
  'file.tooManyAtOnce',
  'file.noPicture',
] as const;
