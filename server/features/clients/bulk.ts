// Many clients at once, for imports: found by their normal forms, read whole, inserted and changed set by set.
import type { Client } from '../../../contract/clients.ts';
import { formKinds } from '../../../contract/text/legal-form.ts';
import { type Actor, reaches } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows, Tx } from '../../platform/db/transaction.ts';
import { clientsReached } from './access.ts';
import { cardColumns } from './queries.ts';
import { innKey } from './rules.ts';

/** What makes two clients one, in normal form; `title` is the name as it was written, `forms` the kinds of its legal forms. */
export type ClientKeys = {
  name: string;
  title: string;
  forms: string[];
  inn: string;
  phones: string[];
  emails: string[];
};

/** A client as far as the search for duplicates knows it; `seen`: the actor may view it. */
export type KnownClient = ClientKeys & { id: number; seen: boolean };

/** Clients of one key that are looked at: a shared switchboard number tells nothing of the rest. */
const perKeyAtMost = 50;

/** Ids of the clients with any of these keys, each key looked up by its index. */
function idsOfKeys(keys: string[], condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select found.id from unnest(${keys}::text[]) k (key)
    cross join lateral (select id from clients where ${condition} limit ${perKeyAtMost}) found`;
}

/** All clients with any key of any of these. */
export async function clientsOfKeys(rows: Rows, actor: Actor, keys: ClientKeys[]): Promise<KnownClient[]> {
  const all = (each: (key: ClientKeys) => string[]) => [...new Set(keys.flatMap(each))];
  const names = all(({ name }) => (name === '' ? [] : [name]));
  const inns = all(({ inn }) => (inn === '' ? [] : [inn]));
  const found = await rows.rows(sql<Omit<KnownClient, 'forms'>>`
    with found as materialized (
      ${idsOfKeys(
        all(({ phones }) => phones),
        sql`phone_keys @> array[k.key]`,
      )} union
      ${idsOfKeys(
        all(({ emails }) => emails),
        sql`email_keys @> array[k.key]`,
      )} union
      ${idsOfKeys(inns, sql`inn = k.key and inn <> ''`)} union
      ${idsOfKeys(names, sql`name_key = k.key`)})
    select t.id, t.name_key as name, t.name as title, t.inn, t.phone_keys as phones, t.email_keys as emails,
      ${clientsReached(actor, 'view')} as seen
    from found join clients t on t.id = found.id
    order by t.id`);
  return found.map((client) => ({
    ...client,
    forms: formKinds(client.title),
    inn: innKey(client.inn),
  }));
}

export type ClientCard = Omit<Client, 'can' | 'doubts'> & { mayChange: boolean };

/** Whole cards of clients that the actor may view; `lock` keeps them as they are until the transaction ends. */
export async function clientCards(
  rows: Rows,
  actor: Actor,
  which: { ids: number[]; lock: boolean },
): Promise<Map<number, ClientCard>> {
  const cards = await rows.rows(sql<Omit<ClientCard, 'mayChange'>>`
    select t.id, ${cardColumns}, t.phones, t.emails, t.archived, t.created_at as "createdAt", t.version
    from clients t where t.id = any(${which.ids}::bigint[]) and ${clientsReached(actor, 'view')}
    order by t.id ${which.lock ? sql`for update` : sql``}`);
  return new Map(
    cards.map((card) => [
      card.id,
      { ...card, mayChange: reaches(actor, 'clients', 'change', card.responsibleId) },
    ]),
  );
}

/** A set of values by column, as `clientColumns` makes it. */
export type ClientColumns = Record<string, unknown>;

/** The columns of each as JSON that `jsonb_populate_record` reads. */
function asJson(columns: ClientColumns): ClientColumns {
  const { phones, emails, ...plain } = columns;
  return {
    ...plain,
    ...(phones === undefined ? {} : { phones: JSON.parse(phones as string) }),
    ...(emails === undefined ? {} : { emails: JSON.parse(emails as string) }),
  };
}

const listColumns = ['sites', 'messengers', 'tags', 'phone_keys', 'email_keys'];
const jsonColumns = ['phones', 'emails'];
const nullColumns = [
  'group_id',
  'status_id',
  'type_id',
  'origin_id',
  'responsible_id',
  'contract_date',
  'contract_till',
];

/** A column that a row leaves out gets what the table gives it by itself. */
function orDefault(column: string): RawBuilder<unknown> {
  const value = sql.ref(`r.${column}`);
  if (nullColumns.includes(column)) return value;
  if (listColumns.includes(column)) return sql`coalesce(${value}, '{}')`;
  return jsonColumns.includes(column) ? sql`coalesce(${value}, '[]')` : sql`coalesce(${value}, '')`;
}

function columnsOf(all: ClientColumns[]): string[] {
  return [...new Set(all.flatMap((columns) => Object.keys(columns)))];
}

/** Inserts clients and gives their ids in the same order; the caller has checked rights and names. */
export async function insertClients(
  tx: Tx,
  all: ClientColumns[],
  authorId: number | null,
): Promise<number[]> {
  if (all.length === 0) return [];
  const columns = columnsOf(all);
  const rows = await tx.rows(sql<{ id: number }>`
    insert into clients (${sql.join(columns.map((column) => sql.ref(column)))}, created_at, author_id)
    select ${sql.join(columns.map(orDefault))}, ${tx.now}::timestamptz, ${authorId}::bigint
    from jsonb_array_elements(${JSON.stringify(all.map(asJson))}::jsonb) with ordinality e (value, n),
      jsonb_populate_record(null::clients, e.value) r
    order by e.n returning id`);
  return rows.map(({ id }) => id);
}

/** Changes clients, each by columns of its own; the caller has locked them and checked rights and names. */
export async function updateClients(
  tx: Tx,
  changes: { id: number; columns: ClientColumns }[],
): Promise<void> {
  if (changes.length === 0) return;
  const columns = columnsOf(changes.map((change) => change.columns));
  const sets = columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`);
  const patches = changes.map(({ id, columns: own }) => ({ id, patch: asJson(own) }));
  await tx.rows(sql`
    update clients t set version = t.version + 1, ${sql.join(sets)}
    from jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) p (id bigint, patch jsonb)
      join clients c on c.id = p.id cross join lateral jsonb_populate_record(c, p.patch) r
    where t.id = p.id`);
}
