/** An editor of plain text inside a cell: one goes on writing at its end; Enter and Tab save and go on, Esc gives the old value back. */
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './grid.module.css';
import type { CellEdit } from './grid-types.ts';
import { useLatest } from './use-latest.ts';

interface TextCellEditorProps<Row> {
  cell: CellEdit<Row>;
  value: string;
  /** Called once, and only when the text has changed. */
  onSave(value: string): void;
}

export function TextCellEditor<Row>({ cell, value, onSave }: TextCellEditorProps<Row>) {
  const [text, setText] = useState(value);
  const closed = useRef(false);
  const latest = useLatest({ text, onSave });
  // Taken away with its row, which somebody has deleted: the words are not lost without a word.
  useLayoutEffect(
    () => () => {
      if (!closed.current && latest.current.text !== value) latest.current.onSave(latest.current.text);
    },
    [latest, value],
  );
  const close = (save: boolean, then: Parameters<typeof cell.close>[0]) => {
    if (closed.current) return;
    closed.current = true;
    if (save && text !== value) onSave(text);
    cell.close(then);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close(false, 'stay');
    else if (event.key === 'Enter') close(true, 'down');
    else if (event.key === 'Tab') close(true, event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      className={styles.editor}
      aria-label={cell.title}
      // biome-ignore lint/a11y/noAutofocus: the user has just asked to type here
      autoFocus
      onFocus={(event) => goToEnd(event.currentTarget)}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => close(true, 'stay')}
    />
  );
}

function goToEnd(field: HTMLInputElement): void {
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollLeft = field.scrollWidth;
}
