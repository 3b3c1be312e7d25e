// Which encoding a text file is in, and its text in pieces. Unicode is told by its marks and its grammar, the single-byte pages of
// Russian and of Europe by how probable the letters are, the rest by chardet.
import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Enough to judge by; a table's beginning looks like its end. */
const SAMPLE_BYTES = 256 * 1024;
const PIECE_BYTES = 64 * 1024;

/** Occurrences of each letter in 10,000 letters of Russian text. */
const FREQUENCY = new Map(
  Object.entries({
    о: 1097,
    е: 845,
    а: 801,
    и: 735,
    н: 670,
    т: 626,
    с: 547,
    р: 473,
    в: 454,
    л: 440,
    к: 349,
    м: 321,
    д: 298,
    п: 281,
    у: 262,
    я: 201,
    ы: 190,
    ь: 174,
    г: 170,
    з: 165,
    б: 159,
    ч: 144,
    й: 121,
    х: 97,
    ж: 94,
    ш: 73,
    ю: 64,
    ц: 48,
    щ: 36,
    э: 32,
    ф: 26,
    ъ: 4,
    ё: 4,
    і: 20,
    ї: 10,
    є: 10,
    ґ: 2,
    ў: 10,
  }).map(([letter, count]) => [letter, Math.log(count / 10)]),
);

/** Frequent pairs of letters: they tell a page from one whose letters are as frequent but in no Russian order. */
const PAIRS = new Set(
  (
    'ст но то на ен ов ни ра во ко ро пр ал ер ре по ли ан го ос от ор ка ет ва ел ол ла та ин ло ит ия ск де ти те да ль ом ог ес ' +
    'не ми ам нн ат ас об ой ри ле он ик ки ев ма ск ия ок ск ук сь ть та тр аз ар ем им ид из ил ис ие ий их ив ак ае ая ое оп од'
  ).split(' '),
);
const PAIR_BONUS = 1;
/** No Russian word begins with these. */
const NEVER_FIRST = /[ъьы]/u;
const NEVER_FIRST_PENALTY = 4;

/** In the order in which equal scores are settled. */
const PAGES = [
  'windows-1251',
  'windows-1252',
  'windows-1254',
  'windows-1250',
  'koi8-r',
  'koi8-u',
  'cp866',
  'iso-8859-5',
  'maccyrillic',
];
/** Below this the bytes are no Russian and no Western text; clean Russian gets above 3. */
const GOOD_SCORE = 1.5;

const LARGE_PENALTY = 0.5;
const LARGE_INSIDE_WORD = 4;
const MIXED_ALPHABETS = 4;
const FAIR_SIGN = -0.5;
const ODD_SIGN = -6;

function scoreRussian(letter: string, before: string, after: string): number {
  const small = letter.toLowerCase();
  const frequency = FREQUENCY.get(small);
  if (frequency === undefined) return ODD_SIGN;
  const order = FREQUENCY.has(before.toLowerCase())
    ? PAIRS.has(before.toLowerCase() + small)
      ? PAIR_BONUS
      : 0
    : NEVER_FIRST.test(small)
      ? -NEVER_FIRST_PENALTY
      : 0;
  const mixed = /[a-z]/i.test(before + after) ? MIXED_ALPHABETS : 0;
  if (letter === small) return frequency + order - mixed;
  const insideWord = FREQUENCY.has(before) ? LARGE_INSIDE_WORD : 0;
  return frequency + order - LARGE_PENALTY - mixed - insideWord;
}

/** Western text has a marked letter here and there among plain ones; Icelandic letters speak for Turkish (windows-1254). */
function scoreWestern(before: string, after: string): number {
  return /[a-z]/i.test(before + after) ? 3.5 : -3;
}

function scoreSign(text: string, at: number): number {
  const sign = text.charAt(at);
  if (/\p{Script=Cyrillic}/u.test(sign)) return scoreRussian(sign, text.charAt(at - 1), text.charAt(at + 1));
  if (/[þÞðÐ]/u.test(sign)) return ODD_SIGN;
  if (/\p{L}/u.test(sign)) return scoreWestern(text.charAt(at - 1), text.charAt(at + 1));
  return /[«»„“”‘’–—…№§©®°€•·\u00a0]/u.test(sign) ? FAIR_SIGN : ODD_SIGN;
}

/** Mean score of the signs outside ASCII. */
function scorePage(sample: Buffer, page: string): number {
  const text = iconv.decode(sample, page);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    sum += scoreSign(text, at);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function detectPage(sample: Buffer): string {
  const scores = PAGES.map((page) => ({ page, score: scorePage(sample, page) }));
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.score >= GOOD_SCORE) return best.page;
  const guess = analyse(sample).find(
    ({ name, confidence }) => confidence >= 30 && iconv.encodingExists(name),
  );
  return guess?.name.toLowerCase() ?? best.page;
}

/** UTF-16 without a mark: the high bytes of Latin and Russian text are all 0 or 4, which no text in single bytes has. */
function detectUnmarkedUtf16(sample: Buffer): string | null {
  const units = Math.floor(Math.min(sample.length, 4096) / 2);
  if (units < 2) return null;
  const counts = [0, 0];
  for (let i = 0; i < units * 2; i += 1) if (sample[i] === 0 || sample[i] === 4) counts[i % 2]! += 1;
  const [even = 0, odd = 0] = counts;
  if (odd > units * 0.7 && even < units * 0.3) return 'utf-16le';
  return even > units * 0.7 && odd < units * 0.3 ? 'utf-16be' : null;
}

/** A UTF-8 file in which some bytes are broken (cut lines, glued files) is still UTF-8: in another encoding bytes rarely make up its letters. */
function isNearlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return whole > 0 && broken * 3 <= whole;
}

function detectMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * The encoding of a text, by a name that `textPieces` takes: `utf-8` (plain ASCII too), `utf-16le`, `utf-16be`, `windows-1251`,
 * `koi8-r`, `koi8-u`, `cp866`, `iso-8859-5`, `maccyrillic`, `windows-1252` (it holds iso-8859-1), `windows-1254`, `windows-1250`, or what chardet says.
 */
export function detectEncoding(bytes: Buffer): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const unicode = detectMark(bytes) ?? detectUnmarkedUtf16(sample);
  if (unicode) return unicode;
  return isUtf8(bytes) || isNearlyUtf8(sample) ? 'utf-8' : detectPage(sample);
}

/** Whether the text can be decoded at all: a person may have chosen the encoding. */
export function isKnownEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding);
}

/** How the text stands in a file of the encoding, without a byte order mark. */
export function textBytes(text: string, encoding: string): Buffer {
  return iconv.encode(text, encoding);
}

/** The text in pieces of about 64 KB, without the byte order mark; no letter is cut. */
export function* textPieces(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = iconv.getDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = decoder.write(bytes.subarray(at, at + PIECE_BYTES));
    if (piece !== '') yield piece;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
