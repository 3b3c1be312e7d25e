// Saved views (an address with a name, private or shared) and the layout of lists: order, widths, hidden and pinned columns per person.
import { z } from 'zod';
import { can, done, id, nameText, version } from './kit/fields.ts';
import { command, query } from './kit/request.ts';

/** The lists whose views can be saved. */
export const viewKinds = ['tasks', 'clients', 'calendar'] as const;
export type ViewKind = (typeof viewKinds)[number];

/** A list or a window that has a layout. */
const of = () => z.string().regex(/^[a-zA-Z]{1,40}$/);
const parameters = z.record(z.string().max(60), z.string().max(20_000));

const savedView = z.object({
  id: z.number(),
  of: z.string(),
  name: z.string(),
  ownerId: z.number(),
  shared: z.boolean(),
  position: z.number(),
  parameters,
  version: z.number(),
  can,
});
export type SavedView = z.output<typeof savedView>;

export const layout = z.object({
  order: z.array(z.string().max(60)).max(200).default([]),
  /** Pixels; of windows their places too, on screens however wide. */
  widths: z.record(z.string().max(60), z.number().int().min(24).max(8000)).default({}),
  /** True hides a column, false shows one that is hidden at first. */
  hidden: z.record(z.string().max(60), z.boolean()).default({}),
  pinned: z.record(z.string().max(60), z.boolean()).default({}),
});
export type Layout = z.output<typeof layout>;

export const views = {
  list: query('views.list', { input: z.strictObject({}), output: z.object({ rows: z.array(savedView) }) }),
  /** No two of a kind under one name: not among one's own, nor among those that are shared. */
  create: command('views.create', {
    input: z.strictObject({ of: z.enum(viewKinds), name: nameText(100), shared: z.boolean(), parameters }),
    output: done.extend({ id: z.number() }),
  }),
  change: command('views.change', {
    input: z.strictObject({
      id: id(),
      version: version(),
      set: z.strictObject({ name: nameText(100), shared: z.boolean(), parameters }).partial(),
    }),
    output: done,
  }),
  delete: command('views.delete', { input: z.strictObject({ id: id() }), output: done }),
  layouts: query('views.layouts', {
    input: z.strictObject({}),
    output: z.object({ layouts: z.record(z.string(), layout) }),
  }),
  /** Kept at once and not undone: it changes no data of the firm. `of` is the list or window the layout belongs to. */
  keepLayout: command('views.keepLayout', {
    input: z.strictObject({ of: of(), layout: layout.strict() }),
    output: done,
  }),
};
