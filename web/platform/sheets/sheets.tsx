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
import { useSay } from '../texts.tsx';
import { layOnSheets } from './lay.ts';
import styles from './sheets.module.css';

export type Paper = 'landscape' | 'portrait';

/** A4 and its margins, millimetres. */
const sizes = { landscape: { width: 297, height: 210 }, portrait: { width: 210, height: 297 } };
const margins = { top: 12, side: 10, bottom: 14 };
const pixelsOfMillimetre = 96 / 25.4;

/** The children are drawn out of sight, by React as ever; the sheets are made of copies of them. */
export function Sheets({ paper, children }: { paper: Paper; children: ReactNode }) {
  const say = useSay();
  const [source] = useState(() => document.createElement('div'));
  const desk = useRef<HTMLElement>(null);
  const { width, height } = sizes[paper];
  const lay = useCallback(() => {
    const flow = source.cloneNode(true) as HTMLElement;
    flow.className = styles.flow as string;
    desk.current?.append(flow);
    const room = (height - margins.top - margins.bottom) * pixelsOfMillimetre;
    const sheets = layOnSheets(flow, room);
    desk.current?.replaceChildren(
      ...sheets.map((sheet, at) => {
        const numbers = { number: at + 1, count: sheets.length };
        return placed(sheet, say('print.sheet', numbers), `${numbers.number} / ${numbers.count}`);
      }),
    );
  }, [source, height, say]);
  useLayoutEffect(lay, [lay]);
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

function measures(paper: Paper) {
  const { width, height } = sizes[paper];
  return {
    '--sheet-width': `${width}mm`,
    '--sheet-height': `${height}mm`,
    '--sheet-margins': `${margins.top}mm ${margins.side}mm ${margins.bottom}mm`,
    '--sheet-side': `${margins.side}mm`,
  } as CSSProperties;
}

function placed(sheet: HTMLElement, label: string, number: string): HTMLElement {
  const place = document.createElement('section');
  place.className = styles.place as string;
  place.ariaLabel = label;
  const foot = document.createElement('footer');
  foot.className = styles.foot as string;
  foot.textContent = number;
  const white = document.createElement('div');
  white.className = styles.white as string;
  sheet.className = styles.text as string;
  white.append(sheet, foot);
  place.append(white);
  return place;
}

/** Whatever React writes later, and letters that come later than the text. */
function useAfterChanges(source: HTMLElement, lay: () => void): void {
  useEffect(() => {
    const observer = new MutationObserver(lay);
    observer.observe(source, { childList: true, subtree: true, characterData: true, attributes: true });
    document.fonts.addEventListener('loadingdone', lay);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', lay);
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
