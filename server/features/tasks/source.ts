// What the list of tasks can be asked about.
import { canSql } from '../../platform/access-sql.ts';
import type { Actor } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Field, Reader, Source, Walk } from '../../platform/view/source.ts';
import { clientsReached, inClientGroups } from '../clients/index.ts';
import { inManagerGroups } from '../people/index.ts';
import { tasksReached } from './access.ts';

function entryField(column: 'type_id' | 'state_id', join: string): Field {
  return {
    type: 'ref',
    value: sql.ref(`t.${column}`),
    join,
    order: sql.ref(`${join}.position`),
    inGroups: (groups) =>
      sql`${sql.ref(`t.${column}`)} in (select id from pub_entries where group_id in (select group_branch(${groups}::bigint[])))`,
    search: {
      folded: sql`name_folded`,
      table: sql`pub_entries`,
      through: { column: sql.ref(`t.${column}`), key: sql`id` },
    },
  };
}

function personField(column: 'manager_id' | 'author_id', join: string): Field {
  return {
    type: 'ref',
    value: sql.ref(`t.${column}`),
    join,
    order: sql`${sql.ref(`${join}.name`)} collate "ru-x-icu"`,
    inGroups: (groups) => inManagerGroups(sql.ref(`t.${column}`), groups),
    search: {
      folded: sql`fold_text(name)`,
      table: sql`pub_people`,
      through: { column: sql.ref(`t.${column}`), key: sql`id` },
    },
  };
}

/** A column of the client, found among the clients that the reader may see. */
function clientSearch(column: string, reader: Reader['actor'], digits?: 'phones'): Field['search'] {
  return {
    folded: sql.ref(`c.${column}`),
    table: sql`pub_clients c`,
    ...(digits && { digits }),
    seen: clientsReached(reader, 'view', 'c'),
    through: { column: sql`t.client_id`, key: sql`c.id` },
  };
}

/** One of the two long texts. Sorts by its beginning. */
function textField(column: 'description' | 'results'): Field {
  const value = sql.ref(`t.${column}`);
  return {
    type: 'text',
    value,
    order: sql`nullif(left(${value}, 100), '') collate "ru-x-icu"`,
    search: { folded: sql.ref(`t.${column}_folded`), table: sql`tasks t` },
  };
}

/**
 * Left to do, and its deadline, or without one its planned moment (day, where it has no hour), has passed. A day that has passed began
 * before now: said so, an index finds these few among all that is open.
 */
export function overdueSql({ now, today }: Pick<Reader, 'now' | 'today'>): RawBuilder<boolean> {
  return sql`(t.is_open and (t.deadline < ${now}::timestamptz
    or (t.deadline is null and t.at < ${now}::timestamptz and (t.day < ${today}::date or t.has_time))))`;
}

const entryWalk = (column: 'type_id' | 'state_id'): Walk => ({
  partners: sql`pub_entries w`,
  column: sql.ref(`t.${column}`),
  order: sql`w.position`,
  filled: true,
  uneven: true,
  allowed: () => true,
});

const personWalk = (column: 'manager_id' | 'author_id'): Walk => ({
  partners: sql`pub_people w`,
  column: sql.ref(`t.${column}`),
  order: sql`w.name collate "ru-x-icu"`,
  filled: true,
  uneven: true,
  allowed: () => true,
});

/** What is the same for every reader, composed once. */
const ownFields: Record<string, Field> = {
  id: { type: 'id', value: sql`t.id`, filled: true },
  at: { type: 'moment', value: sql`t.at`, indexed: true },
  day: { type: 'day', value: sql`t.day`, indexed: true },
  state: entryField('state_id', 'state'),
  type: entryField('type_id', 'type'),
  manager: personField('manager_id', 'manager'),
  author: personField('author_id', 'author'),
  description: textField('description'),
  results: textField('results'),
  deadline: { type: 'moment', value: sql`t.deadline`, indexed: true },
  setAt: { type: 'moment', value: sql`t.set_at`, filled: true },
  doneAt: { type: 'moment', value: sql`t.done_at`, indexed: true },
  minutes: { type: 'number', value: sql`t.minutes`, indexed: true },
  tags: {
    type: 'tags',
    value: sql`t.tags`,
    order: sql`nullif(array_to_string(t.tags, ', '), '') collate "ru-x-icu"`,
    search: { folded: sql`t.tags_folded`, table: sql`tasks t` },
  },
  open: { type: 'flag', value: sql`t.is_open`, order: null },
};

