// Limits: what whoever hosts the house has set, and how much of it is used. Each slice declares and counts its own.
import type { Slice } from '../../platform/slice.ts';
import { limitsQueries } from './queries.ts';

export const limitsSlice: Slice = { name: 'limits', commands: [], queries: limitsQueries };
