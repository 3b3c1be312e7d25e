/** Which rows are on the screen. Rows have one height, so this is division; scroll-scale.ts adds the long lists. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { anchorAt, followScroll, hasDrifted, placeOf, type ScrollSpace } from './scroll-scale.ts';

export interface RowWindow {
  /** First and last row to draw, with some to spare on both sides. */
  first: number;
  last: number;
  /** Rows are drawn this many pixels higher than their place in the list. */
  offset: number;
}

interface Viewed {
  scroller: HTMLElement;
  rows: number;
  rowHeight: number;
  /** What the sticky header covers, pixels. */
  headHeight: number;
  /** Whether the first rows have come. */
  filled: boolean;
}

const spare = 10;
/** The window moves by whole steps: fewer renders while scrolling. */
const step = 4;
/** A pause after which thumb and list are brought together, milliseconds. */
const pause = 160;

export function useRowWindow(viewed: Viewed) {
  const { scroller, rowHeight, filled } = viewed;
  const anchor = useRef({ scrollTop: scroller.scrollTop, offset: 0 });
  const space = useSpace(viewed);
  useShift(scroller);
  const spaceNow = useRef(space);
  const isSparing = useRef(false);
  const [window, setWindow] = useState<RowWindow>(() => windowAt(anchor.current, space, false));
  const refresh = useCallback(() => {
    setWindow((old) => sameOr(old, windowAt(anchor.current, spaceNow.current, isSparing.current)));
  }, []);
  const drawSpare = useCallback(() => {
    isSparing.current = true;
    refresh();
  }, [refresh]);
  useWhenIdle(filled, drawSpare);
  const goToPlace = useCallback(
    (place: number) => {
      anchor.current = anchorAt(place, spaceNow.current);
      scroller.scrollTop = anchor.current.scrollTop;
      refresh();
    },
    [scroller, refresh],
  );
  useLayoutEffect(() => {
    const before = spaceNow.current;
    spaceNow.current = space;
    const grown = space.rowHeight / before.rowHeight;
    if (grown !== 1) goToPlace(placeOf(anchor.current) * grown);
    else refresh();
  }, [space, goToPlace, refresh]);
  useScrolling(scroller, () => {
    anchor.current = followScroll(anchor.current, scroller.scrollTop, spaceNow.current);
    drawSpare();
  });
  usePause(scroller, () => {
    if (hasDrifted(anchor.current, spaceNow.current)) goToPlace(placeOf(anchor.current));
  });
  const reveal = useCallback(
    (index: number) => {
      const place = placeToReveal(index, placeOf(anchor.current), spaceNow.current);
      if (place !== undefined) goToPlace(place);
    },
    [goToPlace],
  );
  const page = Math.max(1, Math.floor(space.viewport / rowHeight) - 1);
  return { window, space, reveal, goToPlace, page, slots: drawnRows(space) };
}

/** Where to scroll so that a row is seen; undefined when it is. */
function placeToReveal(
  index: number,
  place: number,
  { viewport, rowHeight }: ScrollSpace,
): number | undefined {
  const top = index * rowHeight;
  if (top < place) return top;
  return top + rowHeight > place + viewport ? top + rowHeight - viewport : undefined;
}

/** Rows to spare are drawn after those that are seen: they would double what the first ones take. */
function windowAt(
  anchor: { scrollTop: number; offset: number },
  space: ScrollSpace,
  isSparing: boolean,
): RowWindow {
  const top = Math.floor(placeOf(anchor) / space.rowHeight);
  const first = Math.max(0, Math.floor((top - spare) / step) * step);
  const last = isSparing ? first + drawnRows(space) - 1 : top + seenRows(space);
  return { first, last: Math.min(space.rows - 1, last), offset: anchor.offset };
}

const seenRows = ({ viewport, rowHeight }: ScrollSpace) => Math.ceil(viewport / rowHeight);

function useWhenIdle(isTime: boolean, work: () => void): void {
  useEffect(() => {
    if (!isTime) return;
    if (typeof requestIdleCallback !== 'function') return void setTimeout(work, 50);
    const asked = requestIdleCallback(work);
    return () => cancelIdleCallback(asked);
  }, [isTime, work]);
}

/** How many rows are drawn at once when the list is long enough. */
function drawnRows(space: ScrollSpace): number {
  return seenRows(space) + 2 * spare + step + 1;
}

function sameOr(old: RowWindow, next: RowWindow): RowWindow {
  return old.first === next.first && old.last === next.last && old.offset === next.offset ? old : next;
}

/** Says on the element itself whether it is scrolled to the side: the styles know what has to stay then. */
function useShift(scroller: HTMLElement): void {
  useScrolling(scroller, () => {
    scroller.toggleAttribute('data-shifted', scroller.scrollLeft > 0);
  });
}

function useScrolling(scroller: HTMLElement, onScroll: () => void) {
  const latest = useRef(onScroll);
  useEffect(() => {
    latest.current = onScroll;
  });
  useEffect(() => {
    const listener = () => latest.current();
    scroller.addEventListener('scroll', listener, { passive: true });
    return () => scroller.removeEventListener('scroll', listener);
  }, [scroller]);
}

function usePause(scroller: HTMLElement, onPause: () => void) {
  const timer = useRef(0);
  useScrolling(scroller, () => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(onPause, pause);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

/** The list's measures, kept in step with the size of the scroller. */
function useSpace({ scroller, rows, rowHeight, headHeight }: Viewed): ScrollSpace {
  const [height, setHeight] = useState(() => scroller.clientHeight);
  useEffect(() => {
    const observer = new ResizeObserver(() => setHeight(scroller.clientHeight));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scroller]);
  return useMemo(
    () => ({ rows, rowHeight, viewport: Math.max(0, height - headHeight) }),
    [rows, rowHeight, height, headHeight],
  );
}
