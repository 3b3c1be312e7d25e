// All requests by name, as types: what the screens call. Types only, so that no schema is loaded by a browser.
import type { z } from 'zod';
import type { calendar } from './calendar.ts';
import type { clients } from './clients.ts';
import type { demo } from './demo.ts';
import type { directories } from './directories.ts';
import type { files } from './files.ts';
import type { groups } from './groups.ts';
import type { imports } from './imports.ts';
import type { Command, Query } from './kit/request.ts';
import type { limits } from './limits.ts';
import type { operations } from './operations.ts';
import type { people } from './people.ts';
import type { reminders } from './reminders.ts';
import type { tasks } from './tasks.ts';
import type { views } from './views.ts';

type Slices =
  | typeof operations
  | typeof groups
  | typeof people
  | typeof directories
  | typeof clients
  | typeof files
  | typeof views
  | typeof tasks
  | typeof reminders
  | typeof calendar
  | typeof imports
  | typeof demo
  | typeof limits;

/** The requests of each slice, all together. */
type RequestsOf<Slice> = Slice extends unknown ? Slice[keyof Slice] : never;
type Requests = RequestsOf<Slices>;

type OfKind<Kind extends 'command' | 'query'> = Extract<Requests, Kind extends 'command' ? Command : Query>;

/** What a caller gives: fields that the door fills in are not the caller's to send. */
type Given<I> = I extends { from: { agent: string } } ? Omit<I, 'from'> : I;

export type Commands = {
  [R in OfKind<'command'> as R['name']]: { input: Given<z.input<R['input']>>; output: z.output<R['output']> };
};
export type Queries = {
  [R in OfKind<'query'> as R['name']]: { input: z.input<R['input']>; output: z.output<R['output']> };
};
