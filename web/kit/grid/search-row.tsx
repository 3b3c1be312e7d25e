/** The row of search fields under the header: what is typed is told after a short silence. */
import { IconArrowBarRight, IconArrowsHorizontal } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useEffectEvent, useRef, useState } from 'react';
import { tip } from '../tip.ts';
import styles from './grid.module.css';
import { pinnedAt } from './grid-row.tsx';
import type { GridLabels, SearchMode } from './grid-types.ts';
import type { PlacedColumn } from './layout.ts';

interface SearchRowProps {
  columns: PlacedColumn<never>[];
  labels: GridLabels;
  search: Record<string, string>;
  onSearchChange(search: Record<string, string>): void;
  mode: SearchMode;
  onModeChange: ((mode: SearchMode) => void) | undefined;
  /** The rows are those of `search`. */
  answered: boolean;
  /** ArrowDown or Enter in a field: back to the rows. */
  onLeave(): void;
}

/** Silence after the last letter, milliseconds. */
const silence = 150;

/** Longest wait for the rows of what was typed, milliseconds. */
const patience = 1000;

function SearchRowPlain(props: SearchRowProps) {
  const { columns, labels, search, mode } = props;
  const { tell, tellNow } = useSearch(search, props.onSearchChange);
  const other = mode === 'prefix' ? 'inside' : 'prefix';
  const ModeIcon = mode === 'prefix' ? IconArrowBarRight : IconArrowsHorizontal;
  return (
    <div className={styles.searchRow} role="row" aria-rowindex={2}>
      <div className={styles.gutter} role="gridcell" aria-colindex={1}>
        {props.onModeChange && (
          <button
            {...tip(labels.searchMode[mode])}
            type="button"
            className={styles.mode}
            aria-label={labels.searchMode[mode]}
            onClick={() => props.onModeChange?.(other)}
          >
            <ModeIcon size={18} stroke={1.5} aria-hidden />
          </button>
        )}
      </div>
      {columns.map(({ column, pinned }, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 2}
          className={styles.searchCell}
          data-pinned={pinned || undefined}
          style={pinned ? pinnedAt(at) : undefined}
        >
          {column.searchable && (
            <SearchField
              label={labels.searchIn(column.title)}
              value={search[column.id] ?? ''}
              answered={props.answered}
              onType={(text) => tell(column.id, text)}
              onDone={tellNow}
              onLeave={props.onLeave}
            />
          )}
        </div>
      ))}
    </div>
  );
}

export const SearchRow = memo(SearchRowPlain);

interface SearchFieldProps {
  label: string;
  value: string;
  answered: boolean;
  onType(text: string): void;
  /** What was typed need not wait for more. */
  onDone(): void;
  onLeave(): void;
}

/** Owns its text while one types in it: an answer to the first letters must not take back the next ones. */
function SearchField({ label, value, answered, onType, onDone, onLeave }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) setText(value);
  }, [value]);
  const leaving = useLeaving(text === value && answered, onLeave);
  const type = (next: string) => {
    leaving.end();
    setText(next);
    onType(next);
  };
  const leave = () => {
    onDone();
    leaving.begin();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text) type('');
    else if (['Escape', 'ArrowDown', 'Enter'].includes(event.key)) leave();
    else return;
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <input
      ref={field}
      className={styles.search}
      aria-label={label}
      title={label}
      placeholder="⌕"
      value={text}
      data-filled={text ? true : undefined}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leaving.end}
      onKeyDown={onKeyDown}
    />
  );
}

/** Goes back to the rows once they answer what was typed: a second Enter must not open a row of the list as it was before. */
function useLeaving(settled: boolean, onLeave: () => void) {
  const [leaving, setLeaving] = useState(false);
  const leave = useEffectEvent(() => {
    setLeaving(false);
    onLeave();
  });
  useEffect(() => {
    if (!leaving) return;
    if (settled) return leave();
    const timer = window.setTimeout(leave, patience);
    return () => clearTimeout(timer);
  }, [leaving, settled]);
  return { begin: () => setLeaving(true), end: () => setLeaving(false) };
}

/** Gathers what is typed in any of the fields and tells it once. */
function useSearch(search: Record<string, string>, onChange: (search: Record<string, string>) => void) {
  const latest = useRef({ search, onChange });
  useEffect(() => {
    latest.current = { search, onChange };
  });
  const typed = useRef<Record<string, string>>({});
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const tellNow = () => {
    clearTimeout(timer.current);
    if (Object.keys(typed.current).length === 0) return;
    const merged = { ...latest.current.search, ...typed.current };
    typed.current = {};
    latest.current.onChange(Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== '')));
  };
  const tell = (columnId: string, text: string) => {
    typed.current[columnId] = text;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(tellNow, silence);
  };
  return { tell, tellNow };
}
