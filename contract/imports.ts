// Imports: a table of clients or tasks, from the uploaded file over its mapping and its plan to one operation that can be undone.
import { z } from 'zod';
import { meanings } from './directories.ts';
import {
  clientImportFields,
  type ImportField,
  importDelimiters,
  importEncodings,
  taskImportFields,
} from './import-fields.ts';
import { done, id, nameText } from './kit/fields.ts';
import { command, query } from './kit/request.ts';

export const importKinds = ['clients', 'tasks'] as const;
export type ImportKind = (typeof importKinds)[number];

const field = z.enum([...new Set([...clientImportFields, ...taskImportFields])] as [
  ImportField,
  ...ImportField[],
]);

/** The field of each column, in the order of the columns. */
const mapping = z.array(field.nullable()).max(500);
export type ImportMapping = z.output<typeof mapping>;

export const importOptions = z.object({
  /** What a row does to the client that is already there: fills its empty fields, replaces them too, or nothing. Lists are united. */
  existing: z.enum(['fill', 'overwrite', 'skip']).default('fill'),
  /** What an equal name alone means, where no telephone, e-mail or INN is equal. */
  sameName: z.enum(['update', 'make', 'refuse']).default('update'),
  /** Whether groups and entries of directories that are not there are made; else such rows are refused. */
  makeMissing: z.boolean().default(true),
  /** A manager of that name is not there: the row goes to the default one and the name into the notes, or the row is refused. */
  unknownManager: z.enum(['default', 'refuse']).default('default'),
  /** Whose the rows without a manager become; left out: who imports; null: nobody. */
  managerId: id().nullable().optional(),
  /** Tasks: the client is not there: the row is refused, or its task is made without one and the name goes into the text. */
  unknownClient: z.enum(['refuse', 'without']).default('refuse'),
  /** How 03/04/2026 is read where the column itself does not say. */
  dayOrder: z.enum(['auto', 'dayFirst', 'monthFirst']).default('auto'),
  /** What the states mean that are made along, by their names; those left out mean what their name says. */
  meanings: z
    .array(z.strictObject({ name: nameText(), meaning: z.enum(meanings) }))
    .max(1000)
    .optional(),
});
export type ImportOptions = z.output<typeof importOptions>;

export const importStatuses = [
  'read',
  'planning',
  'planned',
  'running',
  'done',
  'stopped',
  'failed',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importOutcomes = ['made', 'changed', 'same', 'duplicate', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

const file = z.object({
  name: z.string(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number() })).nullable(),
  sheet: z.string().nullable(),
  /** True: the first row is no header but a record; columns are known by their numbers. */
  headless: z.boolean(),
  /** Rows above the header that are titles of the table; not in imports of before there was this. */
  skipped: z.number().optional(),
  header: z.array(z.string()),
  /** The first 50 records, long cells cut. */
  sample: z.array(z.array(z.string())),
  /** How many records, about; exact once planned (`progress.total`). */
  rows: z.number(),
  /** NUL characters taken out of what is shown. */
  nuls: z.number(),
});
export type ImportFile = z.output<typeof file>;

/** How many rows come to what. A duplicate's values go into the row that it repeats; `nuls`: NUL characters taken out. */
const counts = z.object({
  made: z.number(),
  changed: z.number(),
  same: z.number(),
  duplicate: z.number(),
  refused: z.number(),
  nuls: z.number(),
});
export type ImportCounts = z.output<typeof counts>;

