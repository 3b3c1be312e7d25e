// Undo and redo: the inverse run of an operation's journal, as one operation more. What others changed since stays and is named.
import { type RawBuilder, sql } from '../db/sql.ts';
import type { Tx } from '../db/transaction.ts';
import type { RecordKind } from '../slice.ts';
import { onlyFollowed, wentAlong } from './followers.ts';
import { isWithin, type Reach } from './reach.ts';

/** A row that an undo leaves as it is, and why. */
export type LeftAlone = {
  of: string;
  id: number;
  why: 'changedSince' | 'usedSince' | 'goneSince' | 'partnerMissing' | 'notYours';
};

export type Undone = {
  /** Ids of rows that were put back, by table. */
  touched: Map<string, number[]>;
  leftAlone: LeftAlone[];
};

type Column = { name: string };
type TableChange = { of: string; columns: Column[] } & Required<Pick<RecordKind, 'together' | 'derived'>>;

/**
 * Reverts what operation `id` did, table by table. The constraints between rows are checked at the end, so the order of tables
 * does not matter; they are checked here, so that what the database refuses is refused to the caller of this.
 */
export async function revert(tx: Tx, id: number, reach: Reach): Promise<Undone> {
  await tx.rows(sql`set constraints all deferred`);
  await gatherNetChanges(tx, id);
  const undone: Undone = { touched: new Map(), leftAlone: [] };
  const tables = await changedTables(tx, tx.declared.records);
  for (const table of tables) await holdRows(tx, table);
  for (const table of tables) await markChangedRows(tx, table);
  for (const table of tables) await markBeyond(tx, table, reach);
  await markTiedRows(tx, tables);
  for (const table of tables) await restoreDeleted(tx, table);
  for (const table of tables) await restoreColumns(tx, table);
  for (const table of tables) await removeMade(tx, table);
  for (const table of tables) undone.touched.set(table.of, await touchedRows(tx, table));
  undone.leftAlone = await tx.rows(
    sql<LeftAlone>`select of, row_id as id, coalesce(left_alone, 'changedSince') as why from net_changes where left_alone is not null or partly order by of, row_id limit 1000`,
  );
  await tx.rows(sql`set constraints all immediate`);
  await tx.rows(sql`set constraints all deferred`);
  return undone;
}

/** One line per row: what it was before the operation and what the operation left, whatever went on in between. */
async function gatherNetChanges(tx: Tx, id: number): Promise<void> {
  await tx.rows(sql`drop table if exists net_changes`);
  await tx.rows(sql`
    create temporary table net_changes on commit drop as
    select of, row_id, first_change, last_change, before, after, null::text[] as back, null::text as left_alone, false as partly
    from (
      select of, row_id,
        (array_agg(change order by id))[1] as first_change,
        (array_agg(change order by id desc))[1] as last_change,
        merge_oldest(before order by id desc) as before,
        merge_oldest(after order by id) as after
      from journal where operation = ${id} group by of, row_id) c
    where not (first_change = 'i' and last_change = 'd') and (first_change <> 'u' or before <> after)`);
  await tx.rows(sql`create index on net_changes (of, row_id)`);
  await tx.rows(sql`analyze net_changes`);
}

async function changedTables(tx: Tx, records: RecordKind[]): Promise<TableChange[]> {
  const rows = await tx.rows(sql<{ of: string }>`select distinct of from net_changes order by of`);
  const found: TableChange[] = [];
  for (const { of } of rows) {
    const record = records.find(({ table }) => table === of);
    if (!record) continue;
    const { together = [], derived = [] } = record;
    found.push({ of, columns: await columnsOf(tx, of), together, derived });
  }
  return found;
}

function columnsOf(tx: Tx, table: string): Promise<Column[]> {
  return tx.rows(sql<Column>`select name from journal_columns(${table}::regclass)`);
}

/**
 * Nobody writes the rows from here to the end: what was saved before is seen by all that follows, what comes later waits and is told
 * that its row has changed. Of made rows nobody makes use meanwhile either. By id, so that two that hold rows do not wait in a circle.
 */
