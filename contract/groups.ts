// Trees of groups: of managers, clients and task types. Three levels under the root.
import { z } from 'zod';
import { done, id, nameText, version } from './kit/fields.ts';
import { command, query } from './kit/request.ts';
import type { RightKind, Verb } from './kit/rights.ts';

export const trees = ['managers', 'clients', 'taskTypes'] as const;
export type Tree = (typeof trees)[number];
export const treeSchema = z.enum(trees);

/**
 * All that writing a tree asks for. Who stands in which group of managers decides how far "the group's" rights reach: that tree
 * is kept by who keeps the directories and may change people too.
 */
export function rightsOfTree(tree: Tree, verb: 'add' | 'change' | 'delete'): [RightKind, Verb][] {
  return tree === 'managers'
    ? [
        ['directories', verb],
        ['people', 'change'],
      ]
    : [['directories', verb]];
}

/** Levels under the root. */
export const groupDepth = 3;

const group = z.object({
  id: z.number(),
  tree: treeSchema,
  parentId: z.number().nullable(),
  name: z.string(),
  position: z.number(),
  version: z.number(),
  /** Whether anything stands in the group itself (not in the groups below it). */
  used: z.boolean(),
});
export type Group = z.output<typeof group>;

export const groups = {
  list: query('groups.list', { input: z.strictObject({}), output: z.object({ rows: z.array(group) }) }),
  create: command('groups.create', {
    input: z.strictObject({ tree: treeSchema, parentId: id().nullable().default(null), name: nameText(200) }),
    output: done.extend({ id: z.number() }),
  }),
  rename: command('groups.rename', {
    input: z.strictObject({ id: id(), version: version(), name: nameText(200) }),
    output: done,
  }),
  /** `same`: to the level of the target, right after it; `inside`: below the target, last. Target null: the root. */
  move: command('groups.move', {
    input: z.strictObject({ id: id(), targetId: id().nullable(), mode: z.enum(['same', 'inside']) }),
    output: done,
  }),
  delete: command('groups.delete', { input: z.strictObject({ id: id() }), output: done }),
};

export const groupsRefusals = [
  'group.tooDeep',
  'group.intoItself',
  'group.hasGroups',
  'group.otherTree',
] as const;
