// The order of a view's rows, said so that an index can give it whichever way it is read.
import type { View } from '../../../contract/kit/view.ts';
import { type RawBuilder, sql } from '../db/sql.ts';
import type { Field, Source } from './source.ts';

type Sort = View['sort'];

export const sortOf = (source: Source, view: View): Sort =>
  view.sort.length > 0 ? view.sort : source.defaultSort;

/** The view's keys, nothing last, and the id so that pages never overlap. */
export function orderBy(source: Source, sort: Sort): RawBuilder<unknown> {
  return sql.join([...sort.map((key) => keyOrder(source, key)), ...byId(sort)]);
}

function keyOrder(source: Source, { field, desc }: Sort[number]): RawBuilder<unknown> {
  const { filled } = source.fields[field] as Field;
  return sql`${keyOf(source, field)} ${desc ? (filled ? sql`desc` : sql`desc nulls last`) : sql`asc`}`;
}

function keyOf(source: Source, field: string): RawBuilder<unknown> {
  const known = source.fields[field] as Field;
  return known.order ?? known.value;
}

function byId(sort: Sort): RawBuilder<unknown>[] {
  const last = sort.at(-1);
  return last?.field === 'id' ? [] : [last?.desc ? sql`t.id desc` : sql`t.id`];
}

/** Rows to be put in order: of which tables, how many at most, and a column before all keys that is the same in all rows. */
type Rows = {
  from: RawBuilder<unknown>;
  where: RawBuilder<boolean>;
  reach: RawBuilder<unknown> | number;
  led?: RawBuilder<unknown>;
};

/**
 * The first rows in the order of `sort`. Read backwards an index begins with those that have nothing in its column, but they come
 * last: so those that have something are taken first, and the others only where these are too few.
 */
export function inOrder(
  source: Source,
  sort: Sort,
  { select = sql`t.id`, from, where, reach, led }: Rows & { select?: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const [first, ...rest] = sort as [Sort[number], ...Sort];
  const { indexed } = source.fields[first.field] as Field;
  const rows = sql`select ${select} from ${from} where ${where}`;
  const lead = led ? sql`${led} ${first.desc ? sql`desc` : sql`asc`}, ` : sql``;
  if (!first.desc || !indexed) return sql`${rows} order by ${lead}${orderBy(source, sort)} limit ${reach}`;
  const key = keyOf(source, first.field);
  const after = sql.join([...rest.map((one) => keyOrder(source, one)), ...byId(sort)]);
  return sql`
    (${rows} and ${key} is not null order by ${lead}${key} desc, ${after} limit ${reach})
    union all (${rows} and ${key} is null order by ${lead}${key} desc, ${after} limit ${reach})`;
}

/** The same where no index may give the order: all rows that fit are gathered, however they are found soonest, and only then put in order. */
export function inOrderGathered(
  source: Source,
  sort: Sort,
  { from, where, reach }: Rows,
): RawBuilder<unknown> {
  const keys = sort.map(({ field }, n) => sql`, ${keyOf(source, field)} as ${sql.ref(`key${n}`)}`);
  const order = sort.map(
    ({ desc }, n) => sql`${sql.ref(`key${n}`)} ${desc ? sql`desc nulls last` : sql`asc`}`,
  );
  return sql`
    with fits as materialized (select t.id ${sql.join(keys, sql``)} from ${from} where ${where})
    select id from fits order by ${sql.join(order)}, ${sort.at(-1)?.desc ? sql`id desc` : sql`id`} limit ${reach}`;
}