async function holdRows(tx: Tx, { of }: TableChange): Promise<void> {
  const table = sql.table(of);
  const rowsOf = (change: RawBuilder<unknown>) => sql`
    select t.id from ${table} t where t.id in (select row_id from net_changes where of = ${of} and ${change}) order by t.id`;
  await tx.rows(sql`select count(*) from (${rowsOf(sql`first_change = 'i'`)} for update) made`);
  await tx.rows(sql`select count(*) from (${rowsOf(sql`first_change <> 'i'`)} for no key update) changed`);
}

/**
 * Rows that are no longer as the operation left them. A made row stays whole when anything in it was changed;
 * of a changed row the columns that others changed stay (it is named as `partly`), the rest goes back.
 */
async function markChangedRows(tx: Tx, { of, columns, together, derived }: TableChange): Promise<void> {
  const table = sql.table(of);
  const now = asPeopleLeftIt(derived);
  const names = columns.map(({ name }) => name);
  await tx.rows(sql`
    update net_changes c set left_alone = 'goneSince'
    where c.of = ${of} and c.last_change <> 'd' and not exists (select from ${table} t where t.id = c.row_id)`);
  await tx.rows(sql`
    update net_changes c set left_alone = 'changedSince'
    where c.of = ${of} and c.last_change = 'd' and exists (select from ${table} t where t.id = c.row_id)`);
  await tx.rows(sql`
    update net_changes c set left_alone = 'changedSince' from ${table} t
    where c.of = ${of} and c.first_change = 'i' and t.id = c.row_id and not same_columns(${now}, c.after, ${names})`);
  await tx.rows(sql`
    update net_changes c set back = columns_to_restore(${now}, c.after, ${JSON.stringify(together)}) from ${table} t
    where c.of = ${of} and c.first_change = 'u' and c.last_change = 'u' and t.id = c.row_id`);
  await tx.rows(sql`
    update net_changes set partly = cardinality(back) > 0 and cardinality(back) < (select count(*) from jsonb_object_keys(after)),
      left_alone = case when cardinality(back) = 0 then 'changedSince' end
    where of = ${of} and back is not null`);
}

/** The row `t` as it is, but for columns that have followed something else since: they count as the operation left them. */
function asPeopleLeftIt(derived: TableChange['derived']): RawBuilder<unknown> {
  const kept = derived.map(
    (each) =>
      sql`case when t.${sql.ref(each.while)} = ${each.is} and c.after ? ${each.column} then jsonb_build_object(${each.column}::text, c.after -> ${each.column}) else '{}' end`,
  );
  return sql.join([sql`to_jsonb(t)`, ...kept], sql` || `);
}

/** Rows beyond reach stay. Those that only followed a record which comes back, or goes again, follow it again. */
async function markBeyond(tx: Tx, { of }: TableChange, reach: Reach): Promise<void> {
  const within = reach.get(of);
  if (!within) return;
  const written = { change: sql`c.first_change`, before: sql`c.before`, after: sql`c.after` };
  await tx.rows(sql`
    update net_changes c set left_alone = 'notYours'
    where c.of = ${of} and not ${followsRecord(tx, of)}
      and (select ${isWithin(within, written)} from (values (1)) one left join ${sql.table(of)} t on t.id = c.row_id) is not true`);
}

/** The row `c` only followed a record that is in reach. */
function followsRecord(tx: Tx, of: string): RawBuilder<boolean> {
  const record = (to: string, id: RawBuilder<unknown>, how: RawBuilder<unknown>) => sql<boolean>`exists (
    select from net_changes o where o.of = ${to} and o.row_id = ${id} and ${how} and o.left_alone is null)`;
  const told = {
    before: sql`c.before`,
    after: sql`c.after`,
    tookAway: (to: string, id: RawBuilder<unknown>) => record(to, id, sql`o.last_change = 'd'`),
    made: (to: string, id: RawBuilder<unknown>) => record(to, id, sql`o.first_change = 'i'`),
  };
  return sql<boolean>`(case when c.first_change = 'u' and c.last_change = 'u' then ${onlyFollowed(tx, of, told)} else ${wentAlong(tx, of, told)} end)`;
}

type Use = { from: string; column: string; to: string };

