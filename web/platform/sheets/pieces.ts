// What a flow of print is made of: pieces that stay whole, and where each of them lies while the flow is one long column.

export type Piece = {
  /** What stands side by side, mostly one. */
  elements: HTMLElement[];
  /** Pixels from wherever the flow begins. */
  top: number;
  bottom: number;
  /** Pixels of the heads that stand above it, on each sheet. */
  head: number;
  /** Not the last on its sheet: a heading. */
  leads: boolean;
  /** The first on its sheet. */
  begins: boolean;
};

const opened = new Set(['TABLE', 'TBODY', 'SECTION', 'DL']);
/** What a table has on each sheet. */
export const repeated = new Set(['CAPTION', 'COLGROUP', 'THEAD']);

export function piecesOf(flow: HTMLElement): Piece[] {
  const heads = new Map([...flow.querySelectorAll('table')].map((table) => [table, headOf(table)]));
  const pieces: Piece[] = [];
  for (const { element, begins } of wholesIn(flow)) {
    const { top, bottom } = element.getBoundingClientRect();
    const before = pieces.at(-1);
    if (before && before.elements[0]?.parentElement === element.parentElement && before.top === top) {
      before.elements.push(element);
      before.bottom = Math.max(before.bottom, bottom);
      continue;
    }
    const table = element.tagName === 'TR' && element.closest('table');
    const head = (table && heads.get(table)) || 0;
    const leads = getComputedStyle(element).breakAfter === 'avoid';
    pieces.push({ elements: [element], top, bottom, head, leads, begins });
  }
  return pieces;
}

/** What does not repeat and is not opened, in order. */
export function wholesIn(parent: HTMLElement, begins = false): { element: HTMLElement; begins: boolean }[] {
  const children = [...parent.children].filter(({ tagName }) => !repeated.has(tagName)) as HTMLElement[];
  return children.flatMap((element, at) => {
    const first = (at === 0 && begins) || getComputedStyle(element).breakBefore === 'page';
    const isOpened = opened.has(element.tagName) && !(element instanceof HTMLTableElement && isBare(element));
    return isOpened ? wholesIn(element, first) : [{ element, begins: first }];
  });
}

const isBare = ({ tBodies }: HTMLTableElement) => [...tBodies].every(({ rows }) => rows.length === 0);

function headOf(table: HTMLTableElement): number {
  const [first] = [...table.tBodies].flatMap(({ rows }) => [...rows].slice(0, 1));
  return first ? first.getBoundingClientRect().top - table.getBoundingClientRect().top : 0;
}
