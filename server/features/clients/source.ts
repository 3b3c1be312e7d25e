// What the list of clients can be asked about.
import { canSql } from '../../platform/access-sql.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Field, Source } from '../../platform/view/source.ts';
import { inManagerGroups } from '../people/index.ts';
import { clientsReached } from './access.ts';

const clientsTable = sql`clients t`;

/** A name that stands in a directory: looked for there, found here. */
function entryField(column: string, join: string): Field {
  return {
    type: 'ref',
    value: sql.ref(`t.${column}`),
    join,
    order: sql`${sql.ref(`${join}.position`)}`,
    search: {
      folded: sql`name_folded`,
      table: sql`pub_entries`,
      through: { column: sql.ref(`t.${column}`), key: sql`id` },
    },
  };
}

export function inClientGroups(column: RawBuilder<unknown>, groups: number[]): RawBuilder<boolean> {
  return sql`${column} in (select id from clients where group_id in (select group_branch(${groups}::bigint[])))`;
}

const text = (column: string): Field => ({
  type: 'text',
  value: sql.ref(`t.${column}`),
  order: sql`${sql.ref(`t.${column}`)} collate "ru-x-icu"`,
});
const searched = (column: string, folded: string): Field => ({
  ...text(column),
  search: { folded: sql.ref(folded), table: clientsTable },
});

export const clientsSource: Source = {
  of: 'clients',
  table: sql`clients t`,
  access: (actor) => clientsReached(actor, 'view'),
  joins: () => ({
    status: sql`left join pub_entries status on status.id = t.status_id`,
    type: sql`left join pub_entries type on type.id = t.type_id`,
    origin: sql`left join pub_entries origin on origin.id = t.origin_id`,
    responsible: sql`left join pub_people responsible on responsible.id = t.responsible_id`,
    groups: sql`left join groups on groups.id = t.group_id`,
  }),
  fields: {
    id: { type: 'id', value: sql`t.id`, filled: true },
    name: {
      ...text('name'),
      filled: true,
      search: { folded: sql`name_folded`, table: clientsTable, isName: true },
    },
    line: searched('line', 'line_folded'),
    actualAddress: searched('actual_address', 'address_folded'),
    phone: {
      type: 'text',
      value: sql`t.phone_digits`,
      order: sql`nullif(left(t.phone_digits, 40), '')`,
      search: { folded: sql`phone_digits`, table: clientsTable, digits: 'phones' },
    },
    email: {
      type: 'text',
      value: sql`t.email_text`,
      search: { folded: sql`email_text`, table: clientsTable },
    },
    inn: {
      type: 'text',
      value: sql`t.inn`,
      search: { folded: sql`inn`, table: clientsTable, digits: 'number' },
    },
    group: {
      type: 'ref',
      value: sql`t.group_id`,
      join: 'groups',
      order: sql`groups.name collate "ru-x-icu"`,
      inGroups: (groups) => sql`t.group_id in (select group_branch(${groups}::bigint[]))`,
      search: {
        folded: sql`fold_text(name)`,
        table: sql`groups`,
        through: { column: sql`t.group_id`, key: sql`id` },
      },
    },
    status: entryField('status_id', 'status'),
    type: entryField('type_id', 'type'),
    origin: entryField('origin_id', 'origin'),
    responsible: {
      type: 'ref',
      value: sql`t.responsible_id`,
      join: 'responsible',
      order: sql`responsible.name collate "ru-x-icu"`,
      inGroups: (groups) => inManagerGroups(sql`t.responsible_id`, groups),
      search: {
        folded: sql`fold_text(name)`,
        table: sql`pub_people`,
        through: { column: sql`t.responsible_id`, key: sql`id` },
      },
    },
    author: { type: 'ref', value: sql`t.author_id`, order: null },
    tags: {
      type: 'tags',
      value: sql`t.tags`,
      order: sql`nullif(array_to_string(t.tags, ', '), '') collate "ru-x-icu"`,
      search: { folded: sql`tags_folded`, table: clientsTable },
    },
    created: { type: 'moment', value: sql`t.created_at`, filled: true },
    archived: { type: 'flag', value: sql`t.archived` },
  },
  everywhere: [
    'name',
    'line',
    'phone',
    'email',
    'inn',
    'actualAddress',
    'tags',
    'group',
    'status',
    'type',
    'origin',
    'responsible',
  ],
  defaultSort: [{ field: 'name', desc: false }],
  rowJoins: [],
  row: ({ actor }) => sql`(select row_to_json(r) from (select
    t.id, t.name, t.line, t.group_id as "groupId", t.status_id as "statusId", t.type_id as "typeId",
    t.origin_id as "originId", t.responsible_id as "responsibleId",
    (select coalesce(json_agg(p ->> 'shown'), '[]') from jsonb_array_elements(t.phones) p) as phones,
    (select coalesce(json_agg(e ->> 'value'), '[]') from jsonb_array_elements(t.emails) e) as emails,
    t.actual_address as "actualAddress", t.inn, t.tags, t.created_at as "createdAt", t.archived,
    t.version, ${canSql(actor, 'clients', sql`t.responsible_id`)} as can) r)`,
};
