// Which spellings are worth searching for when a person typed one: another layout, another alphabet.
import { fold } from './fold.ts';
import { swapLayout } from './layout.ts';
import { toCyrillic, toLatin } from './translit.ts';

/** A folded spelling and why it is looked for, so that the screen can say why a row matched. */
export interface Variant {
  text: string;
  why: 'asTyped' | 'layout' | 'translit';
}

/** More would cost the database more than they find. */
const MOST_VARIANTS = 5;

/** Five letters without a vowel are no word of either language. */
function lacksVowels(text: string): boolean {
  return (text.match(/\p{L}{5,}/gu) ?? []).some((word) => !/[aeiouyаеиоуыэюя]/u.test(word));
}

/** No Russian word begins with a soft or hard sign; no English one holds the keys of х ъ ж ё. */
function isNoWord(swapped: string): boolean {
  const letters = swapped.match(/\p{L}/gu)?.length ?? 0;
  if (letters * 2 < swapped.replace(/\s/g, '').length) return true;
  return /(?<!\p{L})[ьъ]|[a-z][[\];`{}]|[[\];`{}][a-z]/u.test(swapped);
}

function layoutVariants(query: string): string[] {
  const swapped = fold(swapLayout(query));
  return isNoWord(swapped) ? [] : [swapped];
}

function translitVariants(query: string): string[] {
  if (/[а-яё]/iu.test(query))
    return (['practical', 'bgn', 'ascii'] as const).map((style) => fold(toLatin(query, style)));
  const read = fold(toCyrillic(query));
  // Maria is Мария, but media is медиа.
  return [read, read.replaceAll('ия', 'иа')];
}

/**
 * Distinct folded spellings of a typed query, the query itself first, at most five. A query without letters, or with an address
 * of mail or site in it, has only itself.
 */
export function variants(query: string): Variant[] {
  const typed = fold(query);
  if (typed === '') return [];
  const found = new Map<string, Variant>([[typed, { text: typed, why: 'asTyped' }]]);
  const add = (why: Variant['why']) => (text: string) => {
    if (!found.has(text) && !lacksVowels(text)) found.set(text, { text, why });
  };
  if (/\p{L}/u.test(swapLayout(query)) && !/\S@\S|:\/\//u.test(query)) {
    layoutVariants(query).forEach(add('layout'));
    translitVariants(query).forEach(add('translit'));
  }
  return [...found.values()].slice(0, MOST_VARIANTS);
}
