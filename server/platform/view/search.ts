// Search that forgives: layout, ё/е, case, transliteration; one typo only where nothing is spelt as typed.

import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import type { SearchMode } from '../../../contract/kit/view.ts';
import { fold } from '../../../contract/text/fold.ts';
import { phoneDigits } from '../../../contract/text/phone-digits.ts';
import { variants } from '../../../contract/text/variants.ts';
import { type RawBuilder, sql } from '../db/sql.ts';
import type { Rows } from '../db/transaction.ts';
import type { Reader, TextSearch } from './source.ts';

/** Shorter words have too many neighbours one letter away. */
const typoFrom = 4; // characters

export type Typed = { text: string; mode: SearchMode };

type Searcher = Pick<Reader, 'rows' | 'slips'>;

/** The condition that a text typed into a search box means for one field. */
export async function searchCondition(
  searcher: Searcher,
  search: TextSearch,
  typed: Typed,
): Promise<RawBuilder<boolean>> {
  const { rows, slips } = searcher;
  const exact = exactSpelling(search, typed);
  if (exact === null) return sql`false`;
  const wider = slips.allowed ? widerSpellings(search, typed) : [];
  if (wider.length === 0)
    return search.through ? ((await namedCondition(rows, search, exact)) ?? sql`false`) : exact;
  const spelt = await found(rows, search, exact);
  if (spelt) return spelt;
  for (const spelling of wider) {
    const close = await found(rows, search, spelling);
    if (!close) continue;
    slips.used = true;
    return close;
  }
  return sql`false`;
}

/**
 * The condition that a text means for several fields at once, any of them. Words in another order and slips are looked for only where
 * no field has the text as it was typed, and only in names: in long texts everything is one slip away from something.
 */
export async function searchAnywhere(
  { rows, slips }: Searcher,
  searches: TextSearch[],
  typed: Typed,
): Promise<RawBuilder<boolean>[]> {
  const spelt = await Promise.all(
    searches.map((search) => found(rows, search, exactSpelling(search, typed))),
  );
  const hits = spelt.filter((condition) => condition !== null);
  if (hits.length > 0 || !slips.allowed) return hits;
  const names = searches.filter((search) => search.through || search.isName);
  for (const spell of [scatteredSpelling, slippedSpelling]) {
    const tried = await Promise.all(names.map((search) => found(rows, search, spell(search, typed))));
    const close = tried.filter((condition) => condition !== null);
    if (close.length === 0) continue;
    slips.used = true;
    return close;
  }
  return [];
}

/** What is tried where nothing is spelt as typed, the nearest first. */
const widerSpellings = (search: TextSearch, typed: Typed) =>
  [scatteredSpelling(search, typed), slippedSpelling(search, typed)].filter((spelling) => spelling !== null);

/** The condition where it is true of anything at all. */
async function found(
  rows: Rows,
  search: TextSearch,
  spelling: RawBuilder<boolean> | null,
): Promise<RawBuilder<boolean> | null> {
  if (spelling === null) return null;
  if (search.through) return namedCondition(rows, search, spelling);
  return (await occurs(rows, search, spelling)) ? spelling : null;
}

/** As typed, in another layout or alphabet; null where the text cannot stand in such a field. */
function exactSpelling(search: TextSearch, { text, mode }: Typed): RawBuilder<boolean> | null {
  const { digits } = search;
  const digitsOf = mode === 'prefix' && digits ? () => digitStarts(text, digits) : digitPatterns;
  const patterns = digits ? digitsOf(text) : wordPatterns(text, mode);
  return patterns.length > 0 ? matches(search, patterns, mode) : null;
}

/** More words are a sentence, which is searched for as it stands. */
const wordsAtMost = 6;

