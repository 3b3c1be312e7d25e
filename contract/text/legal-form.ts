// The name of a company without its legal form: the key by which duplicates of companies are sought.
import { CHINESE_FORM, FORM_KINDS, LONG_FORMS, STRONG_FORMS, WEAK_FORMS } from './legal-forms.ts';

/** Cyrillic letters that look Latin: `ZAО` and `OОО` are typed with both alphabets in one word. */
const CYRILLIC_TWINS = 'аеорсухкмтвнз';
const LATIN_TWINS = 'aeopcyxkmtbh3';

function inOneAlphabet(word: string): string {
  if (!/[a-z]/.test(word) || !/[а-я]/.test(word)) return word;
  return word.replace(/[а-я]/g, (letter) => LATIN_TWINS.charAt(CYRILLIC_TWINS.indexOf(letter)) || letter);
}

function lettersOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replace(/['’`]/gu, '');
}

/** Small letters and digits of the name, ё as е, Latin letters without marks; abbreviations lose their dots (`S. A.` is `sa`). */
function wordsOf(name: string): string[] {
  const undotted = lettersOf(name).replace(
    /(?<![\p{L}\p{Nd}])[\p{L}\p{Nd}](?:\.\s?\p{L})+(?!\p{L})/gu,
    (found) => found.replace(/[.\s]/g, ''),
  );
  return (undotted.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? []).map(inOneAlphabet);
}

function matches(words: readonly string[], at: number, form: readonly string[]): boolean {
  return form.every((word, i) => words[at + i] === word);
}

/** First word of a form to all forms that begin with it, the longest first. */
type FormIndex = Map<string, string[][]>;

function index(forms: readonly string[]): FormIndex {
  const byFirst: FormIndex = new Map();
  for (const form of forms.map(wordsOf)) {
    const first = form[0] ?? '';
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), form].sort((a, b) => b.length - a.length),
    );
  }
  return byFirst;
}

const ANYWHERE = index([...LONG_FORMS, ...STRONG_FORMS]);
const AT_THE_ENDS = index([...LONG_FORMS, ...STRONG_FORMS, ...WEAK_FORMS]);

function formAt(words: readonly string[], at: number, byFirst: FormIndex): number {
  return byFirst.get(words[at] ?? '')?.find((form) => matches(words, at, form))?.length ?? 0;
}

function dropStart(words: readonly string[]): string[] {
  const length = formAt(words, 0, AT_THE_ENDS);
  return length > 0 && length < words.length ? dropStart(words.slice(length)) : [...words];
}

function dropEnd(words: readonly string[]): string[] {
  const from = words.findIndex((_, at) => at > 0 && at + formAt(words, at, AT_THE_ENDS) === words.length);
  return from > 0 ? dropEnd(words.slice(0, from)) : [...words];
}

function dropInside(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const length = formAt(words, at, ANYWHERE);
    if (length > 0) at += length - 1;
    else kept.push(words[at] ?? '');
  }
  return kept.map((word) => word.replace(CHINESE_FORM, '') || word);
}

/**
 * `ООО «Гранит»`, `Гранит, ООО` and `Общество с ограниченной ответственностью "ГРАНИТ"` give `гранит`; `Müller GmbH & Co. KG`
 * gives `muller`. A name of nothing but a form keeps it (`ООО` gives `ооо`); a name without letters and digits comes back
 * trimmed, so that the key of a name is never empty.
 */
export function companyKey(name: string): string {
  const words = wordsOf(name);
  const kept = dropInside(dropEnd(dropStart(words)));
  const key = (kept.length > 0 ? kept : words).join(' ');
  return key === '' ? name.trim() : key;
}

const KIND_OF = new Map(
  Object.entries(FORM_KINDS).flatMap(([kind, forms]) => forms.map((form) => [wordsOf(form).join(' '), kind])),
);
const OF_KINDS = index(Object.values(FORM_KINDS).flat());

/** The kinds of the legal forms in a name: `АО Кварц` and `Кварц, ПАО` have one, `ИП Кварц` another, `Кварц` none. */
export function formKinds(name: string): string[] {
  const words = wordsOf(name);
  const kinds = words.flatMap((_, at) => {
    const form = words.slice(at, at + formAt(words, at, OF_KINDS));
    return KIND_OF.get(form.join(' ')) ?? [];
  });
  return [...new Set(kinds)];
}
