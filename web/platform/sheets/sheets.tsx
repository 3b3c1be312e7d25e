// The preview of paper: white sheets on a desk, each with its number at its foot; what a sheet shows is what the paper gets.
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { type Say, useSay } from '../texts.tsx';
import { layOnSheets } from './lay.ts';
import styles from './sheets.module.css';

export type Paper = 'landscape' | 'portrait';

/** A4 and its margins, millimetres. */
const sizes = { landscape: { width: 297, height: 210 }, portrait: { width: 210, height: 297 } };
const margins = { top: 12, side: 10, bottom: 14 };
const pixelsOfMillimetre = 96 / 25.4;

/** How many sheets there are so far, and whether these are all. */
export type Laid = { count: number; whole: boolean };

type SheetsProps = { paper: Paper; onLaid(laid: Laid): void; children: ReactNode };

/** The children are drawn out of sight, by React as ever; the sheets are made of copies of them. */
export function Sheets({ paper, onLaid, children }: SheetsProps) {
  const say = useSay();
  const [source] = useState(() => document.createElement('div'));
  const desk = useRef<HTMLElement>(null);
  /** Sheets that are asked for later take the place of those that are on their way. */
  const turn = useRef(0);
  const { width, height } = sizes[paper];
  const lay = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const flow = source.cloneNode(true) as HTMLElement;
    flow.className = styles.flow as string;
    flow.hidden = true;
    desk.current?.append(flow);
    const sheets: HTMLElement[] = [];
    const put = (more: HTMLElement[]) => {
      if (sheets.length === 0) desk.current?.replaceChildren(flow);
      const places = more.map(placed);
      sheets.push(...places);
      desk.current?.append(...places);
      onLaid({ count: sheets.length, whole: false });
    };
    const goOn = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      return mine === turn.current;
    };
    const room = (height - margins.top - margins.bottom) * pixelsOfMillimetre;
    layOnSheets(flow, room, { put, goOn }).then(async (whole) => {
      flow.remove();
      // Letters that are still on their way have other widths: what comes of them is laid anew.
      if (whole && document.fonts.status === 'loading') whole = await document.fonts.ready.then(goOn);
      if (!whole) return;
      if (sheets.length === 0) desk.current?.replaceChildren();
      for (const [at, sheet] of sheets.entries()) number(sheet, at + 1, sheets.length, say);
      onLaid({ count: sheets.length, whole: true });
    });
  }, [source, height, say, onLaid]);
  useLayoutEffect(() => {
    lay();
    return () => {
      turn.current += 1;
    };
  }, [lay]);
  useAfterChanges(source, lay);
  useScale(desk, width * pixelsOfMillimetre);
  return (
    <>
      <style>{`@page { size: A4 ${paper}; margin: 0; }`}</style>
      {createPortal(children, source)}
      <main ref={desk} className={styles.desk} style={measures(paper)} />
    </>
  );
}

function number(sheet: HTMLElement, at: number, count: number, say: Say): void {
  sheet.ariaLabel = say('print.sheet', { number: at, count });
  const foot = sheet.querySelector('footer');
  if (foot) foot.textContent = `${at} / ${count}`;
}

function measures(paper: Paper) {
  const { width, height } = sizes[paper];
  return {
    '--sheet-width': `${width}mm`,
    '--sheet-height': `${height}mm`,
    '--sheet-margins': `${margins.top}mm ${margins.side}mm ${margins.bottom}mm`,
    '--sheet-side': `${margins.side}mm`,
  } as CSSProperties;
}

function placed(sheet: HTMLElement): HTMLElement {
  const place = document.createElement('section');
  place.className = styles.place as string;
  const foot = document.createElement('footer');
  foot.className = styles.foot as string;
  const white = document.createElement('div');
  white.className = styles.white as string;
  sheet.className = styles.text as string;
  white.append(sheet, foot);
  place.append(white);
  return place;
}

const faceName = ({ family, style, weight, unicodeRange }: FontFace) =>
  [family, style, weight, unicodeRange].join();

/** Whatever React writes later, and letters that come later than the text; to print is to load those that are here once more. */
function useAfterChanges(source: HTMLElement, lay: () => void): void {
  useEffect(() => {
    const observer = new MutationObserver(lay);
    observer.observe(source, { childList: true, subtree: true, characterData: true, attributes: true });
    const known = new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(faceName));
    const onFaces = ({ fontfaces }: FontFaceSetLoadEvent) => {
      const more = fontfaces.map(faceName).filter((name) => !known.has(name));
      for (const name of more) known.add(name);
      if (more.length > 0) lay();
    };
    document.fonts.addEventListener('loadingdone', onFaces);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', onFaces);
    };
  }, [source, lay]);
}

/** A sheet is never wider than the desk. */
function useScale(desk: RefObject<HTMLElement | null>, width: number): void {
  useLayoutEffect(() => {
    const shown = desk.current;
    if (!shown) return;
    const observer = new ResizeObserver(([entry]) => {
      const scale = Math.min(1, (entry?.contentRect.width ?? width) / width);
      shown.style.setProperty('--sheet-scale', String(scale));
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [desk, width]);
}