/** Names that are made along: entries of a directory, or `groups` as paths. */
const makes = z.array(z.object({ of: z.string(), names: z.array(z.string()) }));
export type ImportMakes = z.output<typeof makes>;

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const importView = z.object({
  id: z.number(),
  kind: z.enum(importKinds),
  status: z.enum(importStatuses),
  file,
  /** What the house thinks each column is. */
  suggested: mapping,
  mapping: mapping.nullable(),
  options: importOptions.nullable(),
  progress: z.object({ done: z.number(), total: z.number() }),
  counts: counts.nullable(),
  makes,
  /** Why it failed as a whole: a code of `importsRefusals`. */
  fault: z.object({ code: z.string(), params }).nullable(),
  /** What `operations.undo` is given: it takes the import back, or where that is undone, brings it again. */
  operation: z.number().nullable(),
  undone: z.boolean(),
  createdAt: z.string(),
  can: z.object({ inspect: z.boolean(), plan: z.boolean(), run: z.boolean(), stop: z.boolean() }),
});
export type ImportView = z.output<typeof importView>;

const summary = importView
  .pick({
    id: true,
    kind: true,
    status: true,
    progress: true,
    counts: true,
    operation: true,
    undone: true,
    createdAt: true,
  })
  .extend({ fileName: z.string(), can: z.object({ discard: z.boolean() }) });
export type ImportSummary = z.output<typeof summary>;

const importRow = z.object({
  /** Line of the file (row of the sheet). */
  line: z.number(),
  outcome: z.enum(importOutcomes),
  title: z.string(),
  /** The client or task that is changed, is the same or was made. */
  recordId: z.number().nullable(),
  /** The line that this one repeats. */
  twin: z.number().nullable(),
  /** Fields as the record's own contract names them; `makes`: `after` is a name that is made along. */
  changes: z.array(
    z.object({ field: z.string(), before: z.unknown(), after: z.unknown(), makes: z.boolean() }),
  ),
  /** `text` says it in the reader's language. */
  reasons: z.array(z.object({ column: z.number().nullable(), code: z.string(), params, text: z.string() })),
  /** The row as it came, where it is refused. */
  cells: z.array(z.string()).nullable(),
});
export type ImportRow = z.output<typeof importRow>;

const viewed = done.extend({ row: importView });
const named = z.object({ id: id() });

export const imports = {
  /** Looks at an uploaded file. Refuses `table.*` where it is no table. */
  create: command('imports.create', {
    input: z.object({ fileId: id(), kind: z.enum(importKinds) }),
    output: viewed.extend({ id: z.number() }),
  }),
  /** Looks again with the person's corrections. */
  inspect: command('imports.inspect', {
    input: named.extend({
      encoding: z.enum(importEncodings).optional(),
      delimiter: z.enum(importDelimiters).optional(),
      sheet: z.string().max(300).optional(),
      headless: z.boolean().optional(),
    }),
    output: viewed,
  }),
  /** Reads all rows and says what each comes to; nothing is changed yet. Goes on in the background: `imports.get`. */
  plan: command('imports.plan', {
    input: named.extend({ mapping, options: importOptions.prefault({}) }),
    output: viewed,
  }),
  /** Does what was planned, as one operation. Goes on in the background. */
  run: command('imports.run', {
    input: named.extend(importOptions.pick({ meanings: true }).shape),
    output: viewed,
  }),
  /** Ends the planning or the running; nothing is changed. */
  stop: command('imports.stop', { input: named, output: viewed }),
  /** Forgets an import that was not run. */
  discard: command('imports.discard', { input: named, output: done }),
  get: query('imports.get', { input: named, output: importView }),
  rows: query('imports.rows', {
    input: named.extend({
      outcome: z.enum(importOutcomes).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(importRow) }),
  }),
  /** One's own imports, newest first. */
  list: query('imports.list', {
    input: z.object({ before: id().optional(), limit: z.number().int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(summary) }),
  }),
};

export const importsRefusals = [
  'import.wrongStatus',
  'import.mapping',
  'import.nameNeeded',
  'import.ownerGone',
  'import.fault',
  'table.empty',
  'table.tooLarge',
  'table.tooManyColumns',
  'table.tooManyRows',
  'table.notATable',
  'table.brokenZip',
  'table.encrypted',
  'table.unclosedQuote',
  'table.noSuchSheet',
] as const;
