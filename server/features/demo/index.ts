// Demo: a made-up firm to look around in, and the first steps of a new house.
import type { Slice } from '../../platform/slice.ts';
import { demoCommands } from './commands.ts';
import { demoQueries } from './queries.ts';

export const demoSlice: Slice = { name: 'demo', commands: demoCommands, queries: demoQueries };
