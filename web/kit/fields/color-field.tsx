/** Choice of one of the twelve tints, or of none. */
import { useId } from 'react';
import { TintGlyph } from '../tint-glyph.tsx';
import { type TintId, tints } from '../tints.ts';
import styles from './fields.module.css';

export interface ColorFieldProps {
  value: TintId | null;
  onChange(value: TintId | null): void;
  label: string;
  /** Names of the tints and of none, for the tooltip and the screen reader. */
  names: Record<TintId | 'none', string>;
}

export function ColorField({ value, onChange, label, names }: ColorFieldProps) {
  const group = useId();
  return (
    <fieldset className={styles.colors}>
      <legend className={styles.legend}>{label}</legend>
      {[undefined, ...tints].map((tint) => (
        <label
          key={tint?.id ?? 'none'}
          className={styles.color}
          data-tint={tint?.id}
          title={names[tint?.id ?? 'none']}
        >
          <input
            type="radio"
            name={group}
            aria-label={names[tint?.id ?? 'none']}
            checked={value === (tint?.id ?? null)}
            onChange={() => onChange((tint?.id as TintId | undefined) ?? null)}
          />
          <TintGlyph tint={tint?.id} />
        </label>
      ))}
    </fieldset>
  );
}
