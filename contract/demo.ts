// Demo data: a believable firm to look around in, and its removal in one click.
import { z } from 'zod';
import { done } from './kit/fields.ts';
import { command } from './kit/request.ts';

export const demo = {
  /** 8 managers in 3 groups, 300 clients, 2,000 tasks around today; in the language of the firm. */
  fill: command('demo.fill', { input: z.strictObject({}), output: done }),
  /** What was changed by people since stays. */
  remove: command('demo.remove', {
    input: z.strictObject({}),
    output: done.extend({ removed: z.number(), left: z.number() }),
  }),
};

export const demoRefusals = ['demo.filled', 'demo.none'] as const;
