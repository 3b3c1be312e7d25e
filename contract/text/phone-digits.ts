// The digits of a telephone number, for search and for keys that need no numbering plan.
// Imports nothing, so that a list can use it without loading the library behind `phone.ts`.

const EXTENSION = /(?:доб|вн(?:утр|\.)|ext|extension|#|x\s*\d)[\s\S]*$/iu;

/**
 * Digits only, without the extension; a Russian number of 11 digits that begins with 8 begins with 7.
 * `8 (921) 123-45-67 доб. 5` gives `79211234567`. A text without digits gives an empty string.
 */
export function phoneDigits(text: string): string {
  const digits = text.normalize('NFKC').replace(EXTENSION, '').replace(/\D/g, '');
  return /^8\d{10}$/.test(digits) ? `7${digits.slice(1)}` : digits;
}

/** The shortest are those of a town or of a service; E.164 knows none longer. */
const digitsOfPhone = { least: 3, most: 15 };

/** Whether there are so many digits that it may be a number at all; the plan of its country may still refuse it. */
export function canBePhone(text: string): boolean {
  const { length } = phoneDigits(text).replace(/^(?:810|00)/, '');
  return length >= digitsOfPhone.least && length <= digitsOfPhone.most;
}
