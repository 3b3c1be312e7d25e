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
  // all is measured before anything is taken out: each change of a long text makes the browser lay it anew
  const parts = cuts.map((cut) =>
    elements.map((element) => [...element.children].map((cell) => startBelow(cell, cut))),
  );
  for (const starts of parts.reverse()) {
    const rests = elements.map((element, at) => restOf(element, starts[at] ?? []));
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

function rangeOf(text: Text, from = 0, end = text.length): Range {
  const range = document.createRange();
  range.setStart(text, from);
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

/** Where the text of a cell goes on below a cut. */
type Start = { text: Text; at: number } | null;

/** What of each cell stands from its start on, taken out into a row like it. */
function restOf(row: HTMLElement, starts: Start[]): HTMLElement {
  const rest = row.cloneNode(false) as HTMLElement;
  for (const [at, cell] of [...row.children].entries()) {
    const below = cell.cloneNode(false) as HTMLElement;
    const start = starts[at];
    if (start) {
      const range = document.createRange();
      range.setStart(start.text, start.at);
      range.setEnd(cell, cell.childNodes.length);
      below.append(range.extractContents());
    }
    rest.append(below);
  }
  return rest;
}

function startBelow(cell: Element, cut: number): Start {
  const text = textsOf(cell).find((each) => bottomAt(each, each.length - 1) > cut + 1);
  return text ? { text, at: firstBelow(text, cut) } : null;
}

/** Pixels at which the letter ends; one that is not drawn, as a space at the end of a line, is where the one before it is. */
function bottomAt(text: Text, at: number): number {
  for (let letter = at; letter >= 0; letter--) {
    const [rect] = rangeOf(text, letter, letter + 1).getClientRects();
    if (rect) return rect.bottom;
  }
  return Number.NEGATIVE_INFINITY;
}

/** The first letter of a text that stands below the cut. */
function firstBelow(text: Text, cut: number): number {
  let [above, below] = [-1, text.length - 1];
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (bottomAt(text, middle) > cut + 1) below = middle;
    else above = middle;
  }
  const isHalf = /[\udc00-\udfff]/.test(text.data[below] ?? '');
  return isHalf ? below - 1 : below;
}
