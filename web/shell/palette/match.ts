// How well a name answers what was typed, in whichever layout or alphabet it was typed. Pure.
import { fold } from '../../../contract/text/fold.ts';
import { isOneSlipAway } from '../../../contract/text/one-slip.ts';
import { toLatin } from '../../../contract/text/translit.ts';
import { variants } from '../../../contract/text/variants.ts';

/** Spellings to look for; none: everything matches. */
export function needlesOf(text: string): string[] {
  return variants(text).map((variant) => variant.text);
}

/** The rank of what has the text only within a word. */
export const inside = 2;

/** 0 is best: the name begins so; then a word of it; then anywhere; then all words in any order. Undefined: not this one. */
export function rank(name: string, needles: string[]): number | undefined {
  const folded = fold(name);
  // A plural in Latin letters (klienty) cannot be told from an adjective, so the name is written so too.
  const spellings = [...new Set([folded, toLatin(folded)])];
  const ranks = spellings
    .flatMap((spelling) => needles.map((needle) => rankOf(spelling, needle)))
    .filter((found) => found !== undefined);
  return ranks.length > 0 ? Math.min(...ranks) : undefined;
}

function rankOf(name: string, needle: string): number | undefined {
  if (name.startsWith(needle)) return 0;
  const words = name.split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => word.startsWith(needle)) || name.includes(` ${needle}`)) return 1;
  if (name.includes(needle)) return inside;
  const asked = needle.split(' ');
  return asked.length > 1 && asked.every((part) => words.some((word) => word.startsWith(part)))
    ? 3
    : undefined;
}

/** The best of them first; those of the same rank stay in their order. Where nothing is written so, what is one slip away. */
export function best<One>(
  all: One[],
  nameOf: (one: One) => string,
  needles: string[],
): { one: One; near: boolean }[] {
  const written = all
    .map((one) => ({ one, rank: rank(nameOf(one), needles) }))
    .filter((each) => each.rank !== undefined)
    .sort((a, b) => (a.rank as number) - (b.rank as number))
    .map(({ one }) => ({ one, near: false }));
  if (written.length > 0) return written;
  return all.filter((one) => isNear(nameOf(one), needles)).map((one) => ({ one, near: true }));
}

function isNear(name: string, [typed = '']: string[]): boolean {
  const words = fold(name).split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => isOneSlipAway(typed, word));
}

/** The number of a task in `№ 124`, `#124`, `124`. */
export function taskNumber(text: string): string | undefined {
  return /^\s*(?:№|#|n[o.]*)?\s*(\d{1,12})\s*$/iu.exec(text)?.[1];
}
