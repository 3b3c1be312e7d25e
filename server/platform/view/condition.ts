// One condition of a filter as SQL, by the type of its field. A value that means nothing there is refused by the parameter's name.
import { isDay } from '../../../contract/kit/interval.ts';
import type { Condition } from '../../../contract/kit/view.ts';
import { type RawBuilder, sql } from '../db/sql.ts';
import { Refusal } from '../refusals.ts';
import { literalCondition } from './search.ts';
import type { Field, Reader } from './source.ts';

/** Refuses `view.faulty`. */
export function conditionSql(field: Field, condition: Condition, reader: Reader): RawBuilder<boolean> {
  const own = field.condition?.(condition, reader);
  if (own) return own;
  switch (condition.op) {
    case 'empty':
      return emptyOf(field);
    case 'filled':
      return sql`not (${emptyOf(field)})`;
    case 'in':
      return inValues(field, condition, reader);
    case 'notIn':
      return sql`not coalesce(${inValues(field, condition, reader)}, false)`;
    case 'range':
      return inRange(field, condition, reader);
    case 'contains':
    case 'starts':
      return spelt(field, condition, reader);
  }
}

function badValue(
  { field }: Condition,
  code: 'view.badValue' | 'view.endBeforeStart' = 'view.badValue',
): never {
  throw new Refusal('view.faulty', {}, { faults: [{ path: `f.${field}`, code }] });
}

function spelt(
  field: Field,
  condition: Extract<Condition, { text: string }>,
  reader: Reader,
): RawBuilder<boolean> {
  if (field.type === 'flag' || (field.type === 'ref' && !field.search)) return badValue(condition);
  const search = field.search ?? { folded: shownText(field, reader), table: sql`` };
  return literalCondition(search, condition.text, condition.op === 'starts');
}

/** As it is searched, in small letters: 25.11.2026, 1284, срочно. */
export function shownText(field: Field, reader: Reader): RawBuilder<string> {
  if (field.type === 'day') return sql`to_char(${field.value}, 'DD.MM.YYYY')`;
  if (field.type === 'moment')
    return sql`to_char(${field.value} at time zone ${reader.timeZone}, 'DD.MM.YYYY HH24:MI')`;
  if (field.type === 'tags') return sql`fold_text(array_to_string(${field.value}, ' '))`;
  // Digits have no other forms to fold.
  if (field.type === 'id' || field.type === 'number') return sql`(${field.value})::text`;
  return sql`fold_text(${field.value}::text)`;
}

function emptyOf(field: Field): RawBuilder<boolean> {
  // Compared as they stand, so that the planner knows how many they are.
  if (field.type === 'text') return sql`(${field.value} is null or ${field.value} = '')`;
  if (field.type === 'tags') return sql`${field.value} = '{}'`;
  return sql`${field.value} is null`;
}

type Listed = Extract<Condition, { values: string[] }>;

function inValues(field: Field, condition: Listed, reader: Reader): RawBuilder<boolean> {
  switch (field.type) {
    case 'ref':
    case 'id':
    case 'number':
      return inIds(field, condition, reader);
    case 'tags':
      return sql`${field.value} && ${condition.values}::text[]`;
    case 'flag':
      return flagCondition(field, condition);
    case 'day':
    case 'moment':
      return badValue(condition);
    case 'text':
      return sql`${field.value} = any(${condition.values}::text[])`;
  }
}

/** Written as the flag itself, so that an index of only those rows can serve. */
function flagCondition(field: Field, condition: Listed): RawBuilder<boolean> {
  const wanted = new Set(condition.values.map((value) => flag(condition, value)));
  if (wanted.size > 1) return sql`${field.value} is not null`;
  return wanted.has(true) ? sql`(${field.value})` : sql`not (${field.value})`;
}

function flag(condition: Condition, value: string): boolean {
  return value === 'yes' ? true : value === 'no' ? false : badValue(condition);
}

function inIds(field: Field, condition: Listed, reader: Reader): RawBuilder<boolean> {
  const groups = condition.values
    .filter((value) => /^g\d{1,15}$/.test(value))
    .map((value) => Number(value.slice(1)));
  const ids = condition.values
    .filter((value) => !/^g\d{1,15}$/.test(value))
    .map((value) => idOf(condition, value, reader));
  const single =
    ids.length === 1 && groups.length === 0
      ? sql<boolean>`${field.value} = ${ids[0]}`
      : sql<boolean>`${field.value} = any(${ids}::bigint[])`;
  if (groups.length === 0) return single;
  const branch = field.inGroups?.(groups) ?? badValue(condition);
  return ids.length === 0 ? branch : sql`(${single} or ${branch})`;
}

function idOf(condition: Condition, value: string, reader: Reader): number {
  if (value === 'me') return reader.actor.userId ?? 0;
  return /^\d{1,15}$/.test(value) ? Number(value) : badValue(condition);
}

type Range = Extract<Condition, { op: 'range' }>;

/** How a bound is written, and what it is compared with: `upTo` takes the whole last day in. */
type Bounds = {
  fits(bound: string): boolean;
  isBefore(one: string, other: string): boolean;
  from(bound: string): RawBuilder<boolean>;
  upTo(bound: string): RawBuilder<boolean>;
};

/** Of two days, `YYYY-MM-DD`. */
const earlier = (one: string, other: string) => one < other;

function boundsOf({ type, value }: Field, { timeZone }: Reader): Bounds | null {
  const plain = (
    fits: Bounds['fits'],
    cast: RawBuilder<unknown>,
    isBefore: Bounds['isBefore'] = (one, other) => Number(one) < Number(other),
  ): Bounds => ({
    fits,
    isBefore,
    from: (bound) => sql`${value} >= ${bound}::${cast}`,
    upTo: (bound) => sql`${value} <= ${bound}::${cast}`,
  });
  switch (type) {
    case 'day':
      return plain(isDay, sql`date`, earlier);
    case 'id':
      return plain((bound) => /^\d{1,15}$/.test(bound), sql`bigint`);
    case 'number':
      // Numbers are whole: held against whole bounds, so that an index and the planner's figures serve.
      return {
        fits: (bound) => /^-?\d{1,15}(\.\d{1,6})?$/.test(bound),
        isBefore: (one, other) => Number(one) < Number(other),
        from: (bound) => sql`${value} >= ceil(${bound}::numeric)::bigint`,
        upTo: (bound) => sql`${value} <= floor(${bound}::numeric)::bigint`,
      };
    case 'moment':
      return {
        fits: isDay,
        isBefore: earlier,
        from: (bound) => sql`${value} >= ${bound}::date::timestamp at time zone ${timeZone}`,
        upTo: (bound) => sql`${value} < (${bound}::date + 1)::timestamp at time zone ${timeZone}`,
      };
    default:
      return null;
  }
}

function inRange(field: Field, condition: Range, reader: Reader): RawBuilder<boolean> {
  const bounds = boundsOf(field, reader) ?? badValue(condition);
  const { from, to } = condition;
  if (![from, to].every((bound) => bound === null || bounds.fits(bound))) return badValue(condition);
  if (from !== null && to !== null && bounds.isBefore(to, from))
    return badValue(condition, 'view.endBeforeStart');
  const parts: RawBuilder<boolean>[] = [];
  if (from !== null) parts.push(bounds.from(from));
  if (to !== null) parts.push(bounds.upTo(to));
  return sql`(${sql.join(parts, sql` and `)})`;
}
