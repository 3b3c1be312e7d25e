// Russian in Latin letters and back. There is no one way: the readable ones of documents, of BGN/PCGN and of ICU.
import { GIVEN_NAMES, SURNAMES_KNOWN } from './known-names.ts';

/** `practical`: as people write (Dmitry, Zhukov); `bgn`: BGN/PCGN without marks (Yevgeniy); `ascii`: ICU's ISO 9 cut to ASCII (Evgenij). */
export type LatinStyle = 'practical' | 'bgn' | 'ascii';

const RUSSIAN = Array.from('абвгдежзийклмнопрстуфхцчшщъыьэюя');

function table(latin: string): Map<string, string> {
  const spellings = latin.split(' ');
  return new Map(RUSSIAN.map((letter, i) => [letter, (spellings[i] ?? '').replace('_', '')]));
}

const READABLE = table('a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya');
const ASCII = table('a b v g d e z z i j k l m n o p r s t u f h c c s s _ y _ e u a');

/** BGN writes ye at the start of a word and after a vowel, й, ъ and ь. */
function takesY(before: string | undefined): boolean {
  return before === undefined || !/\p{L}/u.test(before) || /[аеиоуыэюяйъь]/iu.test(before);
}

/** People write a final -ий and -ый as one y. */
function shortenEndings(text: string): string {
  return text.replace(/(?<=\p{L})[иы]й(?!\p{L})/giu, (found) => (found === found.toUpperCase() ? 'Ы' : 'ы'));
}

/** A large letter of two signs is written large whole only before another large letter: ЩУКИН, but Щукин. */
function inCaseOf(letter: string, spelling: string, next: string | undefined): string {
  if (letter === letter.toLowerCase()) return spelling;
  const nextIsLarge = next !== undefined && next !== next.toLowerCase();
  return nextIsLarge ? spelling.toUpperCase() : spelling.charAt(0).toUpperCase() + spelling.slice(1);
}

/** Puts Russian letters into Latin ones; everything else stays. */
export function toLatin(text: string, style: LatinStyle = 'practical'): string {
  const plain = text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
  const signs = Array.from(style === 'practical' ? shortenEndings(plain) : plain);
  const spellings = style === 'ascii' ? ASCII : READABLE;
  return signs
    .map((sign, i) => {
      const small = sign.toLowerCase();
      const spelling = style === 'bgn' && small === 'е' && takesY(signs[i - 1]) ? 'ye' : spellings.get(small);
      return spelling === undefined ? sign : inCaseOf(sign, spelling, signs[i + 1]);
    })
    .join('');
}

/** Applied one after another to a small Latin word, so that longer sounds go before their parts. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch(?=[aeiouy])/g, 'щ'],
  [/(?<=[bcdfghklmnprstvwxz])y(?=e)/g, 'ь'],
  [/ye/g, 'е'],
  [/yo/g, 'е'],
  [/yu|ju/g, 'ю'],
  [/ya|ja/g, 'я'],
  [/je|jo/g, 'е'],
  [/zh/g, 'ж'],
  [/kh/g, 'х'],
  [/ts|tz/g, 'ц'],
  [/tch|ch/g, 'ч'],
  [/sh/g, 'ш'],
  [/ph/g, 'ф'],
  [/th/g, 'т'],
  [/ck/g, 'к'],
  [/ee/g, 'и'],
  [/oo/g, 'у'],
  [/i[iyj]\b/g, 'ий'],
  [/yy\b/g, 'ый'],
  [/ia\b/g, 'ия'],
  [/([aeou])[yij]\b/g, '$1й'],
  [/(?<=[aeiouаеиоуыюя])[yj]/g, 'й'],
  [/(?<=v)y\b/g, 'ый'],
  [/(?<=[bcdfghklmnprstxzжхцчшщ])y\b/g, 'ий'],
  [/['’ʹ]/g, 'ь'],
  [/x/g, 'кс'],
  [/c(?=[eiy])/g, 'ц'],
];

const LETTERS = new Map(
  Array.from('abcdefghijklmnopqrstuvwyz', (latin, i) => [latin, 'абкдефгхийклмнопкрстуввыз'.charAt(i)]),
);

function bySound(word: string): string {
  const sounded = SOUNDS.reduce((text, [latin, russian]) => text.replace(latin, russian), word);
  return Array.from(sounded, (sign) => LETTERS.get(sign) ?? sign).join('');
}

let known: Map<string, string> | undefined;

/** Latin spelling to Russian name; built at the first use. The first name to claim a spelling keeps it. */
function knownSpellings(): Map<string, string> {
  if (known) return known;
  known = new Map();
  for (const style of ['practical', 'bgn', 'ascii'] as const) {
    for (const name of [...GIVEN_NAMES, ...SURNAMES_KNOWN]) {
      const latin = toLatin(name, style);
      if (!known.has(latin)) known.set(latin, name);
    }
  }
  return known;
}

function likeTyped(typed: string, russian: string): string {
  if (typed.length > 1 && typed === typed.toUpperCase()) return russian.toUpperCase();
  const isLarge = typed.charAt(0) !== typed.charAt(0).toLowerCase();
  return isLarge ? russian.charAt(0).toUpperCase() + russian.slice(1) : russian;
}

/** Russian text behind Latin letters, word by word: a known name if there is one (Olga, Zukov), else by sound. */
export function toCyrillic(text: string): string {
  return text.replace(/[a-z]+(?:['’ʹ][a-z]*)*/giu, (word) => {
    const small = word.toLowerCase();
    return likeTyped(word, knownSpellings().get(small.replace(/['’ʹ]/g, '')) ?? bySound(small));
  });
}
