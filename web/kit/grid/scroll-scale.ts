/**
 * Scrolling past the tallest element a browser can draw. The drawn body is never higher than `maxDrawn`; an anchor
 * says how far the drawn rows are shifted: place in the list = scrollTop + offset. Small steps move pixel by pixel,
 * jumps (the scrollbar's thumb) move in proportion, and a pause brings the two together again. Pure.
 */
export interface ScrollSpace {
  rows: number;
  rowHeight: number;
  /** Height of the visible part, pixels. */
  viewport: number;
}

export interface ScrollAnchor {
  scrollTop: number;
  /** A multiple of the row height. */
  offset: number;
}

/** Firefox stops near 17.8 million pixels, Chromium near 33 million. */
const maxDrawn = 15_000_000;

/** Height to give the body. */
export function drawnHeight({ rows, rowHeight }: ScrollSpace): number {
  return Math.min(rows, Math.floor(maxDrawn / rowHeight)) * rowHeight;
}

/** The anchor after the element was scrolled to `scrollTop`. */
export function followScroll(anchor: ScrollAnchor, scrollTop: number, space: ScrollSpace): ScrollAnchor {
  const step = Math.abs(scrollTop - anchor.scrollTop);
  if (step === 0) return anchor;
  if (step > space.viewport) return { scrollTop, offset: offsetAt(scrollTop, space) };
  return { scrollTop, offset: anchor.offset };
}

/** The anchor that shows `place` (pixels from the top of the whole list) with offset and thumb in step. */
export function anchorAt(place: number, space: ScrollSpace): ScrollAnchor {
  const last = Math.max(0, space.rows * space.rowHeight - space.viewport);
  const wanted = Math.min(Math.max(0, place), last);
  const near = offsetAt(wanted / stretch(space), space);
  const lowest = Math.max(0, drawnHeight(space) - space.viewport);
  // Whole rows: the shift may miss by a row, and then the thumb would stand outside its way.
  const offset =
    wanted < near ? near - space.rowHeight : wanted - near > lowest ? near + space.rowHeight : near;
  return { scrollTop: wanted - Math.max(0, offset), offset: Math.max(0, offset) };
}

/** Pixels from the top of the whole list. */
export function placeOf(anchor: ScrollAnchor): number {
  return anchor.scrollTop + anchor.offset;
}

/** True when thumb and list have drifted apart by more than a screen. */
export function hasDrifted(anchor: ScrollAnchor, space: ScrollSpace): boolean {
  const atEnd = anchor.scrollTop <= 0 || anchor.scrollTop >= drawnHeight(space) - space.viewport;
  const drift = Math.abs(anchorAt(placeOf(anchor), space).scrollTop - anchor.scrollTop);
  return drift > (atEnd ? 0 : space.viewport);
}

function offsetAt(scrollTop: number, space: ScrollSpace): number {
  const exact = scrollTop * (stretch(space) - 1);
  const most = space.rows * space.rowHeight - drawnHeight(space);
  return Math.min(most, Math.round(exact / space.rowHeight) * space.rowHeight);
}

/** How many pixels of the list one pixel of the thumb's way stands for. */
function stretch(space: ScrollSpace): number {
  const way = drawnHeight(space) - space.viewport;
  return way <= 0 ? 1 : (space.rows * space.rowHeight - space.viewport) / way;
}
