// Directories: task types (in a tree of groups), task states, client statuses, types and origins.
import { z } from 'zod';
import { can, done, id, ids, nameText, version } from './kit/fields.ts';
import { directoryNames } from './kit/names.ts';
import { command, query } from './kit/request.ts';

export type DirectoryName = (typeof directoryNames)[number];
const directory = z.enum(directoryNames);

/** The palette offered for states; the colours themselves belong to the screens. */
export const tints = [
  'slate',
  'blue',
  'teal',
  'green',
  'lime',
  'amber',
  'orange',
  'red',
  'pink',
  'violet',
  'indigo',
  'brown',
] as const;
const tint = z.enum(tints);

/** What a task state means for the work: whatever it is called, the house must know whether something is left to do. */
export const meanings = ['open', 'done', 'cancelled'] as const;
const meaning = z.enum(meanings);
export type Meaning = z.output<typeof meaning>;

const entry = z.object({
  id: z.number(),
  directory,
  name: z.string(),
  groupId: z.number().nullable(),
  tint: tint.nullable(),
  meaning: meaning.nullable(),
  position: z.number(),
  archived: z.boolean(),
  version: z.number(),
  can,
});
export type Entry = z.output<typeof entry>;

const fields = {
  name: nameText(200),
  groupId: id().nullable(),
  tint: tint.nullable(),
  meaning: meaning.nullable(),
};

export const directories = {
  /** All directories at once: they are small, and every screen needs them. */
  list: query('directories.list', { input: z.strictObject({}), output: z.object({ rows: z.array(entry) }) }),
  create: command('directories.create', {
    input: z.strictObject({
      directory,
      ...fields,
      groupId: fields.groupId.default(null),
      tint: fields.tint.default(null),
      meaning: fields.meaning.default(null),
    }),
    output: done.extend({ id: z.number() }),
  }),
  change: command('directories.change', {
    input: z.strictObject({ id: id(), version: version(), set: z.strictObject(fields).partial() }),
    output: done,
  }),
  archive: command('directories.archive', {
    input: z.strictObject({ id: id(), archived: z.boolean() }),
    output: done,
  }),
  /** The order of the entries of one directory; those that are not named, somebody has just made them, come after. */
  reorder: command('directories.reorder', { input: z.strictObject({ directory, ids: ids() }), output: done }),
  delete: command('directories.delete', { input: z.strictObject({ id: id() }), output: done }),
  /** Whatever names `from` names `to`; with `remove` the emptied entry goes too (a merge). */
  replace: command('directories.replace', {
    input: z.strictObject({ from: id(), to: id(), remove: z.boolean() }),
    output: done.extend({ changed: z.number() }),
  }),
};

export const directoriesRefusals = ['entry.otherDirectory', 'entry.lastState'] as const;
