// What floats beside a cell: below it where there is room, else above, and always on the screen.
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useHeldFocus } from '../use-held-focus.ts';
import { useReturnedFocus } from '../use-returned-focus.ts';
import styles from './calendar-grid.module.css';

type PreviewBoxProps = {
  box: DOMRect;
  /** Opened by a key: takes the focus, and gives it back. */
  byKey: boolean;
  onEnter(): void;
  onDragStart(): void;
  onLeave(): void;
  onClose(): void;
  children: ReactNode;
};

const gap = 4; // px

export function PreviewBox({ box, byKey, children, ...tell }: PreviewBoxProps) {
  const own = useRef<HTMLDivElement>(null);
  const holdFocus = useHeldFocus(byKey);
  const [place, setPlace] = useState({ left: box.left, top: box.bottom + gap });
  const [dragging, setDragging] = useState(false);
  useLayoutEffect(() => {
    const element = own.current;
    if (!element) return;
    const put = () => {
      const { width, height } = element.getBoundingClientRect();
      const below = box.bottom + gap + height <= window.innerHeight;
      setPlace({
        left: Math.max(gap, Math.min(box.left, window.innerWidth - width - gap)),
        top: below ? box.bottom + gap : Math.max(gap, box.top - gap - height),
      });
    };
    put();
    const grown = new ResizeObserver(put);
    grown.observe(element);
    return () => grown.disconnect();
  }, [box]);
  return (
    <div
      ref={(element) => {
        own.current = element;
        holdFocus(element);
      }}
      role="dialog"
      className={styles.preview}
      style={place}
      data-dragging={dragging || undefined}
      tabIndex={-1}
      onMouseEnter={tell.onEnter}
      onMouseLeave={tell.onLeave}
      onDragStart={() => {
        tell.onDragStart();
        setTimeout(() => setDragging(true), 0);
      }}
      onDragEnd={tell.onClose}
      onClick={(event) => (event.target as Element).closest('button') && tell.onClose()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        tell.onClose();
      }}
    >
      {byKey && <ReturnedFocus />}
      {children}
    </div>
  );
}

function ReturnedFocus() {
  useReturnedFocus();
  return null;
}
