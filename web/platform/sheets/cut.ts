// A piece that is taller than a sheet is cut between lines of its texts; each part goes on as a row of its own.
import type { Piece } from './pieces.ts';

/** Pixels around the text of a part: the padding of its cells and the rule below. */
const around = 14;

/** Leaves the first part in its place and puts the others after it. `room`: pixels that a part may take. */
export function cutTall({ elements, top, bottom }: Piece, room: number): void {
  const lines = elements.flatMap(linesOf);
  const cuts: number[] = [];
  for (let from = top; bottom - from > room; ) {
    from = cutAbove(lines, from, from + room - around);
    cuts.push(from);
  }
  for (const cut of cuts.reverse()) {
    const rests = elements.map((element) => restOf(element, cut));
    elements.at(-1)?.after(...rests);
  }
}

type Line = { top: number; bottom: number };

function textsOf(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function linesOf(element: Element): Line[] {
  return textsOf(element).flatMap((text) => [...rangeOf(text).getClientRects()]);
}

function rangeOf(text: Text, end = text.length): Range {
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, end);
  return range;
}

/** The lowest place down to `limit` that crosses no line; `limit` itself where there is none below `from`. */
function cutAbove(lines: Line[], from: number, limit: number): number {
  let cut = limit;
  for (;;) {
    const crossed = lines.filter(({ top, bottom }) => top + 1 < cut && cut < bottom - 1);
    if (crossed.length === 0) return cut;
    cut = Math.min(...crossed.map(({ top }) => top));
    if (cut <= from + around) return limit;
  }
}

/** What of each cell stands below the cut, taken out into a row like it. */
function restOf(row: HTMLElement, cut: number): HTMLElement {
  const rest = row.cloneNode(false) as HTMLElement;
  for (const cell of row.children) {
    const below = cell.cloneNode(false) as HTMLElement;
    const range = rangeBelow(cell, cut);
    if (range) below.append(range.extractContents());
    rest.append(below);
  }
  return rest;
}

function rangeBelow(cell: Element, cut: number): Range | null {
  for (const text of textsOf(cell)) {
    if (bottomOf(text, text.length) <= cut + 1) continue;
    const range = document.createRange();
    range.setStart(text, firstBelow(text, cut));
    range.setEnd(cell, cell.childNodes.length);
    return range;
  }
  return null;
}

const bottomOf = (text: Text, end: number) => rangeOf(text, end).getBoundingClientRect().bottom;

/** The first letter of a text that stands below the cut. */
function firstBelow(text: Text, cut: number): number {
  let [above, below] = [0, text.length];
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (bottomOf(text, middle) > cut + 1) below = middle;
    else above = middle;
  }
  return below - 1;
}
