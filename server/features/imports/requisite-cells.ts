// Pure: cells of requisites and telephones that hold no number: what people write where there is none, and what a spreadsheet made of one.
import { fold } from '../../../contract/text/fold.ts';
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

/** `7,70708E+09`: a spreadsheet shows a long number so and keeps but these digits of it in a CSV. */
const shortened = /^[+-]?\d(?:[.,]\d+)?e\+\d+$|^[+-]?\d[.,]\d+e\d+$/iu;

/** Reasons for the cells of numbers of which digits are lost. */
export function lostDigits(cells: Cell[]): Reason[] {
  return cells
    .filter(({ text }) => shortened.test(text))
    .map((cell) => reasonAt(cell, 'reason.lostDigits', { text: cell.text.slice(0, 50) }));
}
