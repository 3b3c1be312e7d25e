// Limits of a hosted house: how much of what there may be there is.
import { z } from 'zod';
import { query } from './kit/request.ts';

export const limits = {
  /** Only what is limited; empty in a house without limits. `storage` is in bytes. */
  use: query('limits.use', {
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(z.object({ kind: z.string(), used: z.number(), most: z.number() })),
      /** Whom to ask for more; empty: not said. */
      contact: z.string(),
    }),
  }),
};

export const limitsRefusals = ['limit.reached', 'limit.noRoom'] as const;
