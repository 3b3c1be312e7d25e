// The sheet that lists all shortcuts.
import { Modal } from '@mantine/core';
import { useReturnedFocus } from '../kit/use-returned-focus.ts';
import { useSay } from '../platform/texts.tsx';
import type { TextId } from '../texts/ids.ts';

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
      ['Alt ↑ ↓', 'keys.nextRecord'],
      ['Ctrl `, Ctrl Shift `', 'keys.nextWindow'],
      ['Ctrl ↑ ↓ ← →', 'keys.moveWindow'],
      ['F4', 'keys.windowSize'],
      ['Shift F4', 'window.minimise'],
      ['Ctrl Enter', 'keys.save'],
      ['Esc', 'keys.close'],
    ],
  },
];

export function ShortcutSheet({ onClose }: { onClose(): void }) {
  useReturnedFocus();
  const say = useSay();
  return (
    <Modal
      opened
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
