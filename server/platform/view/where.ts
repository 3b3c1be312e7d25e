// From a view to the condition of its rows: rights, interval, filter, searches. Refuses what the source does not know, by parameter.
import { intervalDays } from '../../../contract/kit/interval.ts';
import type { Fault } from '../../../contract/kit/refusal.ts';
import type { Interval, View } from '../../../contract/kit/view.ts';
import { type RawBuilder, sql } from '../db/sql.ts';
import { Refusal } from '../refusals.ts';
import { conditionSql, shownText } from './condition.ts';
import { escapeLike, foldLiterally, searchAnywhere, searchCondition, type Typed } from './search.ts';
import type { Field, Reader, Source, TextSearch } from './source.ts';
import { writtenDays } from './written-day.ts';

/** The condition over `t` and the joins of `joinsOf`. Refuses `view.faulty` with every parameter that means nothing here. */
export async function whereOf(source: Source, view: View, reader: Reader): Promise<RawBuilder<boolean>> {
  mustFit(source, view);
  const parts: RawBuilder<boolean>[] = [source.access(reader.actor)];
  if (view.interval) parts.push(...intervalParts(source, view.interval, reader));
  for (const condition of view.where)
    parts.push(conditionSql(fieldOf(source, condition.field), condition, reader));
  for (const [name, text] of Object.entries(view.search))
    if (text.trim() !== '')
      parts.push(await fieldSearch(source, fieldOf(source, name), { text, mode: view.searchMode }, reader));
  if (view.text.trim() !== '') parts.push(await everywhere(source, view, reader));
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** Joins that the conditions and the sorting need. */
export function joinsOf(source: Source, view: View, reader: Reader, sorts: string[]): RawBuilder<unknown> {
  const fields = [...view.where.map(({ field }) => field), ...Object.keys(view.search), ...sorts];
  return joinsNamed(
    source,
    reader,
    fields.map((name) => source.fields[name]?.join),
  );
}

export function joinsNamed(
  source: Source,
  reader: Reader,
  names: (string | undefined)[],
): RawBuilder<unknown> {
  const all = source.joins(reader);
  const wanted = [...new Set(names)].filter((name) => name !== undefined);
  return sql.join(
    wanted.map((name) => all[name] as RawBuilder<unknown>),
    sql` `,
  );
}

/** Every parameter that names no field, or one that cannot do what is asked of it, all at once. */
function mustFit(source: Source, view: View): void {
  const faults = [
    ...view.where.flatMap(({ field }) => unknownField(source, `f.${field}`, field)),
    ...Object.keys(view.search).flatMap((field) => searchFault(source, field)),
    ...view.sort.flatMap(({ field }) => sortFault(source, field)),
  ];
  if (faults.length > 0) throw new Refusal('view.faulty', {}, { faults });
}

function unknownField(source: Source, path: string, field: string): Fault[] {
  return Object.hasOwn(source.fields, field) ? [] : [{ path, code: 'view.unknownField', params: { field } }];
}

function searchFault(source: Source, field: string): Fault[] {
  const unknown = unknownField(source, `s.${field}`, field);
  if (unknown.length > 0 || searchable(fieldOf(source, field))) return unknown;
  return [{ path: `s.${field}`, code: 'view.notSearchable', params: { field } }];
}

function sortFault(source: Source, field: string): Fault[] {
  const unknown = unknownField(source, 'sort', field);
  if (unknown.length > 0 || fieldOf(source, field).order !== null) return unknown;
  return [{ path: 'sort', code: 'view.notSortable', params: { field } }];
}

function searchable(field: Field): boolean {
  return Boolean(field.search) || ['id', 'day', 'moment', 'number', 'tags'].includes(field.type);
}

function fieldOf(source: Source, name: string): Field {
  return source.fields[name] as Field;
}

function intervalParts(source: Source, interval: Interval, reader: Reader): RawBuilder<boolean>[] {
  const own = source.interval;
  // All time narrows nothing, so that a list without days understands it too: the address of all rows is the same everywhere.
  if ('preset' in interval && interval.preset === 'all') return [];
  if (!own)
    throw new Refusal(
      'view.faulty',
      {},
      { faults: [{ path: 'd', code: 'view.unknownField', params: { field: 'd' } }] },
    );
  if ('preset' in interval && interval.preset === 'overdue') return [own.overdue(reader)];
  if ('preset' in interval && interval.preset === 'undated') return [own.undated];
  const days = intervalDays(interval, reader.today);
  if (!days) return [];
  const parts: RawBuilder<boolean>[] = [];
  if (days.from) parts.push(sql`${own.moment} >= ${dayStart(days.from, 0, reader)}::timestamptz`);
  if (days.to) parts.push(sql`${own.moment} < ${dayStart(days.to, 1, reader)}::timestamptz`);
  return parts;
}

/** The moment at which a day, or the one `after` days later, begins in the firm's zone. */
function dayStart(day: string, after: number, { timeZone }: Reader): string {
  return Temporal.PlainDate.from(day).add({ days: after }).toZonedDateTime(timeZone).toInstant().toString();
}

async function fieldSearch(
  source: Source,
  field: Field,
  typed: Typed,
  reader: Reader,
): Promise<RawBuilder<boolean>> {
  if (field.search) return searchCondition(reader, seenOf(source, field.search, reader), typed);
  const pattern = escapeLike(foldLiterally(typed.text.trim()));
  const isDay = field.type === 'day' || field.type === 'moment';
  const patterns = [
    typed.mode === 'prefix' ? `${pattern}%` : `%${pattern}%`,
    ...(isDay ? writtenDays(typed.text, reader.today) : []),
  ];
  const shown = shownText(field, reader);
  // One alone can be found by an index of beginnings.
  return patterns.length === 1
    ? sql`${shown} like ${patterns[0]}`
    : sql`${shown} like any(${patterns}::text[])`;
}

/** What the reader cannot see does not count as found. */
function seenOf(source: Source, search: TextSearch, { actor }: Reader): TextSearch {
  return { ...search, seen: search.through ? (search.seen ?? sql`true`) : source.access(actor) };
}

/** Fields without a search of their own are no part of it. */
async function everywhere(source: Source, view: View, reader: Reader): Promise<RawBuilder<boolean>> {
  const searches = source.everywhere.flatMap((name) => fieldOf(source, name).search ?? []);
  const usable = searches.filter(({ digits }) => !digits || /\d{3}/.test(view.text));
  const typed = { text: view.text, mode: view.searchMode };
  const seen = usable.map((search) => seenOf(source, search, reader));
  const parts = await searchAnywhere(reader, seen, typed);
  if (/^\s*\d{1,15}\s*$/.test(view.text)) parts.push(sql`t.id = ${Number(view.text)}`);
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`false`;
}
