// Reads of clients: the list, the card, pickers, duplicates.
import { type Client, clients } from '../../../contract/clients.ts';
import { fold } from '../../../contract/text/fold.ts';
import { phoneDigits } from '../../../contract/text/phone-digits.ts';
import { requisiteDoubts } from '../../../contract/text/requisite-doubts.ts';
import { variants } from '../../../contract/text/variants.ts';
import { type Actor, may, reaches } from '../../platform/actor.ts';
import { type RawBuilder, sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { usesOf } from '../../platform/references.ts';
import { refuse } from '../../platform/refusals.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { countRows, readListInput, readPage } from '../../platform/view/page.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { digitPatterns, escapeLike, scatteredSpelling, typoPatterns } from '../../platform/view/search.ts';
import { firmOf } from '../people/index.ts';
import { clientsReached } from './access.ts';
import { findDuplicates } from './duplicates.ts';
import { plainColumns } from './rules.ts';
import { clientsSource } from './source.ts';

const mayView = (actor: Actor) => may(actor, 'clients', 'view');

const list = queryHandler({
  request: clients.list,
  may: mayView,
  async answer(reads, actor, input) {
    const { view, window } = readListInput('clients', input);
    return readPage(clientsSource, view, window, readerOf(reads, actor)) as never;
  },
});

const count = queryHandler({
  request: clients.count,
  may: mayView,
  async answer(reads, actor, input) {
    const { view } = readListInput('clients', input);
    const reader = readerOf(reads, actor);
    return countRows(clientsSource, view, reader);
  },
});

/** The fields of the card that stand in columns of their own, by their names in the contract. */
export const cardColumns = sql.join(
  Object.entries(plainColumns).map(([field, column]) => sql`${sql.ref(`t.${column}`)} as ${sql.ref(field)}`),
);

/** Refuses `client.merged` where the client has become part of one that the actor may see, else `record.missing`. */
export async function missingClient(rows: Rows, actor: Actor, id: number): Promise<never> {
  const into = await rows.one(sql<{ id: number; name: string; gone: string }>`
    select t.id, t.name, m ->> 'name' as gone from clients t, jsonb_array_elements(t.merged) m
    where t.merged <> '[]' and t.merged @> jsonb_build_array(jsonb_build_object('id', ${id}::bigint))
      and (m ->> 'id')::bigint = ${id} and ${clientsReached(actor, 'view')} limit 1`);
  if (into) refuse('client.merged', { name: into.gone, into: into.name }, { id: into.id });
  return refuse('record.missing', { kind: 'clients' });
}

/** The whole card; refuses `record.missing` where the actor may not see it. */
export async function readClient(rows: Rows, actor: Actor, id: number): Promise<Client> {
  const row = await rows.one(sql<Omit<Client, 'can' | 'doubts'>>`
    select t.id, ${cardColumns}, t.phones, t.emails, t.archived, t.created_at as "createdAt", t.version
    from clients t where t.id = ${id} and ${clientsReached(actor, 'view')}`);
  if (!row) return missingClient(rows, actor, id);
  const can = {
    change: reaches(actor, 'clients', 'change', row.responsibleId),
    delete: reaches(actor, 'clients', 'delete', row.responsibleId),
  };
  return { ...row, doubts: requisiteDoubts(row), can };
}

const get = queryHandler({
  request: clients.get,
  may: mayView,
  answer: (reads, actor, { id }) => readClient(reads, actor, id),
});

const foundAtMost = 20;

const find = queryHandler({
  request: clients.find,
  may: mayView,
  async answer(reads, actor, { text, ids }) {
    const named = (condition: RawBuilder<unknown>) =>
      reads.rows(sql<{ id: number; name: string; hint: string }>`
      select t.id, t.name, concat_ws(' · ', nullif(t.line, ''), t.phones -> 0 ->> 'shown', nullif(t.actual_address, ''), ${tagsHit(text)}) as hint
      from clients t where ${condition} and ${clientsReached(actor, 'view')} and (not t.archived or ${ids !== undefined})
      order by ${text === '' ? sql`t.name collate "ru-x-icu"` : sql`t.name_folded not like ${`${escapeLike(fold(text))}%`}, length(t.name)`}, t.id
      limit ${ids ? ids.length : foundAtMost}`);
    const rows = await named(ids ? sql`t.id = any(${ids}::bigint[])` : spelt(text));
    if (rows.length > 0 || ids) return { rows, near: false };
    for (const spelling of widerSpellings(text)) {
      const close = await named(spelling);
      if (close.length > 0) return { rows: close, near: true };
    }
    return { rows, near: false };
  },
});

/** What is tried where nothing is spelt as typed: its words in any order, then one slip. */
function widerSpellings(text: string): RawBuilder<unknown>[] {
  const folded = sql<string>`t.name_folded`;
  const slips = typoPatterns(fold(text));
  return [
    scatteredSpelling({ folded }, { text, mode: 'inside' }),
    slips.length > 0 ? sql`${folded} like any(${slips})` : null,
  ].filter((spelling) => spelling !== null);
}

function spelt(text: string) {
  if (text.trim() === '') return sql`true`;
  const patterns = inside(text);
  const digits = phoneDigits(text);
  const byDigits =
    digits.length >= 4
      ? sql`or t.phone_digits like any(${digitPatterns(text)}) or t.inn like ${`${digits}%`}`
      : sql``;
  return sql`(t.name_folded like any(${patterns}) or t.email_text like any(${patterns}) or t.tags_folded like any(${patterns}) ${byDigits})`;
}

const inside = (text: string) => variants(text).map((variant) => `%${escapeLike(variant.text)}%`);

/** The tags, where they are what was found. */
function tagsHit(text: string) {
  if (text.trim() === '') return sql`null`;
  return sql`case when t.tags_folded like any(${inside(text)}) then array_to_string(t.tags, ', ') end`;
}

const duplicates = queryHandler({
  request: clients.duplicates,
  may: (actor) => may(actor, 'clients', 'add') || may(actor, 'clients', 'change'),
  async answer(reads, actor, typed) {
    const { country } = await firmOf(reads);
    return { rows: await findDuplicates(reads, actor, typed, country) };
  },
});

const uses = queryHandler({
  request: clients.uses,
  may: mayView,
  async answer(reads, actor, { id }) {
    await readClient(reads, actor, id);
    return { uses: await usesOf(reads, { actor, table: 'clients', ids: [id] }) };
  },
});

export const clientsQueries: QueryHandler[] = [list, count, get, find, duplicates, uses];
