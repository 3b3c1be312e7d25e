/** The handle at a column's right edge: mouse, pen and finger alike; a double click fits the column to its text. */
import { type PointerEvent, useRef } from 'react';
import styles from './grid.module.css';

interface ResizerProps {
  label: string;
  width: number;
  minWidth: number;
  /** While the handle moves; nothing is kept yet. */
  onPreview(width: number): void;
  onResize(width: number): void;
  onFit(): void;
}

export function ColumnResizer({ label, width, minWidth, onPreview, onResize, onFit }: ResizerProps) {
  const start = useRef<{ x: number; width: number } | undefined>(undefined);
  const widthAt = (event: PointerEvent) =>
    start.current
      ? Math.max(minWidth, Math.round(start.current.width + event.clientX - start.current.x))
      : width;
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const finish = (event: PointerEvent<HTMLDivElement>) => {
    if (!start.current) return;
    const wanted = widthAt(event);
    start.current = undefined;
    if (wanted !== width) onResize(wanted);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Shift+arrows on the header do the same by keyboard
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={minWidth}
      className={styles.resizer}
      title={label}
      draggable={false}
      onPointerDown={begin}
      onPointerMove={(event) => start.current && onPreview(widthAt(event))}
      onPointerUp={finish}
      onPointerCancel={finish}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onFit();
      }}
    />
  );
}
