// One line of a CSV file for export and for refused rows, safe to open in a spreadsheet.

const FORMULA_START = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u;
/** Numbers and telephones begin with signs too but compute nothing: digits with the signs people write between them. */
const NUMBER = /^[+-]?\d[\d\s\u00a0.,]*(?:e[+-]?\d+)?%?$/iu;
const PHONE = /^\+?[\d\s()\u00a0.-]*\d[\d\s()\u00a0.-]*$/u;

/** A telephone may hold hyphens, but `-1-1` and `+1+1` are sums to a spreadsheet. */
function isHarmless(cell: string): boolean {
  if (/[\t\r\n]/.test(cell)) return false;
  return NUMBER.test(cell) || (/^\+\d/.test(cell) && PHONE.test(cell) && cell.replace(/\D/g, '').length >= 7);
}

/** The cell as text to every spreadsheet: what it would compute gets an apostrophe before it. */
function neutral(cell: string): string {
  return FORMULA_START.test(cell) && !isHarmless(cell) ? `'${cell}` : cell;
}

/** What the cell was before it was written so. */
export function asItWas(cell: string): string {
  return cell.startsWith("'") && neutral(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

/** A line without its end. Cells are quoted when they must be; quotes inside are doubled. */
export function csvLine(cells: readonly string[], { delimiter = ';' }: { delimiter?: string } = {}): string {
  return cells
    .map((raw) => {
      const cell = neutral(raw);
      const mustQuote = cell.includes(delimiter) || /["\r\n]|^\s|\s$/u.test(cell);
      return mustQuote ? `"${cell.replaceAll('"', '""')}"` : cell;
    })
    .join(delimiter);
}