/** Foreign keys between tables, as the database knows them. Rows that go with their record (cascade) belong to it and do not use it. */
function usesOf(tx: Tx, tables: TableChange[]): Promise<Use[]> {
  return tx.rows(sql<Use>`
    select k.conrelid::regclass::text as from, a.attname::text as column, k.confrelid::regclass::text as to
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confdeltype <> 'c' and cardinality(k.conkey) = 1
      and array[k.conrelid::regclass::text, k.confrelid::regclass::text] && ${tables.map(({ of }) => of)}::text[]`);
}

/** Runs the markings until none marks a further row: what stays keeps its partners, and so on. */
async function markTiedRows(tx: Tx, tables: TableChange[]): Promise<void> {
  const uses = await usesOf(tx, tables);
  for (let marked = 1; marked > 0; ) {
    marked = 0;
    for (const use of uses) {
      marked += (await tx.rows(markUsed(use))).length;
      marked += (await tx.rows(markPartnerless(use))).length;
    }
  }
}

/** Made rows that others have come to use since cannot go. */
function markUsed({ from, column, to }: Use) {
  return sql`
    update net_changes c set left_alone = 'usedSince'
    where c.of = ${to} and c.first_change = 'i' and c.left_alone is null and exists (
      select from ${sql.table(from)} u where u.${sql.ref(column)} = c.row_id
        and not exists (select from net_changes o where o.of = ${from} and o.row_id = u.id and o.left_alone is null
          and (o.first_change = 'i' or ${column} = any(o.back))))
    returning 1`;
}

/** Rows that would name a record that is no more cannot come back as they were. */
function markPartnerless({ from, column, to }: Use) {
  return sql`
    update net_changes c set left_alone = 'partnerMissing'
    where c.of = ${from} and c.left_alone is null and c.before ->> ${column} is not null
      and (c.last_change = 'd' or ${column} = any(c.back))
      and not exists (select from ${sql.table(to)} p where p.id = (c.before ->> ${column})::bigint)
      and not exists (select from net_changes o where o.of = ${to} and o.row_id = (c.before ->> ${column})::bigint
        and o.last_change = 'd' and o.left_alone is null)
    returning 1`;
}

/** A row comes back with a later version than it ever had, so that no writer takes it for the one seen before. */
async function restoreDeleted(tx: Tx, { of, columns }: TableChange): Promise<void> {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(columns.map(({ name }) => sql`r.${sql.ref(name)}`));
  await tx.rows(sql`
    insert into ${sql.table(of)} (id, version, ${names}) overriding system value
    select c.row_id, (c.before ->> 'version')::integer + 1, ${values}
    from net_changes c, jsonb_populate_record(null::${sql.table(of)}, c.before) r
    where c.of = ${of} and c.last_change = 'd' and c.left_alone is null`);
}

/** Puts back each changed column that nobody has changed since. */
async function restoreColumns(tx: Tx, { of }: TableChange): Promise<void> {
  const used = await tx.rows(sql<Column>`
    select distinct k as name from net_changes, unnest(back) k where of = ${of} and left_alone is null`);
  if (used.length === 0) return;
  const sets = sql.join(used.map(({ name }) => restoreColumn(name)));
  await tx.rows(sql`
    update ${sql.table(of)} t set version = t.version + 1, ${sets}
    from net_changes c, jsonb_populate_record(null::${sql.table(of)}, c.before) r
    where c.of = ${of} and c.row_id = t.id and c.back is not null and c.left_alone is null`);
}

function restoreColumn(name: string): RawBuilder<unknown> {
  const column = sql.ref(name);
  return sql`${column} = case when ${name} = any(c.back) then r.${column} else t.${column} end`;
}

async function removeMade(tx: Tx, { of }: TableChange): Promise<void> {
  await tx.rows(sql`
    delete from ${sql.table(of)} t using net_changes c
    where c.of = ${of} and c.row_id = t.id and c.first_change = 'i' and c.left_alone is null`);
}

async function touchedRows(tx: Tx, { of }: TableChange): Promise<number[]> {
  const rows = await tx.rows(
    sql<{ row_id: number }>`select row_id from net_changes where of = ${of} and left_alone is null`,
  );
  return rows.map((row) => row.row_id);
}
