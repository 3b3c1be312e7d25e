// People: the users are the managers. Who acts, roles, sign-in, invitations, the firm itself.
import { join } from 'node:path';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import type { Slice } from '../../platform/slice.ts';
import { peopleTurns } from './clearing.ts';
import { peopleCommands } from './commands.ts';
import { doorCommands } from './door-commands.ts';
import { peopleQueries } from './queries.ts';
import type { Speech } from './speech.ts';
import { mustBeGiveable, mustBeGiveableRoles } from './undo-rules.ts';

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
      afterUndo: mustBeGiveable,
    },
    {
      kind: 'roles',
      table: 'roles',
      right: 'people',
      owner: null,
      changed: 'role.changed',
      events: ['role.created', 'role.changed', 'role.deleted'],
      title: 'name',
      afterUndo: mustBeGiveableRoles,
    },
    {
      kind: 'firm',
      table: 'firms',
      right: 'settings',
      owner: null,
      changed: 'firm.changed',
      events: ['firm.changed', 'firm.setUp', 'firm.dayStarted'],
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

/** The language in which the person reads, and the zone in which they see time. */
export async function speechOf(rows: Rows, personId: number | null): Promise<Speech> {
  const row = await rows.one(sql<Speech>`
    select coalesce(a.appearance ->> 'locale', f.locale) as locale, coalesce(a.appearance ->> 'timeZone', f.time_zone) as "timeZone",
      f.time_zone as "dayZone"
    from firms f left join appearances a on a.person_id = ${personId}`);
  return row ?? { locale: 'ru', timeZone: 'UTC', dayZone: 'UTC' };
}

export async function localeOf(rows: Rows, personId: number | null): Promise<'ru' | 'en'> {
  return (await speechOf(rows, personId)).locale;
}

/** The e-mail of who keeps this house: services that it speaks to ask whom to turn to. */
export async function contactOf(rows: Rows): Promise<string> {
  const row = await rows.one(sql<{ email: string }>`
    select p.email from people p join roles r on r.id = p.role_id
    where r.keeper and p.status = 'active' and p.email is not null order by p.id limit 1`);
  return row?.email ?? 'nobody@voronka.example';
}

export { insertPerson } from './commands.ts';
export { demoFilling } from './demo-filling.ts';
export { actorOf, identify } from './identify.ts';
export { hashToken, makeToken } from './passwords.ts';
export { firmOf } from './queries.ts';
export { formatOf, namesIn, type Speech, type Spoken, spokenTo } from './speech.ts';
