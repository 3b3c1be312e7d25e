// Many tasks at once, for imports: those that are there already, and the rest inserted set by set.
import { sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';

/** What makes two tasks one: whose, when, of whom, what. */
export type TaskKey = {
  description: string;
  at: string | null;
  clientId: number | null;
  managerId: number | null;
  typeId: number | null;
};

/** For each of these the id of a task that is the same; undefined where there is none. */
export async function sameTasks(rows: Rows, keys: TaskKey[]): Promise<(number | undefined)[]> {
  const found = await rows.rows(sql<{ n: number; id: number }>`
    with wanted as materialized (
      select n, r.* from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) with ordinality e (value, n),
        jsonb_to_record(e.value) r (description text, at timestamptz, "clientId" bigint, "managerId" bigint, "typeId" bigint))
    select w.n, min(t.id) as id from wanted w cross join lateral (
      select id, client_id, manager_id, type_id, description from tasks t where t.at = w.at
      union all select id, client_id, manager_id, type_id, description from tasks t
        where w.at is null and t.at is null and t.client_id = w."clientId"
      union all select id, client_id, manager_id, type_id, description from tasks t
        where w.at is null and t.at is null and w."clientId" is null and t.client_id is null
          and t.manager_id is not distinct from w."managerId") t
    where t.description = w.description and t.client_id is not distinct from w."clientId"
      and t.manager_id is not distinct from w."managerId" and t.type_id is not distinct from w."typeId"
    group by w.n`);
  const byPlace = new Map(found.map(({ n, id }) => [n, id]));
  return keys.map((_, i) => byPlace.get(i + 1));
}

/** What of a task does not make it another one. */
export type TaskRest = {
  results: string;
  stateId: number;
  deadline: string | null;
  minutes: number | null;
  tags: string[];
};

/** The rest of these tasks by their ids. */
export async function restOfTasks(rows: Rows, ids: number[]): Promise<Map<number, TaskRest>> {
  const found = await rows.rows(sql<TaskRest & { id: number }>`
    select id, results, state_id as "stateId", deadline, minutes, tags from tasks where id = any(${ids}::bigint[])`);
  return new Map(found.map((task) => [task.id, task]));
}

/** Inserts tasks and gives their ids in the same order; the caller has checked rights and names. Every row has the same columns. */
export async function insertTasks(tx: Tx, all: Record<string, unknown>[]): Promise<number[]> {
  const [first] = all;
  if (!first) return [];
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const values = sql.join(Object.keys(first).map((column) => sql.ref(`r.${column}`)));
  const rows = await tx.rows(sql<{ id: number }>`
    insert into tasks (${columns})
    select ${values} from jsonb_array_elements(${JSON.stringify(all)}::jsonb) with ordinality e (value, n),
      jsonb_populate_record(null::tasks, e.value) r
    order by e.n returning id`);
  return rows.map(({ id }) => id);
}