const ownJoins = {
  state: sql`left join pub_entries state on state.id = t.state_id`,
  type: sql`left join pub_entries type on type.id = t.type_id`,
  manager: sql`left join pub_people manager on manager.id = t.manager_id`,
  author: sql`left join pub_people author on author.id = t.author_id`,
};

const walks: Record<string, Walk> = {
  client: {
    partners: sql`pub_clients w`,
    column: sql`t.client_id`,
    order: sql`w.name collate "ru-x-icu"`,
    filled: true,
    allowed: (actor) => actor.rights.clients.view === 'all',
  },
  phone: {
    partners: sql`pub_clients w`,
    column: sql`t.client_id`,
    order: sql`nullif(left(w.phone_digits, 40), '')`,
    allowed: (actor) => actor.rights.clients.view === 'all',
  },
  manager: personWalk('manager_id'),
  author: personWalk('author_id'),
  type: entryWalk('type_id'),
  state: entryWalk('state_id'),
};

/** The declaration for one reader: columns of the client are searched with that reader's rights. */
export function tasksSource(reader: Reader): Source {
  const clientId = reader.actor.rights.clients.view === 'all' ? sql`t.client_id` : sql`client.id`;
  return {
    of: 'tasks',
    table: sql`tasks t`,
    access: (actor) => tasksReached(actor, 'view'),
    joins: ({ actor }) => ({ ...ownJoins, client: clientJoin(actor) }),
    fields: {
      ...ownFields,
      client: {
        type: 'ref',
        value: clientId,
        join: 'client',
        order: sql`client.name collate "ru-x-icu"`,
        inGroups: (groups) => inClientGroups(clientId, groups),
        search: clientSearch('name_folded', reader.actor),
      },
      phone: {
        type: 'text',
        value: sql`client.phone_digits`,
        join: 'client',
        order: sql`nullif(left(client.phone_digits, 40), '')`,
        search: clientSearch('phone_digits', reader.actor, 'phones'),
      },
      overdue: { type: 'flag', value: sql`coalesce(${overdueSql(reader)}, false)`, order: null },
    },
    steady: ['state', 'type', 'manager', 'client', 'open'],
    interval: { moment: sql`t.at`, overdue: overdueSql, undated: sql`t.day is null` },
    everywhere: ['client', 'phone', 'description', 'results', 'type', 'manager', 'state', 'tags'],
    defaultSort: [{ field: 'at', desc: false }],
    walks,
    rowJoins: ['client'],
    row: (who) => taskJson(who, sql`left(t.description, 300)`, sql`left(t.results, 300)`),
  };
}

/** The client of a task, where the reader may see it. */
export function clientJoin(actor: Actor): RawBuilder<unknown> {
  return sql`left join pub_clients client on client.id = t.client_id and ${clientsReached(actor, 'view', 'client')}`;
}

/** A task as JSON over `t` and `clientJoin`. */
export function taskJson(
  reader: Reader,
  description: RawBuilder<string>,
  results: RawBuilder<string>,
): RawBuilder<unknown> {
  return sql`(select row_to_json(r) from (select
    t.id, t.type_id as "typeId", t.state_id as "stateId", t.manager_id as "managerId", case when client.id is not null then t.client_id end as "clientId",
    client.name as "clientName", client.phones -> 0 ->> 'shown' as "clientPhone", ${description} as description, ${results} as results,
    t.at, t.has_time as "hasTime", t.minutes, t.deadline, t.set_at as "setAt", t.done_at as "doneAt",
    t.author_id as "authorId", t.tags, t.repeat, t.remind, t.is_open as "isOpen", coalesce(${overdueSql(reader)}, false) as overdue,
    t.version, ${canSql(reader.actor, 'tasks', sql`t.manager_id`)} as can) r)`;
}
