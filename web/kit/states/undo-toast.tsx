/** What stands in a toast after a change: what was done, and ten seconds to take it back. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import styles from './states.module.css';

/** Milliseconds. */
export const undoTime = 10_000;

interface UndoToastProps {
  text: string;
  undoLabel: string;
  onUndo(): void;
  /** What else can be done with it: to look at what was made. */
  more?: { label: string; onClick(): void } | undefined;
  /** The time is over; the pointer or the focus on the toast stops the clock. */
  onExpire(): void;
  milliseconds?: number;
}

export function UndoToast({
  text,
  undoLabel,
  onUndo,
  more,
  onExpire,
  milliseconds = undoTime,
}: UndoToastProps) {
  const expire = useRef(onExpire);
  const circle = useRef<SVGCircleElement>(null);
  useEffect(() => {
    expire.current = onExpire;
  });
  const pause = () =>
    circle.current?.getAnimations().forEach((animation) => {
      animation.pause();
    });
  const go = () =>
    circle.current?.getAnimations().forEach((animation) => {
      animation.play();
    });
  return (
    <div
      className={styles.toast}
      role="status"
      onMouseEnter={pause}
      onMouseLeave={go}
      onFocus={pause}
      onBlur={go}
    >
      <svg className={styles.countdown} viewBox="0 0 36 36" aria-hidden>
        <circle className={styles.track} cx="18" cy="18" r="15.9" style={{ strokeWidth: 4 }} />
        <circle
          ref={circle}
          className={styles.left}
          cx="18"
          cy="18"
          r="15.9"
          style={{ animationDuration: `${milliseconds}ms`, strokeWidth: 4 }}
          onAnimationEnd={() => expire.current()}
        />
      </svg>
      <span className={styles.toastText} title={text}>
        {text}
      </span>
      {more && (
        <Button variant="subtle" size="compact-sm" onClick={more.onClick}>
          {more.label}
        </Button>
      )}
      <Button variant="light" size="compact-sm" onClick={onUndo}>
        {undoLabel}
      </Button>
    </div>
  );
}
