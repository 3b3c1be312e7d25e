// A page of a view, its count and its ids: first the ids in order, then only their rows, as JSON that nobody parses again.
import type { View } from '../../../contract/kit/view.ts';
import { type Parameters, viewFromParameters } from '../../../contract/kit/view-url.ts';
import { type RawBuilder, sql } from '../db/sql.ts';
import { Refusal } from '../refusals.ts';
import { JsonText } from '../slice.ts';
import { isLongWalk } from './gather.ts';
import { inOrder, inOrderGathered, orderBy, sortOf } from './order.ts';
import type { Reader, Source, Walk, Window } from './source.ts';
import { isSteady } from './steady.ts';
import { joinsNamed, joinsOf, whereOf } from './where.ts';

/** Rows a request may ask for. */
const rowsAtMost = 1000;

/** Parameters of a list request that place the reader in the view and are no part of it. */
const windowParameters = ['offset', 'limit'];

/** The view and window that a list request means. Refuses `view.faulty` with each parameter that means nothing. */
export function readListInput(of: string, parameters: Parameters): { view: View; window: Window } {
  const { view, faults } = viewFromParameters(of, parameters, windowParameters);
  const offset = whole(parameters.offset, 0, 100_000_000);
  const limit = whole(parameters.limit, 1, rowsAtMost);
  if (Number.isNaN(offset)) faults.push({ path: 'offset', code: 'view.badValue' });
  if (Number.isNaN(limit)) faults.push({ path: 'limit', code: 'view.badValue' });
  if (faults.length > 0) throw new Refusal('view.faulty', {}, { faults });
  return { view, window: { offset: offset ?? 0, limit: limit ?? view.pageSize ?? 50 } };
}

function whole(text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  return /^\d+$/.test(text) && number >= least && number <= most ? number : Number.NaN;
}

/** `{"rows":[…]}` as text. */
export async function readPage(
  source: Source,
  view: View,
  window: Window,
  reader: Reader,
): Promise<JsonText> {
  const [row] = isSteady(source, view, reader, window)
    ? await reader.rows.steadily(await steadyPage(source, view, reader, window))
    : await reader.rows.together(await page(source, view, reader, window));
  return new JsonText(`{"rows":${row?.rows ?? '[]'}}`);
}

type Page = RawBuilder<{ rows: string }>;

/** First the ids, whichever way they are found; then the rows of these alone. */
async function page(source: Source, view: View, reader: Reader, window: Window): Promise<Page> {
  const ids = await orderedIds(source, view, reader, window);
  return sql`
    with page as materialized (select id, row_number() over () as n from (${ids}) p)
    select coalesce(json_agg(${source.row(reader)} order by page.n), '[]')::text as rows
    from page join ${source.table} on t.id = page.id ${joinsNamed(source, reader, source.rowJoins)}`;
}

/**
 * An index gives the rows in order and nothing but the table is asked: they are taken as they come, a fifth faster than by their ids.
 * The limit stands in the text: a plan made once must know how little is asked for.
 */
async function steadyPage(source: Source, view: View, reader: Reader, window: Window): Promise<Page> {
  const sort = sortOf(source, view);
  const where = await whereOf(source, view, reader);
  const taken = inOrder(source, sort, {
    select: sql`t.*`,
    from: source.table,
    where,
    reach: sql.lit(window.limit),
  });
  return sql`
    select coalesce(json_agg(r.row), '[]')::text as rows from (
      select ${source.row(reader)} as row
      from (select * from (${taken}) o limit ${sql.lit(window.limit)}) t
      ${joinsNamed(source, reader, source.rowJoins)} order by ${orderBy(source, sort)}) r`;
}

/** How many rows the view has, and what the answer to a count says besides. */
export async function countRows(
  source: Source,
  view: View,
  reader: Reader,
): Promise<{ count: number; near: boolean; last: number }> {
  const where = await whereOf(source, view, reader);
  const [row] = await reader.rows.together(sql<{ count: number; last: number }>`
    select count(*) as count, (select coalesce(max(t.id), 0) from ${source.table}) as last
    from ${source.table} ${joinsOf(source, view, reader, [])} where ${where}`);
  return { count: row?.count ?? 0, near: reader.slips.used, last: row?.last ?? 0 };
}

/** Ids of all rows of the view, in no order: for changes of "all that match". */
export async function viewIds(
  source: Source,
  view: View,
  reader: Reader,
): Promise<RawBuilder<{ id: number }>> {
  const where = await whereOf(source, view, reader);
  return sql<{
    id: number;
  }>`select t.id from ${source.table} ${joinsOf(source, view, reader, [])} where ${where}`;
}

