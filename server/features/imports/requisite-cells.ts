// Pure: cells that do not hold what they should: what people write where there is no number, and what a spreadsheet made of numbers and formulas.
import { fold } from '../../../contract/text/fold.ts';
import { checkBik, checkInn, checkKpp } from '../../../contract/text/requisites.ts';
import { type Cell, cellsOf, type Reason, reasonAt } from './sheet.ts';

/** The whole cell: `—`, `нет`, `н/д`, `n/a`, `не указан`, `0`, `#N/A` … */
const nothing =
  /^(?:[\p{P}\p{S}\s]+|[0\s-]+|нет|без \S+|н\P{L}?д|n\P{L}?a|none|null|nil|no|unknown|не ?(?:указан|извест|задан|заполн|примен)\S*|отсутств\S*|#\P{Nd}+)$/u;

/** Whether a requisite is what people write where there is nothing to write. */
export function isNothing(text: string): boolean {
  return nothing.test(fold(text));
}

/** The cells of the fields that hold a requisite. */
export function requisiteCells(...[row, sheet, ...fields]: Parameters<typeof cellsOf>): Cell[] {
  return cellsOf(row, sheet, ...fields).filter(({ text }) => !isNothing(text));
}

/** What a spreadsheet shows for a formula that failed, in English and in Russian. */
const failed =
  /^#(?:n\/a|null!|div\/0!|value!|ref!|name\?|num!|spill!|calc!|field!|н\/д|пусто!|дел\/0!|знач!|ссылка!|имя\?|число!|перенос!|вычисл!|поле!)$/u;

/** Reasons for the cells of names in which a formula failed. */
export function failedCells(cells: Cell[]): Reason[] {
  return cells
    .filter(({ text }) => failed.test(fold(text)))
    .map((cell) => reasonAt(cell, 'reason.errorCell', { text: cell.text }));
}

/** Requisites that may begin with a zero, and whether a number is one. */
const zeroed: Record<string, (digits: string) => boolean> = {
  inn: (digits) => checkInn(digits) === null,
  bik: (digits) => checkBik(digits) === null,
  kpp: (digits) => checkKpp(digits) === null,
};

/** A spreadsheet that takes a requisite for a number shows it without its first zero: it comes back where it makes it right. */
export function withFirstZero(field: string, text: string): string {
  const whole = `0${text}`;
  return /^[1-9]\d*$/.test(text) && zeroed[field]?.(whole) ? whole : text;
}

/** `7,70708E+09`: a spreadsheet shows a long number so and keeps but these digits of it in a CSV. */
const shortened = /^[+-]?\d(?:[.,]\d+)?e\+\d+$|^[+-]?\d[.,]\d+e\d+$/iu;

/** Reasons for the cells of numbers of which digits are lost. */
export function lostDigits(cells: Cell[]): Reason[] {
  return cells
    .filter(({ text }) => shortened.test(text))
    .map((cell) => reasonAt(cell, 'reason.lostDigits', { text: cell.text.slice(0, 50) }));
}
