// A person's name told apart into surname, given name and patronymic, in whichever order it was typed.
// Guesses by endings and by known names; a name it cannot place goes where Russian papers (or, in Latin, English ones) put it.
import { GIVEN_NAMES, SURNAMES_KNOWN } from './known-names.ts';

/** The parts as typed; an absent part is an empty string. Together they hold every word but titles. */
export interface PersonName {
  surname: string;
  given: string;
  patronymic: string;
}

type Part = keyof PersonName;

const TITLE = /^(?:г-н|г-жа|господин|госпожа|гр|mr|mrs|ms|miss|dr|prof|herr|frau|mme|m)\.?$/iu;
const PARTICLE = /^(?:van|von|der|den|de|da|di|del|della|la|le|ter|бен|ибн|фон|ван|де|тер)$/iu;
const INITIAL = /^\p{Lu}\.?$/u;
const TURKIC_PATRONYMIC = /^(?:оглы|оглу|кызы|гызы|улы|уулу|кизи)$/iu;
const PATRONYMIC =
  /(?:[оеё]вич|[оеё]вна|(?:ьи|и)ч|(?:ин)?ична|(?:[\s-](?:оглы|оглу|кызы|гызы|улы|уулу|кизи)))$/iu;
const SHORT_PATRONYMIC =
  /^(?:ильич|лукич|кузьмич|фомич|никитич|саввич|фокич|ильинична|никитична|лукинична)$/iu;
const LATIN_PATRONYMIC = /(?:[oey]vich|[oe]vna|ichna|[iy]ich)$/iu;
const SURNAME =
  /(?:[оеё]в|[оеё]ва|[иы]н|[иы]на|ск(?:ий|ой|ая|их)|цк(?:ий|ой|ая)|[иы]х|[её]нко|ко|[чщ]?ук|юк|[иеа]нок|[еи]ц|як|ак|дзе|швили|ян|янц|ава|ия|уа|ли|баев|ер|берг|ман|штейн|вич)$/iu;

/** Splits into words; joins initials written together apart, `оглы` to the name before it and particles to the name after. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  const spaced = text.replace(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' ').replace(/\s+-\s+/gu, '-');
  for (const word of spaced.split(/\s+/u).filter((one) => one !== '' && !TITLE.test(one))) {
    const before = words.at(-1);
    const joins =
      before !== undefined && (TURKIC_PATRONYMIC.test(word) || PARTICLE.test(before.split(' ').at(-1) ?? ''));
    if (joins) words[words.length - 1] = `${before} ${word}`;
    else words.push(word);
  }
  return words;
}

function known(names: ReadonlySet<string>, word: string): boolean {
  return names.has(word.toLowerCase().replaceAll('ё', 'е'));
}

/** How well a word suits a part; the scale is only for comparing. */
const SUITS: Record<Part, (word: string) => number> = {
  surname: (word) => {
    if (INITIAL.test(word)) return -6;
    const byList = known(SURNAMES_KNOWN, word) ? 4 : known(GIVEN_NAMES, word) ? -2 : 0;
    return byList + (SURNAME.test(word) ? 2 : 0) + (word.includes('-') ? 1 : 0);
  },
  given: (word) =>
    known(GIVEN_NAMES, word) ? 4 : INITIAL.test(word) ? 3 : known(SURNAMES_KNOWN, word) ? -3 : 0,
  patronymic: (word) => {
    if (SHORT_PATRONYMIC.test(word) || PATRONYMIC.test(word)) return known(GIVEN_NAMES, word) ? 1 : 5;
    return INITIAL.test(word) ? 2 : -4;
  },
};

/** Orders in which people write the parts, the likelier first: it wins when the words say nothing. */
const ORDERS: Record<number, readonly Part[][]> = {
  1: [['given'], ['surname'], ['patronymic']],
  2: [
    ['surname', 'given'],
    ['given', 'patronymic'],
    ['given', 'surname'],
    ['surname', 'patronymic'],
    ['patronymic', 'surname'],
  ],
  3: [
    ['surname', 'given', 'patronymic'],
    ['given', 'patronymic', 'surname'],
    ['given', 'surname', 'patronymic'],
  ],
};

const NOBODY: PersonName = { surname: '', given: '', patronymic: '' };

function score(words: readonly string[], order: readonly Part[]): number {
  return order.reduce((sum, part, i) => sum + SUITS[part](words[i] ?? ''), 0);
}

function place(words: readonly string[], order: readonly Part[]): PersonName {
  return Object.assign({ ...NOBODY }, Object.fromEntries(order.map((part, i) => [part, words[i]])));
}

/** Four words and more: the last patronymic (never the first word) and the given name before it; the rest is the surname. */
function readLong(words: readonly string[]): PersonName {
  const patronymic = words.findLastIndex((word, i) => i > 0 && SUITS.patronymic(word) > 2);
  const byList = words.findIndex((word) => known(GIVEN_NAMES, word));
  const given = patronymic > 0 ? patronymic - 1 : Math.max(byList, 0);
  const surname = words.filter((_, i) => i !== patronymic && i !== given).join(' ');
  return { surname, given: words[given] ?? '', patronymic: words[patronymic] ?? '' };
}

function readRussian(words: readonly string[]): PersonName {
  const orders = ORDERS[words.length];
  if (!orders) return readLong(words);
  const best = orders.reduce((left, right) => (score(words, right) > score(words, left) ? right : left));
  return place(words, best);
}

/** A Russian name in Latin letters keeps its patronymic, which tells the order: `Ivanov Ivan Ivanovich`, `Ivan Ivanovich Ivanov`. */
function readTransliterated(words: readonly string[]): PersonName {
  const inMiddle = LATIN_PATRONYMIC.test(words[1] ?? '');
  return place(words, inMiddle ? ['given', 'patronymic', 'surname'] : ['surname', 'given', 'patronymic']);
}

/** Western order: given names first, the last word is the surname; initials at the end turn it round (`Smith J.`). */
function readWestern(words: readonly string[]): PersonName {
  const turned = words.length > 1 && INITIAL.test(words.at(-1) ?? '') && !INITIAL.test(words[0] ?? '');
  if (turned) return { ...NOBODY, surname: words[0] ?? '', given: words.slice(1).join(' ') };
  if (words.length === 3 && words.slice(1).some((word) => LATIN_PATRONYMIC.test(word)))
    return readTransliterated(words);
  if (words.length === 1) return { ...NOBODY, given: words[0] ?? '' };
  return { ...NOBODY, given: words.slice(0, -1).join(' '), surname: words.at(-1) ?? '' };
}

/**
 * Reads a full or partial name: `Бонч-Бруевич Виктор Леопольдович`, `Виктор Бонч-Бруевич`, `Пушкин А. С.`, `Smith, John`.
 * Nothing is corrected: case and spelling stay as typed. A single word that no rule knows is a given name.
 */
export function readPersonName(text: string): PersonName {
  const plain = text.normalize('NFC').trim();
  const comma = plain.indexOf(',');
  if (comma > 0) {
    const [given = '', patronymic = '', ...more] = wordsOf(plain.slice(comma + 1).replaceAll(',', ' '));
    return {
      surname: plain.slice(0, comma).trim(),
      given,
      patronymic: [patronymic, ...more].join(' ').trim(),
    };
  }
  const words = wordsOf(plain);
  if (words.length === 0) return { ...NOBODY, given: plain };
  return /[а-яё]/iu.test(plain) ? readRussian(words) : readWestern(words);
}
