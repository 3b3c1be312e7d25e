// People: the users are the managers. Who acts, roles, sign-in, invitations, the firm itself.
import { join } from 'node:path';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import type { Slice } from '../../platform/slice.ts';
import { peopleTurns } from './clearing.ts';
import { mustHaveAKeeper, peopleCommands } from './commands.ts';
import { doorCommands } from './door-commands.ts';
import { peopleQueries } from './queries.ts';

export const peopleSlice: Slice = {
  name: 'people',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: [...peopleCommands, ...doorCommands],
  queries: peopleQueries,
  turns: peopleTurns,
  records: [
    {
      kind: 'people',
      table: 'people',
      right: 'people',
      owner: null,
      changed: 'person.changed',
      events: ['person.created', 'person.changed', 'person.deleted'],
      title: 'name',
      afterUndo: mustHaveAKeeper,
    },
    {
      kind: 'roles',
      table: 'roles',
      right: 'people',
      owner: null,
      changed: 'role.changed',
      events: ['role.created', 'role.changed', 'role.deleted'],
      title: 'name',
      afterUndo: mustHaveAKeeper,
    },
    {
      kind: 'firm',
      table: 'firms',
      right: 'settings',
      owner: null,
      changed: 'firm.changed',
      events: ['firm.changed', 'firm.setUp'],
      title: 'name',
    },
  ],
  /** Who is blocked works no more and takes no place. */
  limited: [
    {
      kind: 'people',
      on: ['person.created'],
      used: () => sql<{ used: number }>`select count(*) as used from people where status <> 'blocked'`,
    },
  ],
  references: [
    { to: 'groups', table: 'people', column: 'group_id', kind: 'people', field: 'group' },
    { to: 'roles', table: 'people', column: 'role_id', kind: 'people', field: 'role' },
  ],
};

/** People of groups and of all groups below them, as a condition on a column with a person's id. */
export function inManagerGroups(column: RawBuilder<unknown>, groups: number[]): RawBuilder<boolean> {
  return sql`${column} = any(array(select id from people where group_id in (select group_branch(${groups}::bigint[]))))`;
}

/** True where all of these are people who can be given work. */
export async function arePeople(rows: Rows, ids: number[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const row = await rows.one(
    sql<{
      count: number;
    }>`select count(*) as count from people where id = any(${wanted}::bigint[]) and status <> 'blocked'`,
  );
  return row?.count === wanted.length;
}

/** Everyone who can be given work, with what they are called by in tables of other programs. */
export function workers(rows: Rows): Promise<{ id: number; name: string; email: string | null }[]> {
  return rows.rows(sql`select id, name, email from people where status <> 'blocked' order by id`);
}

/** The language in which the person reads. */
export async function localeOf(rows: Rows, personId: number | null): Promise<'ru' | 'en'> {
  const row = await rows.one(sql<{ locale: 'ru' | 'en' }>`
    select coalesce(a.appearance ->> 'locale', f.locale) as locale
    from firms f left join appearances a on a.person_id = ${personId}`);
  return row?.locale ?? 'ru';
}

export { insertPerson } from './commands.ts';
export { actorOf, identify } from './identify.ts';
export { hashToken, makeToken } from './passwords.ts';
export { firmOf } from './queries.ts';
