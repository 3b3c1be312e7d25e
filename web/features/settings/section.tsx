// A part of the settings: what it is about at the left, its fields at the right; one under the other on a phone.
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { SettingsPartId } from '../../platform/settings-parts.ts';
import styles from './settings.module.css';

/** Parts above it come with their answers and push it down: it is brought back until the reader does something. */
function keepInSight(heading: HTMLElement | null): (() => void) | undefined {
  const sheet = heading?.closest('section')?.parentElement;
  if (!heading || !sheet) return undefined;
  const watch = new ResizeObserver(() => heading.scrollIntoView({ block: 'start' }));
  watch.observe(sheet);
  const stop = () => watch.disconnect();
  const deeds = ['wheel', 'pointerdown', 'keydown'] as const;
  for (const deed of deeds) window.addEventListener(deed, stop, { once: true, passive: true });
  return () => {
    stop();
    for (const deed of deeds) window.removeEventListener(deed, stop);
  };
}

type SectionProps = { id: SettingsPartId; title: string; text?: string; children: ReactNode };

export function Section({ id, title, text, children }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== id) return;
    heading.current?.focus({ preventScroll: true });
    return keepInSight(heading.current);
  }, [hash, id]);
  return (
    <section className={styles.section} id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {text && <p>{text}</p>}
      </header>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
