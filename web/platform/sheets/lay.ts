// A flow of print is laid on sheets: measured as a long column, cut where a sheet is full, with the heads of tables on each. A long
// one is measured portion by portion, so that thousands of rows never stop the screen.
import { cutTall } from './cut.ts';
import { type Piece, piecesOf, repeated, wholesIn } from './pieces.ts';

/** Pixels that rounding may add to a sheet. */
const slack = 2;
/** Rows or blocks that are measured at once: some hundredths of a second. */
const atOnce = 200;

export type Laying = {
  /** Sheets that are full, or the last. */
  put(sheets: HTMLElement[]): void;
  /** Lets others have their turn; false: nobody wants the sheets any more. */
  goOn(): Promise<boolean>;
};

/**
 * `flow` stands in the document, hidden, in what is as wide as the text of a sheet, and is used up; `height`: pixels that a sheet has
 * for it. The first portion is laid before this returns. Answers false where it was given up.
 */
export async function layOnSheets(
  flow: HTMLElement,
  height: number,
  { put, goOn }: Laying,
): Promise<boolean> {
  const room = height - slack;
  for (const [at, table] of flow.querySelectorAll('table').entries()) table.dataset.table = String(at);
  const wholes = wholesIn(flow).map(({ element }) => element);
  let carried: HTMLElement[] = [];
  for (let from = 0; from < wholes.length; from += atOnce) {
    if (from > 0 && !(await goOn())) return false;
    const portion = partOf(flow, [...carried, ...wholes.slice(from, from + atOnce)]);
    const sheets = measured(portion, flow, room);
    const rest = from + atOnce < wholes.length ? sheets.pop() : [];
    put(sheets.map((pieces) => partOf(flow, elementsOf(pieces))));
    carried = elementsOf(rest ?? []);
    portion.remove();
  }
  return true;
}

const elementsOf = (pieces: Piece[]) => pieces.flatMap(({ elements }) => elements);

function measured(portion: HTMLElement, flow: HTMLElement, room: number): Piece[][] {
  flow.after(portion);
  holdColumns(portion, flow);
  const pieces = piecesOf(portion);
  const tall = pieces.filter(({ top, bottom, head }) => bottom - top + head > room);
  for (const piece of tall) cutTall(piece, room - piece.head);
  return shared(tall.length > 0 ? piecesOf(portion) : pieces, room);
}

/** The columns of a table are as wide on each sheet as they are over the first portion of it. */
function holdColumns(portion: HTMLElement, flow: HTMLElement): void {
  const tables = [...portion.querySelectorAll('table')].filter(({ style }) => style.tableLayout === '');
  const held = tables.map((table) => ({
    table,
    widths: [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width),
  }));
  for (const { table, widths } of held) {
    const whole = flow.querySelector<HTMLTableElement>(`table[data-table="${table.dataset.table}"]`);
    for (const each of [table, whole]) if (each) hold(each, widths);
  }
}

function hold(table: HTMLTableElement, widths: number[]): void {
  const group = document.createElement('colgroup');
  for (const width of widths) {
    const column = document.createElement('col');
    column.style.width = `${width}px`;
    group.append(column);
  }
  table.tHead?.before(group);
  table.style.tableLayout = 'fixed';
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

/** What a shell was made after, in the flow itself. */
const origins = new WeakMap<Element, Element>();
const originOf = (element: Element) => origins.get(element) ?? element;

/** The elements in what they stand in, made anew around them. */
function partOf(flow: HTMLElement, elements: HTMLElement[]): HTMLElement {
  const made = new Map<Element, Element>();
  const shellOf = (origin: Element): Element => {
    const known = made.get(origin);
    if (known) return known;
    const shell = origin.cloneNode(false) as Element;
    origins.set(shell, origin);
    for (const child of origin.tagName === 'TABLE' ? origin.children : [])
      if (repeated.has(child.tagName)) shell.append(child.cloneNode(true));
    made.set(origin, shell);
    if (origin !== flow) shellOf(originOf(origin.parentElement as Element)).append(shell);
    return shell;
  };
  const part = shellOf(flow) as HTMLElement;
  part.hidden = false;
  for (const element of elements) shellOf(originOf(element.parentElement as Element)).append(element);
  return part;
}
