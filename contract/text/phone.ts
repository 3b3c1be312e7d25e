// A telephone number as people type it, read into E.164 by the numbering plans of libphonenumber (the full set).
// The only file of `contract/text` that loads a library: lists and search use `phone-digits.ts`.
import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** What was understood of a typed number. */
export interface ReadPhone {
  /** `+79211234567`; null when the text is no valid number. */
  e164: string | null;
  valid: boolean;
  extension?: string;
  /** The number for the eye, without the extension; exactly the typed text when it is not valid. */
  shown: string;
  /** Words that stood beside the number ("Анна", "после 18"), so that nothing typed is lost. */
  note?: string;
}

const EXTENSION =
  /[\s,;(]*(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension)?|#|x)[\s.:№]*(\d{1,7})\)?\s*$/iu;
/** Longer texts hold a story, not a number; the bound also keeps the patterns cheap. */
const LONGEST_NUMBER = 250;
const LABEL = /^(?:тел(?:ефон)?|моб(?:ильный)?|раб(?:очий)?|дом(?:ашний)?|факс|phone|tel|mobile|mob|fax)$/iu;

function parse(text: string, country: CountryCode): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: true });
  return number?.isValid() ? number : undefined;
}

/** People write the international prefix of other countries: 00 is tried as + when the country's own plan refuses it. */
function parseForgiving(text: string, country: CountryCode): PhoneNumber | undefined {
  return (
    parse(text, country) ??
    (/^\s*00\s*[1-9]/.test(text) ? parse(text.replace(/^\s*00/, '+'), country) : undefined)
  );
}

function noteBeside(text: string): string | undefined {
  const words = text.replace(/\btel:/giu, ' ').match(/\p{L}[\p{L}\p{Nd}'’-]*/gu) ?? [];
  const kept = words.filter((word) => !LABEL.test(word));
  return kept.length > 0 ? kept.join(' ') : undefined;
}

/**
 * Reads one number. `country` (ISO 3166, two letters) is the firm's: numbers without a country code belong to it.
 * A text that holds no valid number is not an error: it comes back as typed with `valid: false`.
 */
export function readPhone(text: string, country = 'RU'): ReadPhone {
  if (text.length > LONGEST_NUMBER) return { e164: null, valid: false, shown: text };
  const plain = text.normalize('NFKC');
  const tail = EXTENSION.exec(plain);
  const main = tail ? plain.slice(0, tail.index) : plain;
  const number =
    parseForgiving(main, country as CountryCode) ?? parseForgiving(plain, country as CountryCode);
  if (!number) return { e164: null, valid: false, shown: text };
  const read: ReadPhone = {
    e164: number.number,
    valid: true,
    shown: number.format('INTERNATIONAL').replace(/ ext\. .*$/, ''),
  };
  const extension = tail?.[1] ?? number.ext;
  const note = noteBeside(main);
  if (extension) read.extension = extension;
  if (note) read.note = note;
  return read;
}
