// States of the directory as tasks need them: the one that is given, or the first that means what is wanted.
import type { Meaning } from '../../../contract/directories.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { refuse } from '../../platform/refusals.ts';

export type State = { id: number; meaning: Meaning };
type Wanted = { id?: number | undefined; meaning: State['meaning'] };

/** The given state, or the first that means what is wanted; refuses `task.noState` where the directory has none. */
export async function stateOf(rows: Rows, wanted: Wanted): Promise<State> {
  const state = await rows.one(stateSql(wanted));
  return state ?? refuse('task.noState', { meaning: wanted.meaning });
}

export function stateSql(wanted: Wanted): RawBuilder<State> {
  return sql<State>`
    select id, meaning from pub_entries where directory = 'taskStates'
      and ${wanted.id ? sql`id = ${wanted.id}` : sql`meaning = ${wanted.meaning} and not archived`}
    order by position, id limit 1`;
}
