// VAT numbers of the European Union, Great Britain, Northern Ireland, Norway and Switzerland:
// form for all, check digits where the country publishes a simple rule. Whether a number is alive only VIES can say.

export type VatFault = 'vat.country' | 'vat.format' | 'vat.checksum';

interface Country {
  form: RegExp;
  fits?: (body: string) => boolean;
}

function digitsOf(text: string): number[] {
  return Array.from(text.replace(/\D/g, ''), Number);
}

function sum(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
}

/** The last digit is the weighed sum of the others by 11 (10 counts as 0). */
function byEleven(weights: readonly number[]): (body: string) => boolean {
  return (body) => {
    const digits = digitsOf(body);
    return (sum(digits, weights) % 11) % 10 === digits[weights.length];
  };
}

/** The weighed sum of all digits is a multiple of `modulus`. */
function multiple(modulus: number, weights: readonly number[]): (body: string) => boolean {
  return (body) => sum(digitsOf(body), weights) % modulus === 0;
}

/** The last digit completes the weighed sum of the others to a multiple of `modulus` (10 and more count as 0). */
function completes(modulus: number, weights: readonly number[]): (body: string) => boolean {
  return (body) => {
    const digits = digitsOf(body);
    const check = (modulus - (sum(digits, weights) % modulus)) % modulus;
    return (check > 9 ? 0 : check) === digits[weights.length];
  };
}

/** ISO 7064 MOD 11,10. */
function iso7064(body: string): boolean {
  const digits = digitsOf(body);
  const rest = digits.slice(0, -1).reduce((product, digit) => (((product + digit) % 10 || 10) * 2) % 11, 10);
  return (11 - rest) % 10 === digits.at(-1);
}

/** Luhn's sum over the first `length` digits. */
function luhn(length: number): (body: string) => boolean {
  return (body) =>
    digitsOf(body)
      .slice(0, length)
      .reverse()
      .map((digit, i) => (i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)))
      .reduce((total, digit) => total + digit, 0) %
      10 ===
    0;
}

function austria(body: string): boolean {
  const digits = digitsOf(body);
  const doubled = digits
    .slice(0, 7)
    .map((digit, i) => (i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)));
  return (10 - ((doubled.reduce((total, digit) => total + digit, 0) + 4) % 10)) % 10 === digits[7];
}

/** Sole traders got a number by 97 in 2020; older numbers end in the weighed sum by 11. */
function netherlands(body: string): boolean {
  const expanded = Array.from(`NL${body}`, (sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(expanded) % 97n === 1n || byEleven([9, 8, 7, 6, 5, 4, 3, 2])(body.slice(0, 9));
}

function france(body: string): boolean {
  if (!/^\d{11}$/.test(body)) return true;
  return (12 + 3 * (Number(body.slice(2)) % 97)) % 97 === Number(body.slice(0, 2));
}

const COUNTRIES: Record<string, Country> = {
  AT: { form: /^U\d{8}$/, fits: austria },
  BE: { form: /^[01]\d{9}$/, fits: (body) => 97 - (Number(body.slice(0, 8)) % 97) === Number(body.slice(8)) },
  BG: { form: /^\d{9,10}$/ },
  CHE: { form: /^\d{9}(MWST|TVA|IVA)?$/, fits: completes(11, [5, 4, 3, 2, 7, 6, 5, 4]) },
  CY: { form: /^\d{8}[A-Z]$/ },
  CZ: { form: /^\d{8,10}$/ },
  DE: { form: /^\d{9}$/, fits: iso7064 },
  DK: { form: /^\d{8}$/, fits: multiple(11, [2, 7, 6, 5, 4, 3, 2, 1]) },
  EE: { form: /^\d{9}$/, fits: multiple(10, [3, 7, 1, 3, 7, 1, 3, 7, 1]) },
  EL: { form: /^\d{9}$/, fits: byEleven([256, 128, 64, 32, 16, 8, 4, 2]) },
  ES: { form: /^[A-Z\d]\d{7}[A-Z\d]$/ },
  FI: { form: /^\d{8}$/, fits: completes(11, [7, 9, 10, 5, 8, 4, 2]) },
  FR: { form: /^[A-HJ-NP-Z\d]{2}\d{9}$/, fits: france },
  GB: { form: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/ },
  HR: { form: /^\d{11}$/, fits: iso7064 },
  HU: { form: /^\d{8}$/, fits: completes(10, [9, 7, 3, 1, 9, 7, 3]) },
  IE: { form: /^\d[A-Z\d+*]\d{5}[A-Z]{1,2}$/ },
  IT: { form: /^\d{11}$/, fits: luhn(11) },
  LT: { form: /^(\d{9}|\d{12})$/ },
  LU: { form: /^\d{8}$/, fits: (body) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)) },
  LV: { form: /^\d{11}$/ },
  MT: { form: /^\d{8}$/, fits: multiple(37, [3, 4, 6, 7, 8, 9, 10, 1]) },
  NL: { form: /^[A-Z\d+*]{9}B\d{2}$/, fits: netherlands },
  NO: { form: /^\d{9}(MVA)?$/, fits: completes(11, [3, 2, 7, 6, 5, 4, 3, 2]) },
  PL: { form: /^\d{10}$/, fits: byEleven([6, 5, 7, 2, 3, 4, 5, 6, 7]) },
  PT: { form: /^\d{9}$/, fits: completes(11, [9, 8, 7, 6, 5, 4, 3, 2]) },
  RO: { form: /^\d{2,10}$/ },
  SE: { form: /^\d{10}01$/, fits: luhn(10) },
  SI: { form: /^[1-9]\d{7}$/, fits: completes(11, [8, 7, 6, 5, 4, 3, 2]) },
  SK: { form: /^[1-9]\d{9}$/, fits: (body) => Number(body) % 11 === 0 },
  XI: { form: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/ },
};

/** Greece signs its numbers EL, people write GR; Switzerland's prefix has three letters. */
function prefixOf(number: string): string {
  if (number.startsWith('CHE')) return 'CHE';
  return number.startsWith('GR') ? 'EL' : number.slice(0, 2);
}

/** Checks a VAT number that begins with its country, with or without spaces, dots and hyphens. An empty value has no fault. */
export function checkVat(value: string): VatFault | null {
  const number = value
    .normalize('NFKC')
    .replace(/[\s.\p{Pd}]/gu, '')
    .toUpperCase();
  if (number === '') return null;
  const prefix = prefixOf(number);
  const country = COUNTRIES[prefix];
  if (!country) return 'vat.country';
  const body = number.slice(prefix.length);
  if (!country.form.test(body)) return 'vat.format';
  return country.fits && !country.fits(body) ? 'vat.checksum' : null;
}
