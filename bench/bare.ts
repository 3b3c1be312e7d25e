// The same rows asked bare: named statements through the driver, no session, no rights, no HTTP.
import type pg from 'pg';

const row = `json_build_object(
  'id', t.id, 'typeId', t.type_id, 'stateId', t.state_id, 'managerId', t.manager_id, 'clientId', t.client_id,
  'clientName', client.name, 'clientPhone', client.phones -> 0 ->> 'shown', 'description', left(t.description, 300), 'results', left(t.results, 300),
  'at', t.at, 'hasTime', t.has_time, 'minutes', t.minutes, 'deadline', t.deadline, 'setAt', t.set_at, 'doneAt', t.done_at,
  'authorId', t.author_id, 'tags', t.tags, 'isOpen', t.is_open, 'version', t.version)`;

type Asked = { where: string; order: string; values: unknown[]; limit: number };

export function bareList(
  pool: pg.ClientBase | pg.Pool,
  { where, order, values, limit }: Asked,
): Promise<pg.QueryResult> {
  const text = `with page as materialized (select id, row_number() over () as n from (select t.id from tasks t where ${where} order by ${order} limit ${limit}) p)
    select json_agg(${row} order by page.n)::text as rows from page join tasks t on t.id = page.id left join clients client on client.id = t.client_id`;
  return pool.query({ name: `bare-${where}-${order}-${limit}`.slice(0, 60), text, values });
}

export function bareSearch(pool: pg.Pool, pattern: string): Promise<pg.QueryResult> {
  return pool.query({
    name: 'bare-search',
    text: 'select id, name from clients where name_folded like any($1) limit 20',
    values: [[pattern]],
  });
}

/** A task for the first manager, as the house would write its row. */
export async function bareInsert(pool: pg.Pool): Promise<(description: string) => pg.QueryConfig> {
  const { rows } = await pool.query(
    `select id from directory_entries where directory = 'taskStates' order by position limit 1`,
  );
  return (description) => ({
    name: 'bare-insert',
    text: `insert into tasks (state_id, manager_id, description, at, has_time, day, set_at, is_open)
      values ($1, 1001, $2, '2026-11-23T10:00:00Z', true, '2026-11-23', now(), true)`,
    values: [rows[0].id, description],
  });
}

/** A connection that neither writes the journal nor looks at foreign keys. */
export async function withoutTriggers(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  await client.query('set session_replication_role = replica');
  return client;
}
