/** The palette: whatever one can go to or do, by a word of its name. Typing finds, arrows walk, Enter goes; `>` leaves only what can be done. */
import { Modal } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { useReturnedFocus } from '../../kit/use-returned-focus.ts';
import { noteRecent } from '../../platform/recent.ts';
import { useMe } from '../../platform/session.tsx';
import { useSay } from '../../platform/texts.tsx';
import { takeKeys } from './early-keys.ts';
import { type Entry, headings } from './entry.ts';
import styles from './palette.module.css';
import { type Group, useGroups } from './use-groups.ts';

const pause = 150; // ms

type PaletteProps = { onClose(): void; onHelp(): void };

export function Palette({ onClose, onHelp }: PaletteProps) {
  const say = useSay();
  const onPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  useReturnedFocus();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      returnFocus={false}
      fullScreen={onPhone ?? false}
      size={640}
      yOffset="10dvh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.25} blur={0} />
      <Modal.Content aria-label={say('shell.search')}>
        <Modal.Body p={0} className={styles.body ?? ''}>
          <PaletteBody onClose={onClose} onHelp={onHelp} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose, onHelp }: PaletteProps) {
  const say = useSay();
  const { person } = useMe();
  const listId = useId();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: what is typed right after Ctrl+K belongs here, and what was typed since.
  useLayoutEffect(() => {
    input.current?.focus();
    setText(takeKeys());
  }, []);
  const [settled] = useDebouncedValue(text, pause);
  const { groups, asking, failed } = useGroups(text, settled, onHelp);
  const entries = groups.flatMap((group) =>
    group.entries.map((entry) => ({ key: keyOf(group, entry), entry })),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === chosen),
  );
  const active = entries[at];
  useEffect(() => {
    if (active) document.getElementById(`${listId}-${active.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [active?.key, listId, active]);
  const go = (entry: Entry) => {
    noteRecent(person.id, entry.id);
    onClose();
    // Once the palette has gone and given the focus back: what is done may take the focus itself.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = stepOf(event.key, at, entries.length);
    if (to !== undefined) setChosen(entries[to]?.key ?? null);
    else if (event.key === 'Enter' && active) go(active.entry);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={styles.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          ref={input}
          data-autofocus
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={active && `${listId}-${active.key}`}
          aria-autocomplete="list"
          aria-label={say('shell.search')}
          placeholder={say('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles.close} aria-label={say('kit.close')} onClick={onClose}>
          <IconX size={18} stroke={1.5} aria-hidden />
        </button>
      </div>
      <div className={styles.list}>
        <div role="listbox" id={listId} className={styles.options} aria-label={say('shell.search')}>
          {groups.map((group) => (
            <Lines key={group.kind} group={group} listId={listId} active={active?.key} onGo={go} />
          ))}
        </div>
        {asking && <SkeletonRows rows={3} label={say('kit.loading')} />}
        {failed && <p className={styles.none}>{say('kit.searchFailed')}</p>}
        {entries.length === 0 && !asking && !failed && (
          <p className={styles.none} role="status">
            {say('palette.nothing')}
          </p>
        )}
      </div>
      <footer className={styles.foot} aria-hidden>
        <span>
          <kbd>↑ ↓</kbd> {say('palette.walk')}
        </span>
        <span>
          <kbd>Enter</kbd> {say('palette.go')}
        </span>
        <span>
          <kbd>&gt;</kbd> {say('palette.onlyActions')}
        </span>
      </footer>
    </>
  );
}

/** The same entry may stand among the recent ones and in its own group. */
function keyOf({ kind }: Group, { id }: Entry): string {
  return `${kind}-${id}`;
}

function stepOf(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'PageDown') return Math.min(at + 8, count - 1);
  return key === 'PageUp' ? Math.max(at - 8, 0) : undefined;
}

type LinesProps = { group: Group; listId: string; active: string | undefined; onGo(entry: Entry): void };

function Lines({ group, listId, active, onGo }: LinesProps) {
  const say = useSay();
  const headId = `${listId}-${group.kind}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
    <div role="group" aria-labelledby={headId}>
      <div id={headId} className={styles.head} role="presentation">
        {say(headings[group.kind])}
      </div>
      {group.entries.map((entry) => {
        const { label, hint, near, keys, icon: Icon } = entry;
        const faint = [near && say('palette.near'), hint].filter(Boolean).join(' · ');
        const key = keyOf(group, entry);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field
          // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus
          <div
            key={key}
            id={`${listId}-${key}`}
            role="option"
            aria-selected={active === key}
            className={styles.line}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onGo(entry)}
          >
            <Icon size={16} stroke={1.5} aria-hidden />
            <span className={styles.label}>{label}</span>
            {faint && <span className={styles.hint}>{faint}</span>}
            {keys && <kbd>{keys}</kbd>}
          </div>
        );
      })}
    </div>
  );
}
