// Shortcuts of the shell, by physical key so that the Russian layout works, and the sheet that lists all of them.
import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { withCards } from '../platform/cards.ts';
import { useRedo, useUndo } from '../platform/deeds.tsx';
import { useSay } from '../platform/texts.tsx';
import type { TextId } from '../texts/ids.ts';
import { usePlaces } from './rail.tsx';
import { useSignOut } from './sign-out.ts';

/** True where letters are being typed: single keys belong to the text then. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

export function useShellShortcuts() {
  const [sheetOpen, setSheet] = useState(false);
  const [paletteOpen, setPalette] = useState(false);
  const signOut = useSignOut();
  const undo = useUndo();
  const redo = useRedo();
  const places = usePlaces();
  const navigate = useNavigate();
  useEffect(() => {
    const search = withCards as never;
    const onKey = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      const typing = isTyping(event.target);
      if (control && event.code === 'KeyZ' && !typing) (event.shiftKey ? redo : undo)();
      else if (control && event.code === 'KeyY' && !typing) redo();
      else if (control && event.code === 'KeyK') setPalette((open) => !open);
      else if (event.altKey && !control && /^Digit[0-9]$/.test(event.code)) goTo(Number(event.code.slice(5)));
      else if (event.altKey && !control && event.code === 'KeyQ') void signOut();
      else if (event.altKey && !control && event.code === 'KeyM') navigate({ to: '/my-day', search });
      else if (event.altKey && event.code === 'KeyB') document.getElementById('bell')?.click();
      else if (event.key === '?' && !typing) setSheet(true);
      else return;
      event.preventDefault();
    };
    const goTo = (n: number) => {
      const place = places.find(({ keys }) => keys === `Alt+${n}`);
      if (n === 0) navigate({ to: '/settings', hash: 'background', search });
      else if (n === 9)
        navigate({ to: '/directories/$directory', params: { directory: 'taskStates' }, search });
      else if (place) navigate({ to: place.to, search });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo, places, navigate, signOut]);
  return {
    sheetOpen,
    openSheet: () => setSheet(true),
    closeSheet: () => setSheet(false),
    paletteOpen,
    openPalette: () => setPalette(true),
    closePalette: () => setPalette(false),
  };
}

const sheet: { title: TextId; keys: [string, TextId][] }[] = [
  {
    title: 'keys.everywhere',
    keys: [
      ['Ctrl K', 'keys.search'],
      ['Alt 1…8', 'keys.place'],
      ['Alt M', 'place.myDay'],
      ['Alt 9', 'directory.taskStates'],
      ['Alt 0', 'settings.background'],
      ['Alt Q', 'shell.signOut'],
      ['Ctrl Z', 'undo.undo'],
      ['Ctrl Shift Z', 'undo.redo'],
      ['F1', 'help.help'],
      ['Alt B', 'reminder.title'],
      ['?', 'shell.shortcuts'],
    ],
  },
  {
    title: 'keys.list',
    keys: [
      ['C', 'keys.create'],
      ['↑ ↓ PgUp PgDn', 'keys.move'],
      ['Enter', 'keys.open'],
      ['F2', 'keys.edit'],
      ['Space', 'keys.select'],
      ['Shift ↑ ↓', 'keys.extend'],
      ['Ctrl A', 'keys.selectAll'],
      ['Delete', 'keys.delete'],
      ['Ctrl C', 'keys.copy'],
      ['/', 'keys.find'],
    ],
  },
  {
    title: 'keys.calendar',
    keys: [
      ['↑ ↓ ← →', 'keys.walk'],
      ['Enter', 'keys.openDay'],
      ['Space', 'keys.preview'],
      ['Ctrl X, Ctrl V', 'keys.moveCell'],
      ['+ −', 'keys.fold'],
    ],
  },
  {
    title: 'keys.hours',
    keys: [
      ['D W M, 1 2 3', 'keys.span'],
      ['PgUp PgDn, ← →', 'keys.step'],
      ['T', 'keys.today'],
      ['↑ ↓ ← →', 'keys.walkHours'],
      ['Enter', 'keys.enterHours'],
      ['Space', 'keys.openDay'],
      ['Alt ↑ ↓ ← →', 'keys.moveTask'],
      ['Shift ↑ ↓', 'keys.resizeTask'],
      ['H', 'keys.fixHour'],
    ],
  },
  {
    title: 'keys.card',
    keys: [
      ['Ctrl `, Ctrl Shift `', 'keys.nextWindow'],
      ['F4', 'keys.windowSize'],
      ['Shift F4', 'window.minimise'],
      ['Ctrl Enter', 'keys.save'],
      ['Esc', 'keys.close'],
    ],
  },
];

export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const say = useSay();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('shell.shortcuts')}
      size="lg"
      closeButtonProps={{ 'aria-label': say('kit.close') }}
    >
      <div className="key-sheet">
        {sheet.map(({ title, keys }) => (
          <section key={title}>
            <h3>{say(title)}</h3>
            <dl>
              {keys.map(([key, text]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{say(text)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
