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
  onLeave(): void;
  onClose(): void;
  children: ReactNode;
};

const gap = 4; // px

export function PreviewBox({ box, byKey, onEnter, onLeave, onClose, children }: PreviewBoxProps) {
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
      onMouseEnter={onEnter}
      onMouseLeave={onLeave}
      onDragStart={() => setTimeout(() => setDragging(true), 0)}
      onDragEnd={onClose}
      onClick={(event) => (event.target as Element).closest('button') && onClose()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
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
