// Clients: the card with requisites, the list, duplicates. Tasks and imports reach clients only through this door.
import { join } from 'node:path';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import type { Slice } from '../../platform/slice.ts';
import { clientsReached } from './access.ts';
import { clientsCommands } from './commands.ts';
import { settleReturned } from './merge.ts';
import { clientsQueries } from './queries.ts';

export const clientsSlice: Slice = {
  name: 'clients',
  migrations: join(import.meta.dirname, 'migrations'),
  commands: clientsCommands,
  queries: clientsQueries,
  records: [
    {
      kind: 'clients',
      table: 'clients',
      right: 'clients',
      owner: 'responsible_id',
      changed: 'client.changed',
      events: ['client.created', 'client.changed', 'client.deleted'],
      title: 'name',
      together: [
        ['name', 'name_key'],
        ['phones', 'phone_keys', 'phone_digits'],
        ['emails', 'email_keys', 'email_text'],
      ],
      afterUndo: settleReturned,
    },
  ],
  limited: [
    {
      kind: 'clients',
      on: ['client.created'],
      used: () => sql<{ used: number }>`select count(*) as used from clients`,
    },
  ],
  references: [
    { to: 'groups', table: 'clients', column: 'group_id', kind: 'clients', field: 'group' },
    { to: 'directory_entries', table: 'clients', column: 'status_id', kind: 'clients', field: 'status' },
    { to: 'directory_entries', table: 'clients', column: 'type_id', kind: 'clients', field: 'type' },
    { to: 'directory_entries', table: 'clients', column: 'origin_id', kind: 'clients', field: 'origin' },
    { to: 'people', table: 'clients', column: 'responsible_id', kind: 'clients', field: 'responsible' },
    { to: 'people', table: 'clients', column: 'author_id', kind: 'clients', field: 'author' },
  ],
};

/** True where the actor may see the client. */
export async function isClientSeen(rows: Rows, actor: Actor, id: number): Promise<boolean> {
  return (
    (await rows.one(sql`select 1 from clients t where t.id = ${id} and ${clientsReached(actor, 'view')}`)) !==
    undefined
  );
}

/** Those of the clients that the actor may take out of the house. */
export async function clientsToExport(rows: Rows, actor: Actor, ids: number[]): Promise<Set<number>> {
  const found = await rows.rows(sql<{ id: number }>`
    select t.id from clients t where t.id = any(${ids}::bigint[]) and ${clientsReached(actor, 'export')}`);
  return new Set(found.map(({ id }) => id));
}

export { clientsReached } from './access.ts';
export {
  type ClientCard,
  type ClientColumns,
  type ClientKeys,
  clientCards,
  clientsOfKeys,
  insertClients,
  type KnownClient,
  updateClients,
} from './bulk.ts';
export { insertClient, reassignClients } from './commands.ts';
export { clientColumns, emailKey, innKey, nameKeyFrom } from './rules.ts';
export { inClientGroups } from './source.ts';
