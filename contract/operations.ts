// Operations: what was done, undo and redo, the history of a record.
import { z } from 'zod';
import { done, id } from './kit/fields.ts';
import { command, query } from './kit/request.ts';

const leftAlone = z.object({
  of: z.string(),
  id: z.number(),
  why: z.enum(['changedSince', 'usedSince', 'goneSince', 'partnerMissing', 'notYours']),
});
export type LeftAlone = z.output<typeof leftAlone>;

/** Of an undo: what it took back; `again`: it is the undo of an undo, so that this was done again. */
const reverses = z
  .object({ id: z.number(), at: z.string(), name: z.string(), again: z.boolean() })
  .nullable();

const operation = z.object({
  id: z.number(),
  at: z.string(),
  name: z.string(),
  actorId: z.number().nullable(),
  actorName: z.string().nullable(),
  via: z.string(),
  /** How many rows it changed, by kind. */
  rows: z.array(z.object({ kind: z.string(), count: z.number() })),
  /** The row it touched first; null where it touched none, or rows that the reader may not see. */
  first: z.object({ kind: z.string(), id: z.number(), title: z.string().nullable() }).nullable(),
  undoes: z.number().nullable(),
  reverses,
  undoneBy: z.number().nullable(),
  leftAlone: z.array(leftAlone).nullable(),
  can: z.object({ undo: z.boolean() }),
});
export type Operation = z.output<typeof operation>;

const change = z.object({
  operation: z.number(),
  at: z.string(),
  name: z.string(),
  actorName: z.string().nullable(),
  reverses,
  change: z.enum(['i', 'u', 'd']),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type Change = z.output<typeof change>;

export const operations = {
  /** The journal, newest first: own operations, or those of all for who keeps the house. */
  list: query('operations.list', {
    input: z.strictObject({
      before: id().optional(),
      limit: z.number().int().min(1).max(200).default(50),
      actorId: id().optional(),
    }),
    output: z.object({ rows: z.array(operation) }),
  }),
  /** The rows an operation changed, at most 500, with names as they are now or were. */
  show: query('operations.show', {
    input: z.strictObject({ id: id() }),
    output: z.object({
      rows: z.array(
        z.object({
          kind: z.string(),
          id: z.number(),
          title: z.string().nullable(),
          change: z.enum(['i', 'u', 'd']),
          fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
        }),
      ),
    }),
  }),
  /** Everything that ever happened to one record, newest first. */
  history: query('operations.history', {
    input: z.strictObject({ kind: z.string().max(40), id: id(), before: id().optional() }),
    output: z.object({ changes: z.array(change) }),
  }),
  /** Reverts an operation; undoing an undo is the redo. What others changed since stays and is named. */
  undo: command('operations.undo', {
    input: z.strictObject({ id: id() }),
    output: done.extend({ restored: z.number(), leftAlone: z.array(leftAlone) }),
  }),
};

export const operationsRefusals = [
  'operation.undone',
  'operation.tooOld',
  'operation.nothingLeft',
  'operation.clash',
  'operation.final',
] as const;
