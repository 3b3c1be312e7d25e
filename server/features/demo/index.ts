// Demo: a made-up firm to look around in.
import type { Slice } from '../../platform/slice.ts';
import { demoCommands } from './commands.ts';

export const demoSlice: Slice = { name: 'demo', commands: demoCommands, queries: [] };
