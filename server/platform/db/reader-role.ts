// The role that only reads: made at start where the account may make roles, so that not even a wrong query can write.
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { type ConnectionTarget, openClient } from './connection.ts';

const readOnly = '-c default_transaction_read_only=on';
/** What every reading connection says of itself, whichever role it has: a filter is planned for its very values. */
export const readerSettings = `${readOnly} -c plan_cache_mode=force_custom_plan`;
/** Of connections for statements that are planned once, whatever their values. */
export const steadySettings = `${readOnly} -c plan_cache_mode=force_generic_plan`;

/**
 * Grants the reading role SELECT on every table but the secret ones and returns how to connect as it.
 * Where the account may not make roles, the same account is returned: its transactions are read only by default all the same.
 * @param key seals the role's password, so that it need not be stored
 * @param secret tables that no list, report or mistake may ever read
 */
export async function readerTarget(
  target: ConnectionTarget,
  key: Buffer,
  secret: string[],
): Promise<ConnectionTarget> {
  const client = await openClient(target);
  try {
    const password = createHmac('sha256', key).update('reader role').digest('base64url');
    await client.query('select pg_advisory_lock(7214002)');
    const role = await roleOf(client);
    if (!role.may) return target;
    await client.query(`${role.made ? 'alter' : 'create'} role ${role.name} login password '${password}'`);
    await client.query(`grant usage on schema public to ${role.name}; grant select on all tables in schema public to ${role.name};
      alter default privileges in schema public grant select on tables to ${role.name}`);
    for (const table of secret) await client.query(`revoke all on ${table} from ${role.name}`);
    return asReader(target, role.name, password);
  } finally {
    await client.end();
  }
}

type Role = { name: string; may: boolean; made: boolean };

/** Roles belong to the whole server: each database has one of its own, so that two houses on one server do not change each other's password. */
async function roleOf(client: pg.Client): Promise<Role> {
  const { rows } = await client.query<Role>(`
    select n.name, r.rolsuper or r.rolcreaterole as may, exists (select from pg_roles where rolname = n.name) as made
    from pg_roles r, (select 'voronka_reader_' || oid as name from pg_database where datname = current_database()) n
    where r.rolname = current_user`);
  return rows[0] as Role;
}

function asReader(target: ConnectionTarget, user: string, password: string): ConnectionTarget {
  if (!target.url) return { ...target, user, password };
  const url = new URL(target.url);
  url.username = user;
  url.password = password;
  return { url: url.toString() };
}
