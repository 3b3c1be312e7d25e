// Words that were written in place and not saved: they stand in a toast until it is closed, to be copied or brought back.
import { Button, Group } from '@mantine/core';
import { useCallback, useState } from 'react';
import { notifications } from '../kit/notes/notes.ts';
import { copyText } from './clipboard.ts';
import { useSay } from './texts.tsx';

/** Letters shown; all of them are copied. */
const shownAtMost = 200;

/** Toasts of this kind that stand at once: others must find room beside them. */
const atOnce = 2;
const standing: string[] = [];

/** `onReturn`: shows again where they were written. */
type Unsaved = { words: string; onReturn?: (() => void) | undefined };

export function useTellUnsaved(): (unsaved: Unsaved) => void {
  const say = useSay();
  return useCallback(
    ({ words, onReturn }) => {
      if (!words && !onReturn) return;
      const id = `unsaved-${Date.now()}`;
      standing.push(id);
      for (const old of standing.splice(0, standing.length - atOnce)) notifications.hide(old);
      const hide = () => notifications.hide(id);
      const cut = words.length > shownAtMost ? `${words.slice(0, shownAtMost)}…` : words;
      notifications.show({
        id,
        title: say('kit.draftLeft'),
        autoClose: false,
        withCloseButton: true,
        closeButtonProps: { 'aria-label': say('kit.close') },
        message: <UnsavedWords words={words} cut={cut} onReturn={onReturn} hide={hide} />,
      });
    },
    [say],
  );
}

function UnsavedWords({ words, cut, onReturn, hide }: Unsaved & { cut: string; hide(): void }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const bringBack = () => {
    hide();
    onReturn?.();
  };
  return (
    <div>
      {cut}
      <Group gap="xs" mt="xs">
        {words && (
          <Button
            variant="light"
            size="compact-sm"
            onClick={() => copyText(words).then(() => setCopied(true))}
          >
            {say(copied ? 'kit.copied' : 'kit.copy')}
          </Button>
        )}
        {onReturn && (
          <Button variant="light" size="compact-sm" onClick={bringBack}>
            {say('kit.draftReturn')}
          </Button>
        )}
      </Group>
    </div>
  );
}
