// How much is used of what is limited.
import { limits } from '../../../contract/limits.ts';
import { may } from '../../platform/actor.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';

const use = queryHandler({
  request: limits.use,
  may: (actor) => may(actor, 'settings', 'change'),
  async answer(reads) {
    const { most, contact } = reads.limits;
    const limited = reads.declared.limited.filter(({ kind }) => most[kind] !== undefined);
    const rows = await Promise.all(
      limited.map(async ({ kind, used }) => ({
        kind,
        used: (await reads.one(used(reads)))?.used ?? 0,
        most: most[kind] ?? 0,
      })),
    );
    return { rows, contact };
  },
});

export const limitsQueries: QueryHandler[] = [use];
