// A flow of print is laid on sheets: measured once as one long column, then cut where a sheet is full, with the heads of tables on each.
import { cutTall } from './cut.ts';
import { type Piece, piecesOf, repeated } from './pieces.ts';

/** Pixels that rounding may add to a sheet. */
const slack = 2;

/** `flow` stands in the document as wide as the text of a sheet and is used up. `height`: pixels that a sheet has for it. */
export function layOnSheets(flow: HTMLElement, height: number): HTMLElement[] {
  const room = height - slack;
  holdColumns(flow);
  const pieces = piecesOf(flow);
  const tall = pieces.filter(({ top, bottom, head }) => bottom - top + head > room);
  for (const piece of tall) cutTall(piece, room - piece.head);
  return shared(tall.length > 0 ? piecesOf(flow) : pieces, room).map((pieces) => sheetOf(flow, pieces));
}

/** The columns of a table are as wide on each sheet as they are over the whole of it. */
function holdColumns(flow: HTMLElement): void {
  const tables = [...flow.querySelectorAll('table')].map((table) => ({
    table,
    widths: [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width),
  }));
  for (const { table, widths } of tables) {
    const group = document.createElement('colgroup');
    for (const width of widths) {
      const column = document.createElement('col');
      column.style.width = `${width}px`;
      group.append(column);
    }
    table.tHead?.before(group);
    table.style.tableLayout = 'fixed';
  }
}

/** Pieces by sheets. A heading goes with what follows it. */
function shared(pieces: Piece[], room: number): Piece[][] {
  const sheets: Piece[][] = [];
  const sheet: Piece[] = [];
  for (const piece of pieces) {
    const [first] = sheet;
    const isFull = first !== undefined && piece.bottom - (first.top - first.head) > room;
    if (first && (piece.begins || isFull)) {
      const kept = sheet.findLastIndex(({ leads }) => !leads) + 1;
      sheets.push(kept > 0 ? sheet.splice(0, kept) : sheet.splice(0));
    }
    sheet.push(piece);
  }
  return sheet.length > 0 ? [...sheets, sheet] : sheets;
}

/** The pieces in what they stood in, made anew around them. */
function sheetOf(flow: HTMLElement, pieces: Piece[]): HTMLElement {
  const sheet = flow.cloneNode(false) as HTMLElement;
  const made = new Map<Element, Element>([[flow, sheet]]);
  const placeOf = (parent: Element): Element => {
    const known = made.get(parent);
    if (known) return known;
    const place = parent.cloneNode(false) as Element;
    for (const child of parent.tagName === 'TABLE' ? parent.children : [])
      if (repeated.has(child.tagName)) place.append(child.cloneNode(true));
    made.set(parent, place);
    placeOf(parent.parentElement as Element).append(place);
    return place;
  };
  for (const element of pieces.flatMap(({ elements }) => elements))
    placeOf(element.parentElement as Element).append(element);
  return sheet;
}