/** All the words, in any order and with anything between them; null where there is but one. */
export function scatteredSpelling(
  search: Pick<TextSearch, 'folded' | 'digits'>,
  { text, mode }: Typed,
): RawBuilder<boolean> | null {
  if (search.digits) return null;
  const each = variants(text).flatMap((variant) => {
    const words = variant.text.split(' ').filter((word) => word !== '');
    return words.length > 1 && words.length <= wordsAtMost ? [words] : [];
  });
  if (each.length === 0) return null;
  const conditions = each.map((words) =>
    mode === 'prefix'
      ? sql`${search.folded} ~ all(${words.map(wordStart)})`
      : sql`${search.folded} like all(${words.map((word) => `%${escapeLike(word)}%`)})`,
  );
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

function slippedSpelling(search: TextSearch, { text, mode }: Typed): RawBuilder<boolean> | null {
  const slips = search.digits ? [] : slipPatterns(fold(text), mode);
  return slips.length > 0 ? sql`${search.folded} like any(${slips})` : null;
}

/** Found rows up to this number are named one by one: the planner then knows how few they are. */
const namedAtMost = 2000;

/** A spelling that names any rows, as a condition on the column that names them; null where it names none. */
async function namedCondition(
  rows: Rows,
  search: TextSearch,
  spelling: RawBuilder<boolean>,
): Promise<RawBuilder<boolean> | null> {
  const named = await rows.rows(sql<{ key: number }>`
    select ${search.through?.key} as key from ${search.table} where ${spelling} and ${search.seen ?? sql`true`}
    limit ${namedAtMost + 1}`);
  if (named.length > namedAtMost) return reach(search, spelling);
  return named.length > 0
    ? sql`${search.through?.column} = any(${named.map(({ key }) => key)}::bigint[])`
    : null;
}

/** As the database folds what is searched (fold_text), spaces and all. */
export function foldLiterally(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
}

/** A filter means what it says: no other layout, no slips; only case and ё are forgiven. */
export function literalCondition(search: TextSearch, text: string, starts: boolean): RawBuilder<boolean> {
  const folded = search.digits ? phoneDigits(text) : foldLiterally(text);
  if (folded === '') return sql`false`;
  return reach(search, sql`${search.folded} like ${`${starts ? '' : '%'}${escapeLike(folded)}%`}`);
}

function reach(search: TextSearch, found: RawBuilder<boolean>): RawBuilder<boolean> {
  if (!search.through) return found;
  const { column, key } = search.through;
  return sql`${column} in (select ${key} from ${search.table} where ${found} and ${search.seen ?? sql`true`})`;
}

function matches(search: TextSearch, patterns: string[], mode: SearchMode): RawBuilder<boolean> {
  return mode === 'prefix'
    ? sql`${search.folded} ~ any(${patterns})`
    : sql`${search.folded} like any(${patterns})`;
}

async function occurs(rows: Rows, search: TextSearch, condition: RawBuilder<boolean>): Promise<boolean> {
  return (
    (await rows.one(
      sql`select 1 from ${search.table} where ${condition} and ${search.seen ?? sql`true`} limit 1`,
    )) !== undefined
  );
}

/** First characters: of the text or of any word in it. Inside: anywhere. */
function wordPatterns(text: string, mode: SearchMode): string[] {
  return variants(text).map((variant) =>
    mode === 'prefix' ? wordStart(variant.text) : `%${escapeLike(variant.text)}%`,
  );
}

/** What begins with a sign begins a word after a space; PostgreSQL's own word start wants a letter or a digit. */
function wordStart(text: string): string {
  return `${/^[\p{L}\p{N}_]/u.test(text) ? '\\m' : '(^|\\s)'}${escapeRegex(text)}`;
}

/** LIKE patterns for digits of telephones. Whoever begins with the Russian 8 means the 7 of the whole number. */
export function digitPatterns(text: string): string[] {
  const digits = phoneDigits(text);
  if (digits === '') return [];
  const whole = /^8\d/.test(digits) ? `7${digits.slice(1)}%` : null;
  return [`%${digits}%`, ...(whole ? [whole, `% ${whole}`] : [])];
}

const callingCodes = [...new Set(getCountries().map((code) => getCountryCallingCode(code)))].join('|');

/** Regular expressions for the first digits: of a telephone also those after the code of its country, unless a + is typed before them. */
function digitStarts(text: string, of: 'phones' | 'number'): string[] {
  const digits = phoneDigits(text);
  if (digits === '') return text.trim() === '+' ? ['[0-9]'] : [];
  if (of === 'number') return [`^${digits}`];
  const code = text.trimStart().startsWith('+') ? '' : `(?:${callingCodes})?`;
  return [`(^| )${code}${digits}`, ...(/^8\d/.test(digits) ? [`(^| )7${digits.slice(1)}`] : [])];
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, (sign) => `\\${sign}`);
}

const wordsBegin = ['% ', '%«', '%"', '%(', '%-'];

/** First characters stay first, slip or no slip: at the beginning of the text, or of a word in it. */
function slipPatterns(text: string, mode: SearchMode): string[] {
  const patterns = typoPatterns(text);
  return mode === 'inside'
    ? patterns
    : patterns.flatMap((pattern) => ['', ...wordsBegin].map((before) => `${before}${pattern.slice(1)}`));
}

/** LIKE patterns for everything one slip away: a letter wrong, missing, doubled or swapped with its neighbour. */
export function typoPatterns(text: string): string[] {
  const letters = [...text];
  if (letters.length < typoFrom || letters.length > 40) return [];
  const patterns = new Set<string>();
  const add = (...parts: string[][]) => patterns.add(`%${parts.map(joined).join('_')}%`);
  letters.forEach((_, i) => {
    const before = letters.slice(0, i);
    const after = letters.slice(i + 1);
    if (i > 0 && i < letters.length - 1) add(before, after);
    if (i > 0) add(before, letters.slice(i));
    patterns.add(`%${joined(before)}${joined(after)}%`);
    const [next, ...rest] = after;
    if (next !== undefined)
      patterns.add(`%${joined(before)}${joined([next, letters[i] as string])}${joined(rest)}%`);
  });
  return [...patterns];
}

function joined(letters: string[]): string {
  return escapeLike(letters.join(''));
}