/** Ids of one window of the view, in its order. */
export async function orderedIds(
  source: Source,
  view: View,
  reader: Reader,
  window: Window,
): Promise<RawBuilder<{ id: number }>> {
  const sort = sortOf(source, view);
  const where = await whereOf(source, view, reader);
  const walk = source.walks?.[sort[0]?.field ?? ''];
  if (walk?.allowed(reader.actor) && (await isLong(source, view, reader, where)))
    return walkedIds(source, view, reader, { window, sort, where, walk });
  const fields = sort.map(({ field }) => field);
  const from = sql`${source.table} ${joinsOf(source, view, reader, fields)}`;
  const rows = { from, where, reach: window.offset + window.limit };
  const page = (taken: RawBuilder<unknown>) =>
    sql<{ id: number }>`select id from (${taken}) o limit ${window.limit} offset ${window.offset}`;
  const walked = page(inOrder(source, sort, rows));
  const isFar =
    isNarrowed(view) && (await isLongWalk(reader.rows, walked, { together: isOfTime(source, view) }));
  return isFar ? page(inOrderGathered(source, sort, rows)) : walked;
}

const isOfSomeDays = ({ interval }: View) =>
  interval !== null && !('preset' in interval && interval.preset === 'all');

const isNarrowed = (view: View) =>
  view.where.length > 0 || Object.keys(view.search).length > 0 || view.text !== '' || isOfSomeDays(view);

/** Whether it asks for days or moments. */
function isOfTime(source: Source, view: View): boolean {
  const ranges = view.where.filter(({ op }) => op === 'range').map(({ field }) => source.fields[field]?.type);
  return isOfSomeDays(view) || ranges.some((type) => type === 'day' || type === 'moment');
}

/** Fewer rows than this are sorted faster than walked. */
const longFrom = 20_000;

/** Whether the planner expects so many rows that sorting them all would be slow. */
async function isLong(
  source: Source,
  view: View,
  reader: Reader,
  where: RawBuilder<boolean>,
): Promise<boolean> {
  const row = await reader.rows.one(sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select t.id from ${source.table} ${joinsOf(source, view, reader, [])} where ${where}`);
  return (row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0) > longFrom;
}

type Plan = { window: Window; sort: View['sort']; where: RawBuilder<boolean>; walk: Walk };

/**
 * Partners in their own order, each with its rows by an index; then, where these do not fill the window, the rows without a
 * partner. A nested loop keeps the order of its outer side, so the limit ends the walk as soon as the window is full. The
 * column of the partner leads the order, though it is the same in all rows: by it the planner knows the index of those without.
 */
function walkedIds(
  source: Source,
  view: View,
  reader: Reader,
  { window, sort, where, walk }: Plan,
): RawBuilder<{ id: number }> {
  const [first, ...given] = sort;
  const rest = given.length > 0 ? given : source.defaultSort;
  const fields = rest.map(({ field }) => field);
  const reach = window.offset + window.limit;
  const from = sql`${source.table} ${joinsOf(source, view, reader, fields)}`;
  const rows = (partner: RawBuilder<unknown>, taken = inOrder) =>
    sql`select id from (${taken(source, rest, {
      from,
      where: sql`${where} and ${partner}`,
      reach,
      led: walk.column,
    })}) o limit ${reach}`;
  const { column } = walk;
  // An index begins with the partner and goes on in the usual order; in another order a partner's rows are gathered and sorted. Where one
  // partner may have nearly all rows, an index of the order alone would do as well for it, but be read to its end for each of the others:
  // between two bounds, though they are the same, it gives no such order.
  const isUsual = rest[0]?.field === source.defaultSort[0]?.field;
  const isPartner = walk.uneven ? sql`${column} >= w.id and ${column} <= w.id` : sql`${column} = w.id`;
  const each = isUsual ? rows(isPartner) : rows(sql`${column} = w.id`, inOrderGathered);
  const none = rows(sql`${column} is null`, isUsual ? inOrder : inOrderGathered);
  const partners = sql`${walk.order} ${first?.desc ? (walk.filled ? sql`desc` : sql`desc nulls last`) : sql`asc`}, w.id ${first?.desc ? sql`desc` : sql`asc`}`;
  return sql`select id from (
      with walked as materialized (
        select r.id from (select w.id from ${walk.partners} order by ${partners}) w
        cross join lateral (${each}) r limit ${reach})
      select id, 0 as part, row_number() over () as n from walked
      union all select id, 1, row_number() over () from (${none}) r
      where (select count(*) from walked) < ${reach}) u
    order by part, n limit ${window.limit} offset ${window.offset}`;
}
