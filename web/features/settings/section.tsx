// A part of the settings: what it is about at the left, its fields at the right; one under the other on a phone.
import { type ReactNode, useId } from 'react';
import styles from './settings.module.css';

type SectionProps = { title: string; text?: string; children: ReactNode };

export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {text && <p>{text}</p>}
      </header>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
