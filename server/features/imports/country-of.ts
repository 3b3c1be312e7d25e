// Pure: the country that a table names, and a telephone of that country written so that it is known in any.
import { getCountries } from 'libphonenumber-js/max';
import { fold } from '../../../contract/text/fold.ts';
import { readPhone } from '../../../contract/text/phone.ts';
import { cellsOf } from './sheet.ts';

/** What people write where CLDR has another name. */
const otherNames: Record<string, string[]> = {
  US: ['usa', 'u.s.', 'u.s.a.', 'united states of america', 'сша', 'америка'],
  GB: ['uk', 'u.k.', 'great britain', 'england', 'scotland', 'wales', 'англия'],
  RU: ['рф', 'российская федерация', 'russian federation'],
  BY: ['белоруссия', 'республика беларусь', 'рб'],
  KZ: ['рк', 'республика казахстан'],
  MD: ['молдавия'],
  KG: ['киргизстан', 'кыргызстан'],
  AE: ['uae', 'оаэ'],
  CZ: ['czech republic'],
  NL: ['holland', 'голландия', 'the netherlands'],
};

let known: Map<string, string> | undefined;

function names(): Map<string, string> {
  if (known) return known;
  const says = ['ru', 'en'].map((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
  known = new Map(
    getCountries().flatMap((code) =>
      [code, ...says.map((each) => each.of(code) ?? code), ...(otherNames[code] ?? [])].map(
        (name): [string, string] => [fold(name), code],
      ),
    ),
  );
  return known;
}

/** ISO 3166 of a country by its name in Russian or English, or by that code; undefined where nobody calls one so. */
export function countryOf(text: string): string | undefined {
  return names().get(fold(text.trim()));
}

/** The number as it is dialled from elsewhere, where it is one of that country and does not say so itself. */
export function dialledFrom(value: string, country: string): string {
  if (/^\s*(?:\+|00)/.test(value)) return value;
  const { valid, shown, extension, note } = readPhone(value, country);
  if (!valid) return value;
  return [shown, extension && `#${extension}`, note].filter(Boolean).join(' ');
}

/** Telephones of a row that names another country than the firm's are of that country. */
export function dialledBy(...[row, sheet]: Parameters<typeof cellsOf>): (number: string) => string {
  const [cell] = cellsOf(row, sheet, 'country');
  const country = cell && countryOf(cell.text);
  if (!country || country === sheet.firm.country) return (number) => number;
  return (number) => dialledFrom(number, country);
}
