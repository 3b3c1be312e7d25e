// Cells in which people keep several telephones or e-mails at once. Pure; loses no character but separators.

/** Fewer digits than this are an extension or the tail of a number, not a number of their own. */
const SHORTEST_NUMBER = 5;
const EXTENSION_START = /^\s*\(?\s*(?:доб|вн|ext|#|x\s*\d)/iu;

function countDigits(text: string): number {
  return text.replace(/\P{Nd}/gu, '').length;
}

/** Joins pieces that cannot stand alone to their left neighbour, with the separator that stood between them. */
function joinTails(parts: string[]): string[] {
  const numbers: string[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const piece = parts[i] ?? '';
    const left = numbers.at(-1);
    const standsAlone = countDigits(piece) >= SHORTEST_NUMBER && !EXTENSION_START.test(piece);
    if (left === undefined || (standsAlone && countDigits(left) >= SHORTEST_NUMBER)) numbers.push(piece);
    else numbers[numbers.length - 1] = left + (parts[i - 1] ?? '') + piece;
  }
  return numbers;
}

/**
 * The telephones of one cell, each as typed. Separators: `;`, a new line, `,`, `/`, `|`, "и", "and", or a `+` after a space.
 * A comma or slash inside one number (`8(831)381-69-67, доб.6925`, `225-43-21/22`) does not break it.
 */
export function splitPhones(text: string): string[] {
  return text
    .split(/[;\n\r]+/u)
    .flatMap((line) => joinTails(line.split(/([,/|]|\s(?:и|and|или|or)\s|(?<=[\d)])\s{1,5}(?=\+))/iu)))
    .map((number) => number.trim())
    .filter((number) => number !== '');
}

const EMAIL_SEPARATOR = /[;,\s|]+|\/(?=[^/\s]*@)/u;

/** The e-mails of one cell, each as typed but without `mailto:` and the brackets of `Name <address>`. */
export function splitEmails(text: string): string[] {
  return text
    .split(EMAIL_SEPARATOR)
    .map((word) => word.replace(/^mailto:/iu, '').replace(/^[<("'«]+|[>)"'».]+$/gu, ''))
    .filter((word) => word.includes('@'));
}

/** What only leads to an address or joins two. */
const LEADING = /^\P{L}*(?:e-?mail|mail|почта|и|and|или|or)\P{L}*$/iu;

/** The words of a cell of e-mails that are none: `Ivan <a@b.example>`, `a@b.example, ask for Olga`. */
export function besideEmails(text: string): string[] {
  return text
    .split(EMAIL_SEPARATOR)
    .filter((word) => !word.includes('@') && /[\p{L}\p{N}]/u.test(word) && !LEADING.test(word));
}

/** The words of a cell of telephones that stand in no number of it. */
export function besidePhones(text: string): string[] {
  return splitPhones(text)
    .filter((piece) => /\p{L}/u.test(piece) && !/\p{Nd}/u.test(piece))
    .flatMap((piece) => piece.split(/\s+/u));
}
