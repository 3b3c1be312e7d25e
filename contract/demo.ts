// The first days of a house: demo data to look around in, and the first steps of whoever sets it up.
import { z } from 'zod';
import { done } from './kit/fields.ts';
import { command, query } from './kit/request.ts';

/** In the order in which they are worth doing. */
export const firstSteps = ['firm', 'people', 'clients', 'task', 'hours', 'demo'] as const;
export type FirstStep = (typeof firstSteps)[number];

export const demo = {
  /** What of the first steps is done, by what there is in the house; made-up records count for nothing. */
  steps: query('demo.steps', {
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ step: z.enum(firstSteps), done: z.boolean() })) }),
  }),
  /** 8 managers in 3 groups, 300 clients, 2,000 tasks around today; in the language of the firm. */
  fill: command('demo.fill', { input: z.strictObject({}), output: done }),
  /** What was changed by people since stays. */
  remove: command('demo.remove', {
    input: z.strictObject({}),
    output: done.extend({ removed: z.number(), left: z.number() }),
  }),
};

export const demoRefusals = ['demo.filled', 'demo.none'] as const;
