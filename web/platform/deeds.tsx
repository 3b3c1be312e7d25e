// Doing and undoing: a command with its toast, refusals in words, Ctrl+Z and redo.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { Commands } from '../../contract/api.ts';
import { notifications } from '../kit/notes/notes.ts';
import { call, mayPass, RefusedError, UnreachedError } from './api.ts';
import { kindsShowing } from './live.ts';
import { refusalText } from './refusal-text.ts';
import { useWords } from './texts.tsx';
import { showUndoNote, type UndoNote } from './undo-note.tsx';
import { type Deed, undoStack } from './undo-stack.ts';

type WithUndo = {
  [Name in keyof Commands]: Commands[Name]['output'] extends { operation: number | null } ? Name : never;
}[keyof Commands];

/** Says that something went wrong, in words that say what to do. */
export function useComplain() {
  const words = useWords();
  return useCallback(
    (error: unknown) => {
      notifications.show({
        message: refusalText(words, error),
        color: 'red',
        autoClose: 8000,
        withCloseButton: true,
      });
    },
    [words],
  );
}

/**
 * Runs a command and shows what was done with "Undo" for ten seconds. `text` says it in the past: «Удалены 3 задачи».
 * Answers undefined where the command was refused: the refusal has been shown, or was taken by `onRefused`.
 */
export function useDo() {
  const { say } = useWords();
  const complain = useComplain();
  const client = useQueryClient();
  const undo = useUndo();
  const run = useCallback(
    async <Name extends WithUndo>(
      name: Name,
      input: Commands[Name]['input'],
      told: Told<Commands[Name]['output']> = {},
    ): Promise<Commands[Name]['output'] | undefined> => {
      const key = name + JSON.stringify(input);
      const same = underway.get(key) as ReturnType<typeof call<Name>> | undefined;
      try {
        const sent = same ?? call(name, input).finally(() => underway.delete(key));
        underway.set(key, sent);
        const answer = await sent;
        if (same) return answer;
        const { operation } = answer as { operation: number | null };
        const text = typeof told.text === 'function' ? told.text(answer) : told.text;
        if (operation !== null) {
          const deed = { operation, text: text ?? say('deed.change') };
          undoStack.push(deed);
          const onShow = told.onShow;
          const more = onShow && { label: say('undo.show'), onClick: () => onShow(answer) };
          if (text) showDeed(deed, { undoLabel: say('undo.undo'), onUndo: () => undo(deed), more });
        }
        if (operation === null && told.nothing) notifications.show({ message: told.nothing(answer) });
        for (const kind of kindsShowing(name.slice(0, name.indexOf('.'))))
          client.invalidateQueries({ queryKey: [kind] });
        client.invalidateQueries({ queryKey: ['operations'] });
        return answer;
      } catch (error) {
        if (error instanceof RefusedError && told.onRefused?.(error.refusal)) return undefined;
        if (!(error instanceof RefusedError || error instanceof UnreachedError)) throw error;
        if (!same) complain(error);
        return undefined;
      }
    },
    [say, complain, client, undo],
  );
  return useCallback<typeof run>((...asked) => undoStack.follow(run(...asked)), [run]);
}

/** What is on its way to the house: the very same asked once more, by a second press while the line is slow, is the same deed. */
const underway = new Map<string, Promise<unknown>>();

type Told<Answer> = {
  /** What the toast says; none: no toast, but Ctrl+Z knows it all the same. */
  text?: string | ((answer: Answer) => string);
  /** What is said where nothing was changed; left out: nothing. */
  nothing?(answer: Answer): string;
  /** Opens what was made: the list may not show it. */
  onShow?(answer: Answer): void;
  /** True: the refusal was shown where it belongs, no toast needed. */
  onRefused?(refusal: RefusedError['refusal']): boolean;
};

/** Toasts that stand at once: the newest must not wait until the older ones are gone. */
const toastsAtOnce = 3;
const shown: string[] = [];

function showDeed(deed: Deed, ways: Pick<UndoNote, 'undoLabel' | 'onUndo' | 'more'>): void {
  const id = `deed-${deed.operation}`;
  shown.push(id);
  for (const old of shown.splice(0, shown.length - toastsAtOnce)) notifications.hide(old);
  showUndoNote({ id, text: deed.text, ...ways });
}

/** Undoes one deed, the last one of this tab unless named. */
export function useUndo() {
  return useReversal('undo');
}

/** Does again what was undone last. */
export function useRedo() {
  return useReversal('redo');
}

/** What would be undone and what done again, if anything, and how. */
export function useReversals() {
  const { done, undone } = useSyncExternalStore(undoStack.subscribe, undoStack.read);
  return { last: done.at(-1), next: undone.at(-1), undo: useUndo(), redo: useRedo() };
}

function useReversal(way: 'undo' | 'redo') {
  const { say } = useWords();
  const complain = useComplain();
  const client = useQueryClient();
  const reverse = useCallback(
    async (named?: Deed) => {
      if (!named) await undoStack.settled();
      const { done, undone } = undoStack.read();
      const deed = named ?? (way === 'undo' ? done : undone).at(-1);
      if (!deed) return false;
      notifications.hide(`deed-${deed.operation}`);
      try {
        const { operation, leftAlone } = await call('operations.undo', { id: deed.operation });
        if (operation !== null && way === 'undo') undoStack.moveToUndone(deed, operation);
        else if (operation !== null) undoStack.moveToDone(deed, operation);
        const left = leftAlone.length > 0 ? ` ${say('undo.leftAlone', { count: leftAlone.length })}` : '';
        notifications.show({
          message: say(way === 'undo' ? 'undo.undone' : 'undo.redone', { what: deed.text }) + left,
          autoClose: left ? 10_000 : 3000,
        });
        return true;
      } catch (error) {
        // Where the server could not say yes or no the deed stays the last one: the next Ctrl+Z means it again.
        if (!mayPass(error)) undoStack.drop(deed);
        complain(error);
        return false;
      }
    },
    [way, say, complain],
  );
  return useCallback(
    async (named?: Deed) => {
      if (await undoStack.inTurn(() => reverse(named))) await client.invalidateQueries();
    },
    [reverse, client],
  );
}
