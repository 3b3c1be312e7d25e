/** Text that turns into a field where it stands: a click or Enter opens, Enter saves, Esc gives it back. */
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './fields.module.css';

export interface InlineTextProps {
  value: string;
  /** Called only when the text has changed. */
  onSave(value: string): void;
  /** Names the field and the button that opens it. */
  label: string;
  placeholder?: string;
  disabled?: boolean;
}

export function InlineText({ value, onSave, label, placeholder, disabled }: InlineTextProps) {
  const [text, setText] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const close = (save: boolean) => {
    if (save && text !== undefined && text.trim() !== value) onSave(text.trim());
    setText(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close(event.key === 'Enter');
    requestAnimationFrame(() => button.current?.focus());
  };
  if (text !== undefined)
    return (
      <input
        className={styles.inlineField}
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: the user has just asked to type here
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => close(true)}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      className={styles.inlineText}
      aria-label={`${label}: ${value || placeholder || ''}`}
      disabled={disabled}
      data-empty={value === '' || undefined}
      onClick={() => setText(value)}
    >
      {value || placeholder}
    </button>
  );
}
